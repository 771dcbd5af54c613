import { describe, expect, it } from 'vitest';
import { codeInField } from '../../../entrypoints/content/weighing/field-codes';
import { show, the } from '../page';

/** What is looked up for a field with the pointer on it; by default the pointer tells of no character. */
function codeIn(html: string, offset: number | null = null): string | null {
  show(html);
  return codeInField(the('#field'), () => offset)?.query ?? null;
}

describe('the code in a form field', () => {
  it.each([
    ['a dotted code', '<input id="field" value="E11.9">', 'E11.9'],
    ['a dotted code in a search field', '<input id="field" type="search" value="M43.2">', 'M43.2'],
    ['an undotted code in a field that is named dx1', '<input id="field" name="dx1" value="E119">', 'E119'],
    ['one named dxCode', '<input id="field" name="dxCode" value="E119">', 'E119'],
    [
      'a dotted code in lower case, in such a field',
      '<input id="field" name="dx1" value=" e11.9 ">',
      'E11.9',
    ],
    [
      'a category under the label Diagnosis',
      '<label>Diagnosis <input id="field" value="I10"></label>',
      'I10',
    ],
    [
      'a category with the ARIA name ICD-10 code',
      '<input id="field" aria-label="ICD-10 code" value="I10">',
      'I10',
    ],
    [
      'a category with an ARIA label elsewhere',
      '<b id="name">Diagnosis</b><p></p><input id="field" aria-labelledby="name" value="I10">',
      'I10',
    ],
    ['a category with the placeholder Dx', '<input id="field" placeholder="Dx" value="I10">', 'I10'],
    ['a label that refers to it', '<label for="field">Diag 1</label><input id="field" value="E119">', 'E119'],
    ['a code and its title', '<input id="field" name="diagnosis" value="E11.9 Type 2 diabetes">', 'E11.9'],
    ['a prefix', '<input id="field" name="diagnosis" value="E10.-">', 'E10.-'],
    ['a range', '<input id="field" name="diagnosis" value="M40-M43">', 'M40-M43'],
    ['a field that cannot be edited', '<input id="field" readonly value="E11.9">', 'E11.9'],
    ['an undotted code in a field of another name', '<input id="field" name="hcpcs" value="E1140">', null],
    ['an undotted code in a field without name', '<input id="field" value="E119">', null],
    ['a word', '<input id="field" name="diagnosis" value="fever">', null],
    ['nothing', '<input id="field" name="diagnosis">', null],
  ])('is read or not from %s', (_, html, query) => {
    expect(codeIn(html)).toBe(query);
  });

  it('tells whether the field is one for diagnoses', () => {
    show('<input id="field" name="dx1" value="E11.9"><input id="other" value="E11.9">');
    expect(codeInField(the('#field'), () => null)).toEqual({ query: 'E11.9', isLabelled: true });
    expect(codeInField(the('#other'), () => null)).toEqual({ query: 'E11.9', isLabelled: false });
  });

  it.each(['password', 'hidden', 'email', 'tel', 'number', 'url', 'checkbox', 'button', 'date', 'file'])(
    'is never read from an input of type %s',
    (type) => {
      show(`<input id="field" name="diagnosis" type="${type}">`);
      the('#field').setAttribute('value', 'E11.9');
      expect(codeInField(the('#field'), () => 0)).toBeNull();
    },
  );

  it.each([
    ['<select id="field"><option>E11.9 Type 2 diabetes</option></select>', 'E11.9'],
    [
      '<select id="field"><option>I10</option><option selected>M43.2 - Fusion of spine</option></select>',
      'M43.2',
    ],
    ['<select id="field"><option>ICD-10: I10</option></select>', 'I10'],
    ['<select id="field"><option>None</option></select>', null],
    ['<select id="field"></select>', null],
  ])('is the one of the chosen option: %s', (html, query) => {
    expect(codeIn(html)).toBe(query);
  });

  it('is that of the option of a list that the pointer is on', () => {
    const options = '<option>E11.9 Type 2 diabetes</option><option id="field">M43.2 Fusion of spine</option>';
    expect(codeIn(`<select size="4">${options}</select>`)).toBe('M43.2');
  });

  it('is read as it was typed, not as the page was sent', () => {
    show('<input id="field" value="E11.9">');
    the<HTMLInputElement>('#field').value = 'M43.2';
    expect(codeInField(the('#field'), () => null)?.query).toBe('M43.2');
  });

  it('is the one of several that the pointer is on', () => {
    const html = '<input id="field" name="dx" value="E11.9, M43.2">';
    expect(codeIn(html, 2)).toBe('E11.9');
    expect(codeIn(html, 8)).toBe('M43.2');
    expect(codeIn(html)).toBe('E11.9');
  });

  it('is in a text of several lines the one that the pointer is on, or none', () => {
    const html = '<textarea id="field">has E11.9\nand M43.2 for years</textarea>';
    expect(codeIn(html, 5)).toBe('E11.9');
    expect(codeIn(html, 16)).toBe('M43.2');
    expect(codeIn(html, 24)).toBeNull();
  });

  it('is none in what is no field', () => {
    expect(codeIn('<p id="field">E11.9</p>')).toBeNull();
    expect(codeIn('<button type="button" id="field" value="E11.9">E11.9</button>')).toBeNull();
  });

  it.todo('is found in a form whose fields have the names of DOM properties');
});
