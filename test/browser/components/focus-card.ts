import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { the } from '../page';

/** Gives a card the focus by a click, which gives it to the test's frame, too: keys go to no frame without it. */
export async function focusCard(): Promise<void> {
  await page.getByRole('heading', { level: 2 }).click();
  expect(document.activeElement).toBe(the('.trail'));
}
