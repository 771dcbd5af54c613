import { type InlineRun, spanOf } from '../reading/inline-runs';
import { queryOf } from '../reading/query';
import type { Decided } from './decider';
import type { Mark, Marks } from './marks';

/** Marks what counts, where the page still reads so: it may have changed while the background answered. */
export function markDecided(marks: Marks, decided: readonly Decided[]): void {
  for (const one of decided) {
    if (!one.counts) continue;
    const { run } = one.candidate;
    const { start, end, ...mark } = stretchOf(one);
    if (stillReads(run, start, end)) marks.add({ ...mark, range: spanOf(run, start, end) });
  }
  marks.paint();
}

/** What to mark of a candidate. A range, and a prefix with its dash, are one mark with the look of a header. */
export function stretchOf({
  candidate,
  verdict,
}: Decided): Omit<Mark, 'range'> & { start: number; end: number } {
  const { text, nominee } = candidate;
  const { to, start, end, dashEnd } = nominee;
  if (to) return { query: queryOf(nominee), verdict: 'header', start, end };
  if (dashEnd === undefined) return { query: queryOf(nominee), verdict, start, end };
  const hasMore = verdict === 'header' || verdict === 'incomplete';
  if (hasMore || text[dashEnd - 2] === '.' || !/^\s+\p{L}/u.test(text.slice(dashEnd, dashEnd + 8))) {
    return { query: queryOf(nominee), verdict: hasMore ? 'header' : verdict, start, end: dashEnd };
  }
  // "I10- Hypertension": the dash of a sentence.
  const { dashEnd: _, ...code } = nominee;
  return { query: queryOf(code), verdict, start, end };
}

function stillReads({ parts, text }: InlineRun, start: number, end: number): boolean {
  const [only, ...others] = parts;
  if (only && others.length === 0) {
    const { node, start: at, from } = only;
    if (node.isConnected && node.data.startsWith(text.slice(start, end), from + start - at)) return true;
  }
  return parts.every(({ node, start: at, from }, index) => {
    const first = Math.max(at, start);
    const last = Math.min(parts[index + 1]?.start ?? text.length, end);
    if (first >= last) return true;
    // White space differs: line breaks are read as blanks, and a gap that CSS makes is in no node.
    const now = node.data.slice(from + first - at, from + last - at).replace(/\s/g, '');
    return node.isConnected && now === text.slice(first, last).replace(/\s/g, '');
  });
}
