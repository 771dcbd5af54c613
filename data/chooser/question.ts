import type { Code } from '../code';
import type { Below, CodeTitle } from '../lookup/answer';
import type { Extension } from '../release';
import { type Axis, axisOf } from './axis';
import { excerptsOf } from './excerpts';
import { keysFor } from './keys';
import { type Side, sidesOf } from './sides';

/** One way in which codes differ, with its answers; together they lead to each of the codes once. */
export interface Question {
  readonly axis: Axis;
  readonly answers: readonly Answer[];
}

export interface Answer extends Unkeyed {
  /** The key that gives this answer. */
  readonly key: string;
}

interface Unkeyed {
  /**
   * What tells it from the others: words of official titles or of the definition of a seventh character; of a side
   * our own.
   */
  readonly label: string;
  /** The codes that it leaves, in tabular order; never none. */
  readonly codes: readonly CodeTitle[];
  /** What all codes that it leaves begin with, where those of no other answer do. */
  readonly prefix: Code | null;
}

/**
 * Asks for the first thing in which codes differ: level by level of the tabular list, and where the rows of a level
 * differ by side and something else, first for that and then for the side.
 * @param codes billable codes of one category, in tabular order
 * @returns null when there is nothing to choose
 */
export function questionAbout(below: Below, codes: readonly CodeTitle[]): Question | null {
  if (codes.length < 2) return null;
  const level = levelOf(below, codes);
  const answers = bySeventh(below, level);
  if (answers) return ask(answers, '7th character');
  const sides = bySide(level);
  if (sides) return ask(sides, 'Side');
  return ask(exceptSide(level) ?? byRow(level), 'Kind');
}

/** @param axis what is asked for where the answers' words don't tell more */
function ask(answers: readonly Unkeyed[], axis: Axis): Question {
  const keys = keysFor(answers);
  const told = axis === 'Side' ? axis : axisOf(answers.map(({ label }) => label));
  return {
    axis: told === 'Kind' ? axis : told,
    answers: answers.map((answer, index) => ({ ...answer, key: keys[index] ?? '' })),
  };
}

/** A row of the tabular list with the codes that lie below it, or that it is. */
interface Row extends CodeTitle {
  readonly codes: readonly CodeTitle[];
}

/** The rows by which codes part first, going down from their category. */
function levelOf({ headings }: Below, codes: readonly CodeTitle[]): Row[] {
  const headingOf = new Map(headings.map((heading) => [heading.code, heading]));
  const paths = codes.map((code) => [...headingsAbove(headingOf, code.code), code]);
  for (let depth = 0; ; depth++) {
    const rows = new Map<Code, Row & { codes: CodeTitle[] }>();
    paths.forEach((path, index) => {
      const own = codes[index];
      const at = path[depth] ?? own;
      if (!at || !own) return;
      const row = rows.get(at.code) ?? { ...at, codes: [] };
      row.codes.push(own);
      rows.set(at.code, row);
    });
    if (rows.size > 1) return [...rows.values()];
  }
}

/** Outermost first. */
function headingsAbove(headings: ReadonlyMap<Code, CodeTitle>, code: Code): CodeTitle[] {
  return [3, 4, 5, 6].flatMap((length) => headings.get(code.slice(0, length) as Code) ?? []);
}

/** The answers where the rows are codes that differ in a defined seventh character. */
function bySeventh({ sevenths }: Below, level: readonly Row[]): Unkeyed[] | null {
  const answers = level.map(({ code, codes }): Unkeyed | null => {
    const extension = code.length === 7 ? extensionOf(sevenths, code) : undefined;
    return extension ? { label: extension.text, codes, prefix: code } : null;
  });
  return answers.every((answer) => answer !== null) ? answers : null;
}

function extensionOf(sevenths: Below['sevenths'], code: Code): Extension | undefined {
  const nearest = sevenths.findLast(({ definedBy }) => code.startsWith(definedBy));
  return nearest?.extensions.find(({ char }) => char === code[6]);
}

const SIDES: Record<Side, string> = {
  right: 'Right',
  left: 'Left',
  bilateral: 'Bilateral',
  unspecified: 'Side unspecified',
};

/** The answers where the rows differ by nothing but their side. */
function bySide(level: readonly Row[]): Unkeyed[] | null {
  const sided = sidesOf(level.map(({ title }) => title));
  if (new Set(sided?.map(({ key }) => key)).size !== 1) return null;
  return level.map(({ code, codes }, index) => ({
    label: SIDES[sided?.[index]?.side ?? 'unspecified'],
    codes,
    prefix: code,
  }));
}

/** The answers to what the rows differ by beside their side. */
function exceptSide(level: readonly Row[]): Unkeyed[] | null {
  const sided = sidesOf(level.map(({ title }) => title));
  if (!sided) return null;
  const groups = new Map<string, { rest: string; codes: CodeTitle[] }>();
  sided.forEach(({ key, rest }, index) => {
    const group = groups.get(key) ?? { rest, codes: [] };
    group.codes.push(...(level[index]?.codes ?? []));
    groups.set(key, group);
  });
  const rests = [...groups.values()];
  const labels = excerptsOf(rests.map(({ rest }) => rest));
  return rests.map(({ codes }, index) => ({ label: labels[index] ?? '', codes, prefix: null }));
}

function byRow(level: readonly Row[]): Unkeyed[] {
  const labels = excerptsOf(level.map(({ title }) => title));
  return level.map(({ code, codes }, index) => ({ label: labels[index] ?? '', codes, prefix: code }));
}
