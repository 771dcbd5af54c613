import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../data/formats/format-error';
import { countTabular, type TabularDiag, walkDiags } from '../../../data/formats/tabular';
import { parseTabularXml, TabularXmlParser } from '../../../data/formats/tabular-xml';
import { describeOfficial, official, TABULAR_2023, TABULAR_2025_CHAPTER_2 } from '../official';

const NAME = 'icd10cm-tabular.xml';

/** A list with one category, and `inside` in it. */
function list(inside = '', attributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular${attributes}>
  <version>2026</version>
  <introduction><introSection type="title"><title>Instructional Notations</title></introSection></introduction>
  <chapter>
    <name>13</name>
    <desc>Diseases of the musculoskeletal system and connective tissue (M00-M99)</desc>
    <sectionIndex><sectionRef first="M40" last="M43" id="M40-M43">Deforming dorsopathies</sectionRef></sectionIndex>
    <section id="M40-M43">
      <desc>Deforming dorsopathies (M40-M43)</desc>
      <diag><name>M43</name><desc>Other deforming dorsopathies</desc>${inside}</diag>
    </section>
  </chapter>
</ICD10CM.tabular>
`;
}

function category(inside: string): TabularDiag | undefined {
  return parseTabularXml(list(inside), NAME).chapters[0]?.sections[0]?.diags[0];
}

describeOfficial('the official tabular lists', () => {
  it('hold 2,198 nodes and 1,547 note lines in chapter 2 of FY2025', () => {
    const counts = countTabular(parseTabularXml(official(TABULAR_2025_CHAPTER_2), NAME));
    expect(counts.chapters + counts.sections + counts.codes).toBe(2198);
    expect(counts.noteLines).toBe(1547);
  });

  it('hold 45,869 codes in FY2023', () => {
    const tabular = parseTabularXml(official(TABULAR_2023), NAME);
    expect(tabular.version).toBe('2023');
    expect(countTabular(tabular)).toMatchObject({ chapters: 22, codes: 45_869 });
  });

  it('give S12.8 a definition of its own within that of S12', () => {
    const diags = [...walkDiags(parseTabularXml(official(TABULAR_2023), NAME))];
    const chars = (code: string) =>
      diags.find((diag) => diag.code === code)?.sevenChr?.extensions.map(({ char }) => char);
    expect(chars('S12')).toEqual(['A', 'B', 'D', 'G', 'K', 'S']);
    expect(chars('S128')).toEqual(['A', 'D', 'S']);
  });
});

describe('the tabular list parser', () => {
  it('keeps repeated note elements apart, in the order of the list', () => {
    const notes = category(
      '<useAdditionalCode><note>a</note></useAdditionalCode><includes><note>b</note><note>c</note></includes>' +
        '<useAdditionalCode><note>d</note></useAdditionalCode>',
    )?.notes;
    expect(notes).toEqual([
      { kind: 'useAdditionalCode', lines: ['a'] },
      { kind: 'includes', lines: ['b', 'c'] },
      { kind: 'useAdditionalCode', lines: ['d'] },
    ]);
  });

  it('keeps the wording of a note, and drops only the white space around it', () => {
    const text = '\n  Vitamin D  &lt;10 &amp; "low":\tsee <![CDATA[E55.-]]> \n';
    expect(category(`<notes><note>${text}</note></notes>`)?.notes?.[0]?.lines).toEqual([
      'Vitamin D  <10 & "low":\tsee E55.-',
    ]);
  });

  it('puts a note among the seventh characters under the one that it follows', () => {
    expect(
      category(
        '<sevenChrNote><note>One of these</note></sevenChrNote><sevenChrDef>' +
          '<extension char="A">initial encounter for closed fracture</extension>' +
          '<extension char="B">initial encounter for open fracture type I or II</extension>' +
          '<note>\tinitial encounter for open fracture NOS</note></sevenChrDef>',
      )?.sevenChr,
    ).toEqual({
      notes: ['One of these'],
      extensions: [
        { char: 'A', text: 'initial encounter for closed fracture' },
        {
          char: 'B',
          text: 'initial encounter for open fracture type I or II',
          notes: ['initial encounter for open fracture NOS'],
        },
      ],
    });
  });

  it('leaves keys out where a node has nothing', () => {
    expect(category('<includes/>')).toEqual({
      code: 'M43',
      title: 'Other deforming dorsopathies',
      diags: [],
    });
  });

  it('gives the same list however the file arrives in pieces', () => {
    const text = list('<diag><name>M43.2</name><desc>Fusion of spine – &#233;</desc></diag>');
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const parser = new TabularXmlParser(NAME);
        const borders = [0, ...cuts.sort((a, b) => a - b), text.length];
        for (const [index, end] of borders.entries()) parser.write(text.slice(borders[index - 1] ?? 0, end));
        expect(parser.close()).toEqual(parseTabularXml(text, NAME));
      }),
    );
  });

  it('refuses a list that is cut, wherever it is cut', () => {
    const text = list('<excludes1><note>x</note></excludes1>').trimEnd();
    for (let end = 0; end < text.length; end++) {
      expect(() => parseTabularXml(text.slice(0, end), NAME), `cut at ${end}`).toThrow(FormatError);
    }
  });

  it.each([
    ['ends early', list().slice(0, -60), /^icd10cm-tabular\.xml:\d+: the file ends early: unclosed tag: \w+/],
    ['is empty', '', 'the file ends early: document must contain a root element'],
    [
      'has another root',
      '<?xml version="1.0"?><ICD10CM.index></ICD10CM.index>',
      'not a tabular list: the root element is <ICD10CM.index>',
    ],
    ['is an addenda', list('', ' isAddenda="true"'), 'it is an addenda, not a full list'],
    ['marks changes', list('<includes><note><new>x</new></note></includes>'), '<new> cannot stand in <note>'],
    ['is an error page', '<!DOCTYPE html>\n<html><body>404</body></html>', 'it has a DOCTYPE'],
    ['is an error page without a doctype', '<html><body>404</body></html>', 'the root element is <html>'],
    ['is a text file', '00001 A00     0 Cholera', 'not a tabular list: text data outside of root node'],
    ['is binary', 'PK\u0003\u0004\u0000\u0000', 'not a tabular list: disallowed character'],
    ['is not UTF-8', list('<desc>M\ufffdni\ufffdre</desc>'), 'it holds bytes that are not UTF-8 text'],
    [
      'declares entities',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>${list().slice(39)}`,
      'it has a DOCTYPE',
    ],
    [
      'uses an undefined entity',
      list('<includes><note>&nbsp;</note></includes>'),
      /damaged XML: undefined entity/,
    ],
    [
      'has a code twice',
      list('<diag><name>M43.2</name><desc>x</desc></diag>'.repeat(2)),
      'code M43.2 stands here a second time',
    ],
    [
      'has a code under another category',
      list('<diag><name>M44.2</name><desc>x</desc></diag>'),
      'code M442 cannot stand below M43',
    ],
    [
      'has a name that is no code',
      list('<diag><name>M43-2</name><desc>x</desc></diag>'),
      '"M43-2" does not have the shape of a code',
    ],
    [
      'has a code without a title',
      list('<diag><name>M43.2</name></diag>'),
      'a <diag> without a title: M43.2',
    ],
    ['has text between its elements', list('lorem'), 'text outside of any title or note: "lorem"'],
    ['has an unknown element', list('<script/>'), '<script> cannot stand in <diag>'],
    ['has no codes', '<ICD10CM.tabular></ICD10CM.tabular>', 'the list holds no codes'],
  ])('refuses a file that %s', (_, text, reason) => {
    expect(() => parseTabularXml(text, NAME)).toThrow(FormatError);
    expect(() => parseTabularXml(text, NAME)).toThrow(reason);
  });

  it('names the line on which the damage shows', () => {
    const text = list('\n<excludes1>\n<note>x</excludes1>');
    expect(() => parseTabularXml(text, NAME)).toThrow(`${NAME}:13: damaged XML: unexpected close tag`);
  });
});
