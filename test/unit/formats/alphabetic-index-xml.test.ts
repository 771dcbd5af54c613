import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AlphabeticIndexXmlParser,
  parseAlphabeticIndexXml,
} from '../../../data/formats/alphabetic-index-xml';
import { describeOfficial, INDEX_2023, official } from '../official';

const index = (terms: string) =>
  `<?xml version="1.0"?><ICD10CM.index><version>2027</version><title>ICD-10-CM INDEX</title><letter><title>A</title>${terms}</letter></ICD10CM.index>`;
const parse = (terms: string) => parseAlphabeticIndexXml(index(terms), 'index.xml');

const ABERRANT =
  '<mainTerm><title>Aberrant<nemod>(congenital)</nemod></title><seeAlso>Malposition</seeAlso><term level="1"><title>artery<nemod>(peripheral)</nemod> NEC</title><code>Q27.8</code><term level="2"><title>eye</title><code>Q15.8</code><manif>H32</manif></term></term></mainTerm>';

describe('the alphabetic index', () => {
  it('gives each term with those above it and their modifiers', () => {
    expect(parse(ABERRANT)).toEqual({
      version: '2027',
      mainTerms: 1,
      terms: 3,
      unreadable: 0,
      entries: [
        { term: 'Aberrant (congenital), artery (peripheral) NEC', code: 'Q278' },
        { term: 'Aberrant (congenital), artery (peripheral) NEC, eye', code: 'Q158' },
      ],
    });
  });

  it.each([
    ['D24-', 'D24'],
    ['C56.-', 'C56'],
    ['C50.91-', 'C5091'],
    ['S05.8X-', 'S058X'],
  ])('reads %s, which asks for further characters, as %s', (printed, code) => {
    const { entries } = parse(`<mainTerm><title>Lump</title><code>${printed}</code></mainTerm>`);
    expect(entries).toEqual([{ term: 'Lump', code }]);
  });

  it('is the same whatever the pieces it comes in', () => {
    const text = index(ABERRANT);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 8 }), (cuts) => {
        const parser = new AlphabeticIndexXmlParser('index.xml');
        let from = 0;
        for (const cut of [...cuts, text.length].sort((a, b) => a - b)) {
          parser.write(text.slice(from, cut));
          from = cut;
        }
        expect(parser.close()).toEqual(parse(ABERRANT));
      }),
    );
  });

  it('is refused wherever it is cut off', () => {
    const text = index(ABERRANT);
    for (let end = 0; end < text.length; end++) {
      expect(() => parseAlphabeticIndexXml(text.slice(0, end), 'index.xml')).toThrow(/^index\.xml:\d+: /);
    }
  });

  it.each([
    [
      'a table',
      index('<mainTerm><title>x</title><cell col="2">T51</cell></mainTerm>'),
      '<cell> cannot stand in',
    ],
    ['a list of changes', index('<mainTerm><diff><new>x</new></diff></mainTerm>'), '<diff> cannot stand in'],
    [
      'a tabular list',
      '<ICD10CM.tabular/>',
      'not an alphabetic index: the root element is <ICD10CM.tabular>',
    ],
    ['no XML', 'Dear coder', 'not an alphabetic index'],
    ['an unknown entity', index('<mainTerm><title>&uuml;</title></mainTerm>'), 'damaged XML'],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "aa">]>${index('')}`, 'it has a DOCTYPE'],
    ['a term without a title', index('<mainTerm><code>A00</code></mainTerm>'), 'a term without a title'],
    ['bytes that are no UTF-8', index('<mainTerm><title>\ufffd</title></mainTerm>'), 'not UTF-8'],
    ['endless nesting', index(`<mainTerm><title>x</title>${'<term>'.repeat(40)}`), 'nested deeper'],
    ['no terms', index(''), 'the index holds no terms'],
  ])('is refused with %s', (_, text, reason) => {
    expect(() => parseAlphabeticIndexXml(text, 'index.xml')).toThrow(reason);
  });
});

describeOfficial('the alphabetic index of FY2023', () => {
  it('has 8,060 main terms, 80,118 terms in all, and no code that can’t be read', () => {
    const { entries, ...counts } = parseAlphabeticIndexXml(official(INDEX_2023), 'index');
    expect(counts).toEqual({ version: '2023', mainTerms: 8060, terms: 80_118, unreadable: 0 });
    expect(entries).toHaveLength(61_983);
  });
});
