import type { ReleaseRow } from '../assemble/release-row';
import type { Code } from '../code';
import { FormatError } from '../formats/format-error';
import { parentCode } from '../shard';

/**
 * Checks that the rows of an order file make a hierarchy.
 * @param file its name, for error messages
 * @returns what is odd but not wrong, as sentences
 * @throws FormatError when a code has no category or parent above it, or stands below a billable one
 */
export function checkRows(rows: readonly ReleaseRow[], file: string): string[] {
  const above = new Map<Code, ReleaseRow>();
  const childless = new Set<Code>();
  for (const [index, row] of rows.entries()) {
    const parent = parentCode(row.code, above);
    const fail = (reason: string): never => {
      throw new FormatError(file, index + 1, reason);
    };
    if (parent === null && row.code.length > 3) fail(`code ${row.code} stands here without its category`);
    if (parent !== null && above.get(parent)?.billable)
      fail(`code ${row.code} stands below ${parent}, which is said to be billable`);
    if (parent !== null) childless.delete(parent);
    if (!row.billable) childless.add(row.code);
    above.set(row.code, row);
  }
  const [first] = childless;
  return first === undefined
    ? []
    : [
        `${childless.size === 1 ? `${first} is a header` : `${childless.size} codes (${first} …) are headers`} with no codes below: the order file may be cut off.`,
      ];
}
