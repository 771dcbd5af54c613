import { expect, it } from 'vitest';
import { copiedText } from '../../components/copy-format';

it('a code is copied with its dot, without it, or with its title', () => {
  const title = 'Type 2 diabetes mellitus without complications';
  expect(copiedText('E11.9', title, 'dotted')).toBe('E11.9');
  expect(copiedText('E11.9', title, 'undotted')).toBe('E119');
  expect(copiedText('E11.9', title, 'titled')).toBe(`E11.9 ${title}`);
  expect(copiedText('E11.99', undefined, 'titled')).toBe('E11.99');
});
