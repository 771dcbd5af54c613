import type { Page } from '@playwright/test';
import { clickInCard } from './card-button.ts';
import { card, expect, hoverText, test, waitForCard } from './extension.ts';
import { chooseMenuItem } from './worker.ts';

const textOf = async (page: Page) => (await card(page))?.text.join('\n') ?? '';

test('a hovered card answers at a glance, and unfolds all else in its place', async ({ openDemo }) => {
  const page = await openDemo('index.html');
  await hoverText(page, 'M43.2');
  const folded = (await waitForCard(page, /^M43\.2 Not billable/)).text.join('\n');
  expect(folded).toContain('M43.28');
  expect(folded).not.toContain('Hierarchy');

  await clickInCard(page, /^More/);
  await expect.poll(() => textOf(page)).toContain('Hierarchy');
  const unfolded = await textOf(page);
  for (const text of [
    'Chapter 13',
    'Block M40-M54 Dorsopathies',
    'Block M40-M43 Deforming dorsopathies',
    'M43 Other deforming dorsopathies',
    'Ankylosis of spinal joint',
    'Excludes1',
    'Excludes2',
    'M43.20',
    'FY2027',
    'In plain words',
    'Not medical advice',
  ]) {
    expect(unfolded).toContain(text);
  }
  await clickInCard(page, /^Less/);
  await expect.poll(() => textOf(page)).not.toContain('Hierarchy');
});

test('the chooser of a hovered card leads to a code while the pointer is on it', async ({ page, demo }) => {
  await page.goto(`${demo}index.html`);
  await page.evaluate(() => {
    const line = document.createElement('p');
    line.textContent = 'Diagnosis: S52.5 of the left side';
    document.querySelector('main')?.prepend(line);
  });
  await hoverText(page, 'S52.5');
  await waitForCard(page, /^S52\.5 Not billable/);
  for (const answer of [/^9 Other fractures/, /^2 Left/, /^S sequela/]) {
    await clickInCard(page, answer);
    // The card closes 300 ms after the pointer has left it.
    await page.waitForTimeout(500);
  }
  expect(await textOf(page)).toContain('S52.592S');
  expect(await textOf(page)).toContain('Other fractures of lower end of left radius, sequela');
});

test('a chooser is used by keys alone; P and S answer it while they can, and else pin the card', async ({
  page,
  demo,
  worker,
}) => {
  await page.goto(`${demo}index.html`);
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.value = 'S52.5';
    document.body.prepend(field);
    field.select();
  });
  await page.bringToFront();
  await chooseMenuItem(await worker(), 'S52.5');
  expect((await waitForCard(page, /^S52\.5 Not billable/)).role).toBe('dialog');
  await page.keyboard.type('21P');
  await expect.poll(() => textOf(page)).toContain('S52.521P');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('s');
  await expect.poll(() => textOf(page)).toContain('S52.521S');
  expect(await textOf(page)).toContain('Torus fracture of lower end of right radius, sequela');

  const named = async (name: string) => (await card(page))?.parts.some((part) => part.name === name);
  expect(await named('Pin card')).toBe(true);
  await page.keyboard.press('p');
  await expect.poll(() => named('Pin card')).toBe(false);
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page)).toBeUndefined();
});
