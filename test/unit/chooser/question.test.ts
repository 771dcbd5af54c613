import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { follow } from '../../../data/chooser/follow';
import { type Answer, type Question, questionAbout } from '../../../data/chooser/question';
import { type Code, dotted } from '../../../data/code';
import type { CodeTitle } from '../../../data/lookup/answer';
import { belowOf } from '../../../data/lookup/below';
import { replacementsOf } from '../../../data/lookup/judge';
import type { Shard } from '../../../data/release';
import { codeOf, ReleaseInMemory } from '../release';

let release: ReleaseInMemory;
beforeAll(async () => {
  release = await ReleaseInMemory.read();
});

async function below(text: string) {
  const header = codeOf(text);
  const shard = (await release.shard(header.slice(0, 3) as Code)) as Shard;
  return { below: belowOf(shard, header), codes: replacementsOf(shard, header) };
}

/** Gives the answers that have the keys, one after another; gives the question that then is asked. */
async function asked(header: string, keys = ''): Promise<Question | null> {
  const { below: what, codes } = await below(header);
  const { given, next } = follow(what, codes, [...keys]);
  if (given.length < keys.length) throw new Error(`no answer has the key ${keys[given.length]}`);
  return next;
}

const lines = (question: Question | null) =>
  question?.answers.map(({ key, label }: Answer) => `${key} ${label}`);

describe('the questions about S52.5', () => {
  it('begin with the kind of fracture, each with the character of its codes', async () => {
    const question = await asked('S52.5');
    expect(question?.axis).toBe('Kind');
    expect(lines(question)?.slice(0, 5)).toEqual([
      '0 Unspecified fracture of the lower end of radius',
      '1 Fracture of radial styloid process',
      '2 Torus fracture of lower end of radius',
      "3 Colles' fracture",
      "4 Smith's fracture",
    ]);
  });

  it('take displacement and side one after another', async () => {
    const displacement = await asked('S52.5', '1');
    expect(displacement?.axis).toBe('Displacement');
    expect(lines(displacement)).toEqual(['D Displaced', 'N Nondisplaced']);
    const side = await asked('S52.5', '1N');
    expect(side?.axis).toBe('Side');
    expect(lines(side)).toEqual(['4 Right', '5 Left', '6 Side unspecified']);
  });

  it('end with the encounter, in the words of the seventh character', async () => {
    const encounter = await asked('S52.5', '1N4');
    expect(encounter?.axis).toBe('Encounter');
    expect(encounter?.answers).toHaveLength(16);
    expect(lines(encounter)?.[0]).toBe('A initial encounter for closed fracture');
    expect(encounter?.answers[0]?.codes).toEqual([
      {
        code: 'S52514A',
        title: 'Nondisplaced fracture of right radial styloid process, initial encounter for closed fracture',
      },
    ]);
  });

  it('offer of a torus fracture only the seventh characters that exist', async () => {
    const encounter = await asked('S52.5', '21');
    expect(encounter?.answers.map(({ key }) => key)).toEqual(['A', 'D', 'G', 'K', 'P', 'S']);
  });
});

describe('a question', () => {
  it('passes over a level that leaves no choice: the placeholder of T36.0X', async () => {
    expect((await asked('T36.0'))?.axis).toBe('Intent');
  });

  it('is not asked about one code', async () => {
    const { below: what, codes } = await below('S52.5');
    expect(questionAbout(what, codes.slice(0, 1))).toBeNull();
  });
});

describe('the questions about some of the codes of a header, as on a day on which not all are valid', () => {
  it.each(['S52.5', 'T36', 'H65', 'L89', 'O31'])('lead to each of them once: %s', async (header) => {
    const { below: what, codes } = await below(header);
    const reach = (left: readonly CodeTitle[]): Code[] => {
      const question = questionAbout(what, left);
      return question?.answers.flatMap((answer) => reach(answer.codes)) ?? left.map(({ code }) => code);
    };
    fc.assert(
      fc.property(fc.subarray(codes, { minLength: 1 }), (some) => {
        expect(reach(some).toSorted()).toEqual(some.map(({ code }) => code).toSorted());
      }),
      { numRuns: 30 },
    );
  });
});

describe('the questions about each of the 23,524 headers', () => {
  const lost: string[] = [];
  const ambiguous: string[] = [];
  const deepest = new Map<string, number>();
  let asked = 0;

  beforeAll(() => {
    const categories = new Set(release.nodes.map(({ code }) => code.slice(0, 3) as Code));
    return Promise.all(
      [...categories].map(async (category) => {
        const shard = (await release.shard(category)) as Shard;
        for (const { code, billable } of shard.nodes) if (!billable) walk(shard, code);
      }),
    );
  }, 60_000);

  function walk(shard: Shard, header: Code): void {
    asked++;
    const what = belowOf(shard, header);
    const codes = replacementsOf(shard, header);
    const reached: Code[] = [];
    const follow = (left: readonly CodeTitle[], choices: number): number => {
      const question = questionAbout(what, left);
      if (!question) {
        reached.push(...left.map(({ code }) => code));
        return choices;
      }
      const { answers } = question;
      if (new Set(answers.map(({ key }) => key)).size < answers.length) ambiguous.push(dotted(header));
      if (new Set(answers.map(({ label }) => label)).size < answers.length) ambiguous.push(dotted(header));
      return Math.max(...answers.map((answer) => follow(answer.codes, choices + 1)));
    };
    deepest.set(dotted(header), follow(codes, 0));
    const expected = codes.map(({ code }) => code);
    if (reached.toSorted().join() !== expected.toSorted().join()) lost.push(dotted(header));
  }

  it('are asked', () => expect(asked).toBe(23_524));
  it('lead to each of its billable codes once, and to no other', () => expect(lost).toEqual([]));
  it('have answers with a label and a key each of their own', () => expect(ambiguous).toEqual([]));
  it('of S52.5, with 450 codes below it, are at most four', () => expect(deepest.get('S52.5')).toBe(4));
  it('are never more than five', () => expect(Math.max(...deepest.values())).toBe(5));
});
