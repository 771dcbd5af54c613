import { type Code, parseCode } from '../../../code';
import { FormatError } from '../../../formats/format-error';
import { cleanTitle } from './icdcodex';

/** `'A000',"Cholera due to Vibrio cholerae 01, biovar cholerae",'0','1'` */
const ROW = /^'([0-9A-Z]+) *',(?:"([^"]*)"|'([^']*)')/;

/**
 * Reads the titles from the table of HCUP's Chronic Condition Indicator (2019), which lists every code
 * that was billable in a release from FY2016 to FY2019. They are full titles.
 * @throws FormatError on a line that is no row
 */
export function parseHcup(text: string, file: string): ReadonlyMap<Code, string> {
  const titles = new Map<Code, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (index === 0 || line === '') continue;
    const [, code, title, single] = ROW.exec(line) ?? [];
    if (code === undefined || parseCode(code) !== code)
      throw new FormatError(file, index + 1, 'no code with its title');
    titles.set(code as Code, cleanTitle(title ?? single ?? ''));
  }
  return titles;
}
