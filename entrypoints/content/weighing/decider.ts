import type { Code } from '../../../data/code';
import { printSpan } from '../../../data/code-span';
import type { Verdict } from '../../../data/lookup/answer';
import { counts, mayCount, withReason } from '../../../data/spotting/decide';
import type { Nominee } from '../../../data/spotting/nominate';
import {
  BLOCK_POINTS,
  CHAPTER_POINTS,
  ENOUGH,
  TITLE_POINTS,
  VERDICT_POINTS,
} from '../../../data/spotting/points';
import { isTitleBeside } from '../../../data/spotting/title-beside';
import type { Weighed } from '../../../data/spotting/weigh';
import type { Answers } from '../marking/answers';
import type { PageCandidate } from './candidates';
import { Neighbours } from './neighbours';

/** A candidate with the last word on it. */
export interface Decided {
  readonly candidate: PageCandidate;
  readonly verdict: Verdict;
  readonly weighed: Weighed;
  readonly counts: boolean;
}

/** A candidate on which more may be said. */
export type Draft = { -readonly [Key in keyof Decided]: Decided[Key] };

/** What the release says of codes. */
export interface Release {
  readonly verdicts: Pick<Answers<Code, Verdict>, 'of'>;
  /** Official titles of codes and ranges; asked for only where one may decide. */
  readonly titles: Pick<Answers<string, string | null>, 'of'>;
}

/** Decides which candidates are codes: from what speaks for and against each, the release, and its neighbours. */
export class Decider {
  readonly #neighbours = new Neighbours();

  constructor(private readonly release: Release) {}

  /**
   * What the release says of the codes of candidates: asked for together, since each question costs time.
   * @param all also of those that no answer could make count
   * @throws Error when the background can't be reached
   */
  verdictsOf(candidates: readonly PageCandidate[], all = false): Promise<ReadonlyMap<Code, Verdict>> {
    return this.release.verdicts.of(codesOf(all ? candidates : candidates.filter(mayCount)));
  }

  /**
   * @returns them all, and behind them those of earlier calls that have come to count
   * @throws Error when the background can't be reached
   */
  async decide(
    candidates: readonly PageCandidate[],
    verdicts: ReadonlyMap<Code, Verdict>,
  ): Promise<Decided[]> {
    const drafts = candidates.map((candidate) => judged(candidate, verdicts));
    await this.#askForTitles(drafts);
    return [...drafts, ...this.#neighbours.ask(drafts)];
  }

  async #askForTitles(drafts: readonly Draft[]): Promise<void> {
    const open = drafts.filter((draft) => isOpen(draft) && draft.weighed.points + TITLE_POINTS >= ENOUGH);
    if (open.length === 0) return;
    const titles = await this.release.titles.of(
      new Set(open.map(({ candidate }) => keyOf(candidate.nominee))),
    );
    for (const draft of open) {
      const title = titles.get(keyOf(draft.candidate.nominee));
      const { code, to } = draft.candidate.nominee;
      if (title && to) {
        const isOfChapter = code[0] !== to[0] || /^.99$/.test(to);
        const points = isOfChapter ? CHAPTER_POINTS : BLOCK_POINTS;
        settle(draft, withReason(draft.weighed, { rule: 'range of a chapter or block', points }));
      }
      if (!title || !isTitleBeside(title, besideOf(draft.candidate))) continue;
      settle(draft, withReason(draft.weighed, { rule: 'official title beside it', points: TITLE_POINTS }));
    }
  }
}

/** Whether more may make it count: the release knows it, and it does not count yet. */
export function isOpen({ counts: isCode, verdict }: Draft): boolean {
  return !isCode && verdict !== 'unknown' && verdict !== 'other-system';
}

export function settle(draft: Draft, weighed: Weighed): void {
  draft.weighed = weighed;
  draft.counts = counts(weighed);
}

function judged(candidate: PageCandidate, verdicts: ReadonlyMap<Code, Verdict>): Draft {
  const verdict = verdicts.get(candidate.nominee.code) ?? 'unknown';
  const points = VERDICT_POINTS[verdict];
  const weighed = points
    ? withReason(candidate.weighed, { rule: `${verdict} code`, points })
    : candidate.weighed;
  return { candidate, verdict, weighed, counts: counts(weighed) };
}

function keyOf({ code, to }: Nominee): string {
  return to ? printSpan({ kind: 'range', from: code, to }) : code;
}

/** How far on each side a title is looked for, in characters. */
const TITLE_REACH = 90;
/** The next code, or the end of a sentence or clause. */
const TITLE_END = /[A-Z]\d[0-9A-Z.]+|[.;]\s|\n/;

/** The words around a candidate up to the next code or clause, and those of the cells beside it. */
function besideOf({ text, nominee: { start, end }, around }: PageCandidate): string {
  const before = text
    .slice(Math.max(0, start - TITLE_REACH), start)
    .split(TITLE_END)
    .at(-1);
  const after = text.slice(end, end + TITLE_REACH).split(TITLE_END)[0];
  return `${before} | ${after} | ${around.beside()}`;
}

function codesOf(candidates: readonly PageCandidate[]): Set<Code> {
  const codes = new Set<Code>();
  for (const { nominee } of candidates) {
    codes.add(nominee.code);
    if (nominee.to) codes.add(nominee.to);
  }
  return codes;
}
