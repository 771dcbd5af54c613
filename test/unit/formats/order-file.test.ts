import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../data/formats/format-error';
import { OrderFileParser, parseOrderFile } from '../../../data/formats/order-file';
import { DESCRIPTIONS_2026, describeOfficial, ORDER_2026_MEMBER, ORDER_2027, official } from '../official';

const NAME = 'icd10cm-order-2027.txt';

function row(order: number, code: string, flag: string, short: string, long = short): string {
  return `${String(order).padStart(5, '0')} ${code.padEnd(7)} ${flag} ${short.padEnd(60)} ${long}`;
}

const CHOLERA = [
  row(1, 'A00', '0', 'Cholera'),
  row(2, 'A000', '1', 'Cholera due to Vibrio cholerae 01, biovar cholerae'),
  row(3, 'A001', '1', 'Cholera due to Vibrio cholerae 01, biovar eltor'),
  row(4, 'A0109', '1', 'Typhoid fever w oth complications', 'Typhoid fever with other complications'),
];
const WHOLE = CHOLERA.map((line) => `${line}\r\n`).join('');

function parse(...lines: string[]) {
  return parseOrderFile(lines.map((line) => `${line}\r\n`).join(''), NAME);
}

describeOfficial('the official order files', () => {
  it('hold 98,403 rows, 74,879 of them billable, in FY2027', () => {
    const { rows, billable } = parseOrderFile(official(ORDER_2027), NAME);
    expect([rows.length, billable]).toEqual([98_403, 74_879]);
    expect(rows.at(-1)).toEqual({
      order: 98_403,
      code: 'U099',
      billable: true,
      shortTitle: 'Post COVID-19 condition, unspecified',
      title: 'Post COVID-19 condition, unspecified',
    });
  });

  it('hold 98,186 rows, 74,719 of them billable, in FY2026', () => {
    const { rows, billable } = parseOrderFile(official(DESCRIPTIONS_2026, ORDER_2026_MEMBER), 'order-2026');
    expect([rows.length, billable]).toEqual([98_186, 74_719]);
  });

  it('never give a row that is not theirs, wherever they are cut', () => {
    const text = official(ORDER_2027).slice(0, 4000);
    const published = parseOrderFile(text.slice(0, text.lastIndexOf('\n') + 1), NAME).rows;
    for (let end = 0; end <= text.length; end++) {
      try {
        const { rows } = parseOrderFile(text.slice(0, end), NAME);
        expect(rows, `cut at ${end}`).toEqual(published.slice(0, rows.length));
      } catch (error) {
        expect(error, `cut at ${end}`).toBeInstanceOf(FormatError);
      }
    }
  });
});

describe('the order file parser', () => {
  it('gives number, code, flag and both titles of each row', () => {
    expect(parse(...CHOLERA).rows[3]).toEqual({
      order: 4,
      code: 'A0109',
      billable: true,
      shortTitle: 'Typhoid fever w oth complications',
      title: 'Typhoid fever with other complications',
    });
  });

  it('gives the same rows however the file arrives in pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(WHOLE.length)), (cuts) => {
        const parser = new OrderFileParser(NAME);
        const borders = [0, ...cuts.sort((a, b) => a - b), WHOLE.length];
        for (const [index, end] of borders.entries()) parser.write(WHOLE.slice(borders[index - 1] ?? 0, end));
        expect(parser.close()).toEqual(parseOrderFile(WHOLE, NAME));
      }),
    );
  });

  it('takes plain line feeds, a byte order mark, and a last row that is whole without its line end', () => {
    const text = `\ufeff${CHOLERA.slice(0, 3).join('\n')}`;
    expect(parseOrderFile(text, NAME).rows).toHaveLength(3);
  });

  it.each([
    ['is cut in mid-row', WHOLE.slice(0, -25), 4, 'the file ends in the middle of this row'],
    [
      'is cut in the short title',
      WHOLE.slice(0, 90 + 40),
      2,
      'the line ends after 44 of at least 78 columns',
    ],
    ['skips an order number', `${CHOLERA[0]}\n${CHOLERA[2]}\n`, 2, 'order number 3 where 2 is due'],
    [
      'repeats an order number',
      `${CHOLERA[0]}\n${row(1, 'A000', '1', 'x')}\n`,
      2,
      'order number 1 where 2 is due',
    ],
    [
      'has an unknown flag',
      `${CHOLERA[0]}\n${row(2, 'A000', '2', 'x')}\n`,
      2,
      'the flag is "2", neither 0 nor 1',
    ],
    [
      'has a code of bad shape',
      `${CHOLERA[0]}\n${row(2, '0A00', '1', 'x')}\n`,
      2,
      '"0A00" does not have the shape of a code',
    ],
    [
      'has a code with its dot',
      `${CHOLERA[0]}\n${row(2, 'A00.0', '1', 'x')}\n`,
      2,
      '"A00.0" does not have the shape of a code',
    ],
    [
      'has a code twice',
      `${CHOLERA[0]}\n${row(2, 'A00', '0', 'x')}\n`,
      2,
      'code A00 stands here a second time',
    ],
    [
      'has no long title',
      `${CHOLERA[0]}\n${row(2, 'A000', '1', 'x', '  ')}\n`,
      2,
      'code A000 has no long title',
    ],
    ['has a shifted column', `${CHOLERA[0]}\n${row(2, 'A000', '11', 'x')}\n`, 2, 'column 16 is not blank'],
    [
      'turns into binary data',
      `${CHOLERA[0]}\nPK\u0003\u0004\u0000`,
      2,
      'the file holds binary data, not text',
    ],
    [
      'turns into undecodable bytes',
      `${CHOLERA[0]}\n\ufffd\ufffd`,
      2,
      'the file holds binary data, not text',
    ],
    [
      'has an endless line',
      `${CHOLERA[0]}\n${'x'.repeat(5000)}`,
      2,
      'the line is longer than 4096 characters',
    ],
    [
      'is an error page',
      '<!DOCTYPE html>\n<title>404</title>',
      1,
      'not an order file: this is markup, perhaps the error page of a server',
    ],
    [
      'is the codes file of the same zip',
      'A000    Cholera due to Vibrio cholerae 01, biovar cholerae\r\n',
      1,
      'not an order file: the line ends after 58 of at least 78 columns',
    ],
    [
      'is some other wide text',
      `${'Lorem ipsum '.repeat(10)}\n`,
      1,
      'not an order file: "Lorem" is not an order number',
    ],
  ])('refuses a file that %s', (_, text, line, reason) => {
    expect(() => parseOrderFile(text, NAME)).toThrow(new FormatError(NAME, line, reason));
  });

  it('names file, line and reason in the message', () => {
    const text = WHOLE.slice(0, 130);
    expect(() => parseOrderFile(text, NAME)).toThrow(
      `${NAME}:2: the line ends after 44 of at least 78 columns`,
    );
  });

  it('refuses an empty file', () => {
    expect(() => parseOrderFile('', NAME)).toThrow(`${NAME}: the file holds no rows`);
  });
});
