import type { CodeBook } from '../book';
import { type Code, categoryOf } from '../code';
import { parseSpan, printSpan } from '../code-span';
import type { Day } from '../day';
import { parentsOf } from '../family';
import type { Shard } from '../release';
import { categoryOn, nodeOn, outlineOn, spansOf } from './category-on-day';

/**
 * The official titles of codes (`E119`) and of ranges (`M40-M43`) on a day, in their order: by them a page shows that
 * a text is a code. A code that lacks its end has the title of the longest one that it begins with, an ended or later
 * one its own, a range that of its block or chapter; null for what has none.
 */
export async function titles(book: CodeBook, texts: readonly string[], on: Day): Promise<(string | null)[]> {
  const categories = new Map<Code, Promise<Shard | null>>();
  return Promise.all(
    texts.map(async (text) => {
      const span = parseSpan(text);
      if (span?.kind === 'range') return titleOfRange(book, printSpan(span), on);
      if (!span) return null;
      const { code } = span;
      const category = categories.get(categoryOf(code)) ?? categoryOn(book, categoryOf(code), on);
      categories.set(categoryOf(code), category);
      const shard = await category;
      const node =
        shard?.nodes.find((candidate) => candidate.code === code) ?? (shard && parentsOf(shard, code).at(-1));
      return node?.title ?? (await titleOnAnotherDay(book, code));
    }),
  );
}

async function titleOfRange(book: CodeBook, range: string, on: Day): Promise<string | null> {
  const { blocks, chapters } = await outlineOn(book, on);
  const block = blocks.find(({ id }) => id === range);
  return block?.title ?? chapters.find(({ title }) => title.endsWith(`(${range})`))?.title ?? null;
}

async function titleOnAnotherDay(book: CodeBook, code: Code): Promise<string | null> {
  const was = (await spansOf(book, code)).findLast(({ status }) => status !== 'absent');
  return was ? ((await nodeOn(book, code, was.from))?.title ?? null) : null;
}
