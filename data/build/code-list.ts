import { type Code, parseCode } from '../code';
import { FormatError } from '../formats/format-error';

/**
 * Reads the wheel's list of all ids in tabular order, one a line: chapters (numbers), blocks and codes.
 * @returns the codes in order. A block that has a category's id (B99) stands directly before it, so the first
 * occurrence of a repeated id is in the category's place
 * @throws FormatError when a line is none of the three
 */
export function parseCodeList(text: string, file: string): readonly Code[] {
  const codes = new Set<Code>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || /^\d+$/.test(line) || line.includes('-')) continue;
    const code = parseCode(line);
    if (code !== line)
      throw new FormatError(file, index + 1, `${JSON.stringify(line)} is no chapter, block or code`);
    codes.add(code);
  }
  return [...codes];
}
