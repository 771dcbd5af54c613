import { readFileSync } from 'node:fs';
import type { CodeBook } from '../../data/book';
import { readVocabulary } from '../../data/build/vocabulary';
import { type Code, parseCode } from '../../data/code';
import { EmbeddedRelease } from '../../data/embedded';
import { History } from '../../data/history/history';
import type { IndexTerms } from '../../data/index-terms';
import type { CodeNode, Release, Shard } from '../../data/release';
import { buildIndex } from '../../data/search/build-index';
import { SearchEngine } from '../../data/search/engine';
import type { SearchIndex } from '../../data/search/index-format';
import { OurVocabulary } from '../../data/search/our-vocabulary';
import type { CodeSource } from '../../data/source';

const PACK = new Uint8Array(readFileSync(new URL('../../data/icd10cm/release.zip', import.meta.url)));

/** The release that ships in the package. */
export const embedded = new EmbeddedRelease(async () => PACK);

/** The same release with every shard in memory: for tests that ask for many codes. */
export class ReleaseInMemory implements CodeSource {
  private constructor(
    private readonly manifest: Release,
    private readonly shards: ReadonlyMap<Code, Shard>,
  ) {}

  static async read(): Promise<ReleaseInMemory> {
    const shards = new Map<Code, Shard>();
    for await (const shard of embedded.shards()) shards.set(shard.category, shard);
    return new ReleaseInMemory(await embedded.release(), shards);
  }

  release = async () => this.manifest;
  outline = () => embedded.outline();
  shard = async (category: Code): Promise<Shard | null> => this.shards.get(category) ?? null;

  /** All rows in tabular order. */
  get nodes(): CodeNode[] {
    return [...this.shards.values()].flatMap((shard) => shard.nodes);
  }
}

/** What search adds to the official texts. */
export const ours = new OurVocabulary(readVocabulary());

/** The search over a release, with our own vocabulary unless told otherwise. */
export async function engineFor(
  shards: AsyncIterable<Shard>,
  vocabulary = ours,
  terms?: IndexTerms,
): Promise<SearchEngine> {
  return new SearchEngine(await buildIndex(shards, vocabulary, terms), vocabulary);
}

/** How many codes an index has. */
export function codesIn({ documents }: SearchIndex): number {
  return documents.sevenths.reduce((sum, folded) => sum + 1 + folded, 0);
}

/** A day in FY2027. */
export const IN_FY2027 = '2026-11-22';

/** A release with the history that ships in the package: what lookups are answered from. */
export function bookOf(release: CodeSource): CodeBook {
  const history = History.parse(
    readFileSync(new URL('../../data/icd10cm/history.json', import.meta.url), 'utf8'),
  );
  return { installed: release, packaged: release, history: async () => history };
}

/** A code as people write it. @throws Error when it has not the shape of one */
export function codeOf(text: string): Code {
  const code = parseCode(text);
  if (!code) throw new Error(`${text} has not the shape of a code`);
  return code;
}
