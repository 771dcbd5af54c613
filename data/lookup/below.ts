import type { Code } from '../code';
import { descendantsOf } from '../family';
import type { Shard } from '../release';
import type { Below } from './answer';
import { titleOf } from './judge';

/** What lies below a header beside its billable codes. */
export function belowOf(category: Shard, header: Code): Below {
  const headings = descendantsOf(category, header).filter(({ billable }) => !billable);
  return {
    headings: headings.map(titleOf),
    sevenths: category.nodes.flatMap(({ code, sevenChr }) =>
      sevenChr && (code.startsWith(header) || header.startsWith(code))
        ? [{ definedBy: code, extensions: sevenChr.extensions }]
        : [],
    ),
  };
}
