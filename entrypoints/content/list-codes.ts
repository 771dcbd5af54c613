import { type FromListedFrame, MOST_LISTED } from '../../components/messages';
import { parseSpan, printSpan } from '../../data/code-span';
import type { PageReading } from './page-reading';
import { inReadingOrder } from './reading/in-order';

type Codes = Extract<FromListedFrame, { kind: 'codes' }>['codes'];

/** The codes that are marked in this frame, each once, in the order in which they are read. */
export function listCodes({ marks, shadowRoots }: PageReading): Codes {
  const listed = new Map<string, Codes[number]>();
  for (const { query, verdict } of inReadingOrder(marks.all(), document, shadowRoots)) {
    const span = parseSpan(query);
    // As it is printed: a page may have it without its dot.
    const spelling = span ? printSpan(span) : query;
    if (!listed.has(spelling)) listed.set(spelling, { spelling, verdict });
    if (listed.size === MOST_LISTED) break;
  }
  return [...listed.values()];
}
