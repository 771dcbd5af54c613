import { type InlineRun, spanOf } from '../reading/inline-runs';
import { queryOf } from '../reading/query';
import type { Decided } from '../weighing/decider';
import type { Mark, Marks } from './marks';

/** Marks what counts (it is painted later), where the page still reads so: it may have changed while the background answered. */
export function markDecided(marks: Marks, decided: readonly Decided[]): void {
  for (const one of decided) {
    if (!one.counts) continue;
    const { run } = one.candidate;
    const { query, verdict, start, end } = stretchOf(one);
    if (!stillReads(run, start, end)) continue;
    const range = spanOf(run, start, end);
    const isSplit = range.startContainer !== range.endContainer;
    marks.add(
      isSplit ? { query, verdict, range, between: textsBetween(run, range) } : { query, verdict, range },
    );
  }
}

/** What to mark of a candidate. A range, and a prefix with its dash, are one mark with the look of a header. */
export function stretchOf({
  candidate,
  verdict,
}: Decided): Omit<Mark, 'range'> & { start: number; end: number } {
  const { text, nominee } = candidate;
  const { to, start, end, dashEnd } = nominee;
  const look = to ? 'header' : verdict;
  if (dashEnd === undefined) return { query: queryOf(nominee), verdict: look, start, end };
  const hasMore = !to && (verdict === 'header' || verdict === 'incomplete');
  if (hasMore || text[dashEnd - 2] === '.' || !/^\s+[A-Za-zÀ-ɏ]/.test(text.slice(dashEnd, dashEnd + 8))) {
    return { query: queryOf(nominee), verdict: hasMore ? 'header' : look, start, end: dashEnd };
  }
  // "I10- Hypertension": the dash of a sentence.
  const { dashEnd: _, ...code } = nominee;
  return { query: queryOf(code), verdict: look, start, end };
}

function stillReads({ parts, text }: InlineRun, start: number, end: number): boolean {
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only) {
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

function textsBetween({ parts }: InlineRun, { startContainer, endContainer }: StaticRange): Node[] {
  const nodes = parts.map(({ node }): Node => node);
  const inner = nodes.slice(nodes.lastIndexOf(startContainer) + 1, nodes.indexOf(endContainer));
  return [...new Set(inner)];
}
