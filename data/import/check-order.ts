import { FormatError } from '../formats/format-error';
import { checkRows } from './check-rows';
import { knownFile, yearByCounts } from './known-files';
import type { PresentRelease } from './present';
import type { Parts } from './read-parts';

/**
 * Checks an order file against its addenda, the published counts and the present release. One that is cut off
 * between two lines is well-formed, so nothing but its counts shows it.
 * @returns warnings, as sentences
 * @throws FormatError when it contradicts its addenda, or is no hierarchy
 */
export function checkOrder(parts: Parts, present: PresentRelease): string[] {
  const { order, addenda } = parts;
  if (!order) return [];
  const { rows, billable } = order.content;
  const warnings = checkRows(rows, order.path);
  const end = rows.at(-1);
  if (end && !end.billable) {
    throw new FormatError(
      order.path,
      rows.length,
      `it ends with the header ${end.code}, and nothing below it: it is cut off`,
    );
  }
  if (knownFile(order.sha256)) return warnings;
  if (addenda) {
    const { headers, codes } = addenda.content;
    if (headers.after + codes.after === rows.length && codes.after === billable) return warnings;
    throw new FormatError(
      order.path,
      null,
      `it has ${rows.length} codes, ${billable} of them billable, where ${addenda.path} counts ${headers.after + codes.after} and ${codes.after}: it is cut off, or of another year`,
    );
  }
  if (yearByCounts(rows.length, billable) !== null) return warnings;
  warnings.push(
    'The order file’s counts are not those of a release that Dx Lens knows, and no addenda prove them.',
  );
  const last = present.shards.at(-1)?.nodes.at(-1)?.code;
  const there = new Set(rows.map(({ code }) => code));
  if (last && !there.has(last))
    warnings.push(
      `The order file ends with ${rows.at(-1)?.code}; ${present.release.name} ends with ${last}: it may be cut off.`,
    );
  return warnings;
}
