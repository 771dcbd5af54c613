import { type Code, categoryOf } from './code';
import { completionsOf, descendantsOf, needsSeventhCharacter, parentsOf } from './family';
import { type Step, stepsTo } from './hierarchy';
import type { CodeNode, Extension, NoteTable, Release, Shard, TabularNote } from './release';
import { parentCode } from './shard';
import type { CodeSource } from './source';

/** What the release says of a code: the verdict tells the cases apart. */
export type Lookup = Billable | Header | Incomplete | Unknown;
export type Verdict = Lookup['verdict'];

/** Valid for HIPAA-covered transactions: flag 1 in the order file. */
export interface Billable extends Answer {
  readonly verdict: 'billable';
  readonly entry: Entry;
}

/** Not billable: flag 0 in the order file. */
export interface Header extends Answer {
  readonly verdict: 'header';
  readonly entry: Entry;
  /** The billable codes below it, in tabular order. */
  readonly replacements: readonly CodeTitle[];
  /** The rows directly below it: the choices for the next character. */
  readonly choices: readonly Choice[];
}

/** Lacks its seventh character, a placeholder before it, or both. */
export interface Incomplete extends Answer {
  readonly verdict: 'incomplete';
  /** The longest code of the release that the asked one begins with (`W21.89` for `W21.89A`). */
  readonly entry: Entry;
  /** Every billable code that completes the asked one, in tabular order. */
  readonly completions: readonly Completion[];
}

/** Not in the release. */
export interface Unknown extends Answer {
  readonly verdict: 'unknown';
  /** The longest code of the release that the asked one begins with, if any. */
  readonly nearest: CodeTitle | null;
}

interface Answer {
  readonly asked: Code;
  readonly release: Release;
}

/** All that a card shows of one code of the release. */
export interface Entry {
  readonly code: Code;
  readonly title: string;
  /** The official spelling with accents, where it differs from the title. */
  readonly spelling?: string;
  readonly billable: boolean;
  /** From the chapter down to the code's parent. */
  readonly hierarchy: readonly Step[];
  /** The notes of its own node of the tabular list. */
  readonly notes: readonly TabularNote[];
  readonly table?: NoteTable;
  /** What its seventh character says, where a definition gives it. */
  readonly extension?: Extension;
}

export interface CodeTitle {
  readonly code: Code;
  readonly title: string;
}

export interface Choice extends CodeTitle {
  /** How many billable codes this choice leads to; 1 when it is billable itself. */
  readonly leads: number;
  readonly billable: boolean;
}

export interface Completion extends CodeTitle {
  readonly extension?: Extension;
}

/**
 * Looks a code up.
 * @param source the release to ask
 * @param code as parsed; it need not exist
 * @throws what the source throws when the release cannot be read
 */
export async function lookup(source: CodeSource, code: Code): Promise<Lookup> {
  const [release, shard] = await Promise.all([source.release(), source.shard(categoryOf(code))]);
  const asked = { asked: code, release };
  if (!shard) return { ...asked, verdict: 'unknown', nearest: null };

  const judged = judge(shard, code);
  if (judged.verdict === 'unknown') {
    return { ...asked, verdict: 'unknown', nearest: judged.node && titleOf(judged.node) };
  }
  const entry = entryOf(await stepsTo(source, shard, judged.node), shard, judged.node);
  switch (judged.verdict) {
    case 'billable':
      return { ...asked, verdict: 'billable', entry };
    case 'header':
      return { ...asked, verdict: 'header', entry, ...below(shard, judged.node) };
    case 'incomplete':
      return {
        ...asked,
        verdict: 'incomplete',
        entry,
        completions: judged.completions.map((node) => ({
          ...titleOf(node),
          ...optional('extension', extensionOf(shard, node)),
        })),
      };
  }
}

/** The verdicts alone, in the order of the codes: for marking a page, and for lists. */
export async function verdicts(source: CodeSource, codes: readonly Code[]): Promise<Verdict[]> {
  return Promise.all(
    codes.map(async (code) => {
      const shard = await source.shard(categoryOf(code));
      return shard ? judge(shard, code).verdict : 'unknown';
    }),
  );
}

type Judged =
  | { verdict: 'billable' | 'header'; node: CodeNode }
  | { verdict: 'incomplete'; node: CodeNode; completions: CodeNode[] }
  | { verdict: 'unknown'; node: CodeNode | null };

function judge(shard: Shard, code: Code): Judged {
  const found = shard.nodes.find((node) => node.code === code);
  if (found?.billable) return { verdict: 'billable', node: found };
  if (found && !needsSeventhCharacter(shard, found)) return { verdict: 'header', node: found };

  const node = found ?? parentsOf(shard, code).at(-1) ?? null;
  const completions = completionsOf(shard, code);
  return node && completions.length > 0
    ? { verdict: 'incomplete', node, completions }
    : { verdict: 'unknown', node };
}

function below(shard: Shard, header: CodeNode): Pick<Header, 'replacements' | 'choices'> {
  const codes = new Set(shard.nodes.map((node) => node.code));
  const descendants = descendantsOf(shard, header.code);
  const leaves = descendants.filter((node) => node.billable);
  const choices = descendants
    .filter((node) => parentCode(node.code, codes) === header.code)
    .map((node) => ({
      ...titleOf(node),
      billable: node.billable,
      leads: leaves.filter((leaf) => leaf.code.startsWith(node.code)).length,
    }));
  return { replacements: leaves.map(titleOf), choices };
}

function entryOf(hierarchy: readonly Step[], shard: Shard, node: CodeNode): Entry {
  return {
    code: node.code,
    title: node.title,
    billable: node.billable,
    hierarchy,
    notes: node.notes ?? [],
    ...optional('spelling', node.spelling),
    ...optional('table', node.table),
    ...optional('extension', extensionOf(shard, node)),
  };
}

/** The nearest seven-character definition above a seven-character code tells what its last character says. */
function extensionOf(shard: Shard, node: CodeNode): Extension | undefined {
  if (node.code.length < 7) return undefined;
  const defined = parentsOf(shard, node.code).findLast((parent) => parent.sevenChr)?.sevenChr;
  return defined?.extensions.find((extension) => extension.char === node.code[6]);
}

function titleOf({ code, title }: CodeNode): CodeTitle {
  return { code, title };
}

/** An object with the one property, or an empty one: `exactOptionalPropertyTypes` wants it absent, not undefined. */
function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
