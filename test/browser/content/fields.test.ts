import { describe, expect, it } from 'vitest';
import { codeInField } from '../../../entrypoints/content/reading/fields';
import { show, the } from '../page';

function codeIn(html: string): string | null {
  show(html);
  return codeInField(the('#field'));
}

describe('the code in a form field', () => {
  it.each([
    ['a dotted code', '<input id="field" value="E11.9">', 'E119'],
    ['a dotted code in lower case', '<input id="field" value=" e11.9 ">', 'E119'],
    ['a dotted code in a search field', '<input id="field" type="search" value="M43.2">', 'M432'],
    ['an undotted code in a field that is named dx1', '<input id="field" name="dx1" value="E119">', 'E119'],

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
    ['a category with the placeholder Dx', '<input id="field" placeholder="Dx" value="I10">', 'I10'],
    ['a label that refers to it', '<label for="field">Diag 1</label><input id="field" value="E119">', 'E119'],
    ['an undotted code in a field of another name', '<input id="field" name="hcpcs" value="E1140">', null],
    ['an undotted code in a field without name', '<input id="field" value="E119">', null],
    ['a word', '<input id="field" name="diagnosis" value="fever">', null],
    ['more than a code', '<input id="field" name="diagnosis" value="E11.9 Type 2 diabetes">', null],
    ['nothing', '<input id="field" name="diagnosis">', null],
  ])('is read or not from %s', (_, html, code) => {
    expect(codeIn(html)).toBe(code);
  });

  it.each(['password', 'hidden', 'email', 'tel', 'number', 'url', 'checkbox', 'button', 'date'])(
    'is never read from an input of type %s',
    (type) => {
      expect(codeIn(`<input id="field" name="diagnosis" type="${type}" value="E11.9">`)).toBeNull();
    },
  );

  it.each([
    ['<select id="field"><option>E11.9 Type 2 diabetes</option></select>', 'E119'],
    [
      '<select id="field"><option>I10</option><option selected>M43.2 - Fusion of spine</option></select>',
      'M432',
    ],
    ['<select id="field"><option>ICD-10: I10</option></select>', 'I10'],
    ['<select id="field"><option>None</option></select>', null],
    ['<select id="field"></select>', null],
  ])('is the one before the title of the chosen option: %s', (html, code) => {
    expect(codeIn(html)).toBe(code);
  });

  it('is read as it was typed, not as the page was sent', () => {
    show('<input id="field" value="E11.9">');
    the<HTMLInputElement>('#field').value = 'M43.2';
    expect(codeInField(the('#field'))).toBe('M432');
  });

  it('is none in what is no field', () => {
    expect(codeIn('<p id="field">E11.9</p>')).toBeNull();
    expect(codeIn('<textarea id="field">E11.9</textarea>')).toBeNull();
  });
});
