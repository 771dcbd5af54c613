import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type FirefoxWithExtension, hoverText, readMarks, startFirefox, waitForCard } from './extension';

let firefox: FirefoxWithExtension;
let demo: Page;
let popup: Page;

beforeAll(async () => {
  firefox = await startFirefox();
  demo = await firefox.openDemo('chart.html');
  popup = await openScreen('popup.html');
});

afterAll(async () => {
  await firefox?.close();
});

test('the popup opens with the codes of the page in front, and follows them', async () => {
  await eventually(() => codesIn('In this page')).toContain('I50.22');
  const before = await codesIn('In this page');
  expect(new Set(before).size).toBe(before.length);
  await demo.bringToFront();
  await demo.evaluate(() => {
    const note = document.createElement('p');
    note.textContent = 'Diagnosis: G40.011';
    document.querySelector('main')?.prepend(note);
  });
  await expect.poll(() => codesIn('In this page'), { timeout: 2_000 }).toEqual(['G40.011', ...before]);
  await popup.bringToFront();
});

test('words and codes are found as they are typed, and one is opened and left by keyboard alone', async () => {
  await popup.keyboard.type('fusion spine cervical');
  await eventually(async () => (await codes()).slice(0, 3)).toContain('M43.22');
  await clearByEscape();
  await popup.keyboard.type('E119');
  await eventually(async () => (await codes())[0]).toBe('E11.9');
  await popup.keyboard.press('Enter');
  await eventually(() => textOf('.card-box h2')).toBe('E11.9 Type 2 diabetes mellitus without complications');
  expect(await textOf('.card-box')).toContain('Billable');
  expect(await focused()).toBe('Card');
  await popup.keyboard.press('Escape');
  await eventually(focused).toBe('combobox');
  await clearByEscape();
});

test('results are narrowed to billable codes and to a chapter', async () => {
  await popup.keyboard.type('fracture');
  await eventually(() => textOf('.count')).toMatch(/^First 50 of [\d,]+ codes$/);
  const all = await textOf('.count');
  await click('.filters input');
  await eventually(() => textOf('.count')).not.toBe(all);
  expect(new Set(await textsOf('[role=option] .badge'))).toEqual(new Set(['✓ Billable']));
  await click('button.chapter');
  await eventually(() => textOf('.chapters label:nth-of-type(14)')).toMatch(
    /^ ?13\. Diseases of the musculoskeletal/,
  );
  await click('.chapters label:nth-of-type(14) input');
  await popup.keyboard.press('Escape');
  await eventually(async () => (await codes()).every((code) => code.startsWith('M'))).toBe(true);
  expect((await codes()).length).toBeGreaterThan(0);
  await popup.evaluate(() => document.querySelector<HTMLElement>('[role=combobox]')?.focus());
  await clearByEscape();
});

test('favourites and the codes looked up last are kept', async () => {
  await popup.keyboard.type('I10');
  await eventually(async () => (await codes())[0]).toBe('I10');
  await popup.keyboard.down('Control');
  await popup.keyboard.press('s');
  await popup.keyboard.up('Control');
  await eventually(() => textOf('.count')).toBe('I10 is a favourite now');
  await clearByEscape();
  await eventually(() => codesIn('Favourites')).toEqual(['I10']);
  expect(await codesIn('Looked up last')).toEqual(['E11.9']);
});

test('the first-run page opens at installation, and its sample is marked and explained', async () => {
  const url = `${firefox.extensionUrl}welcome.html`;
  // Puppeteer does not hear where pages of extensions go.
  const urls = async () =>
    Promise.all((await firefox.browser.pages()).map((page) => page.evaluate(() => location.href)));
  // It comes when the database is filled.
  await expect
    .poll(async () => (await urls()).filter((one) => one === url), { timeout: 20_000 })
    .toHaveLength(1);
  const welcome = await openScreen('welcome.html');
  await eventually(async () => (await readMarks(welcome)).map(({ text }) => text).sort()).toEqual([
    'E11.9',
    'E11.99',
    'M43.2',
    'S52.501',
    'T40.4X1A',
  ]);
  expect(await welcome.evaluate(() => document.body.innerText)).toContain('then Pin to Toolbar');
  await hoverText(welcome, 'S52.501');
  const { role, text } = await waitForCard(welcome, /^S52\.501\b/);
  expect(role).toBe('tooltip');
  expect(text.join('\n')).toContain('Incomplete');
  await welcome.close();
});

/** With time for a database that is still being filled, on a slow machine. */
function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 10_000 });
}

/** Opens a page of the extension. Its load is never reported, and puppeteer's selectors don't reach it. */
async function openScreen(file: string): Promise<Page> {
  const page = await firefox.browser.newPage();
  void page.goto(`${firefox.extensionUrl}${file}`).catch(() => undefined);
  await vi.waitUntil(() => page.evaluate(() => document.querySelector('main') !== null), 10_000);
  return page;
}

async function clearByEscape(): Promise<void> {
  await popup.keyboard.press('Escape');
  await eventually(() =>
    popup.evaluate(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.value),
  ).toBe('');
}

/** The codes of all options, or of those in a group. */
function codesIn(heading = ''): Promise<string[]> {
  return popup.evaluate((wanted) => {
    const within = [...document.querySelectorAll('[role=listbox], [role=listbox] [role=group]')].find(
      (list) => (wanted ? list.querySelector(':scope > .heading')?.textContent?.startsWith(wanted) : true),
    );
    return [...(within?.querySelectorAll<HTMLElement>('[role=option]') ?? [])].map(
      (option) => option.dataset.code ?? '',
    );
  }, heading);
}

function codes(): Promise<string[]> {
  return codesIn();
}

function focused(): Promise<string | null | undefined> {
  return popup.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.role;
  });
}

async function textOf(selector: string): Promise<string> {
  return (await textsOf(selector))[0] ?? '';
}

function textsOf(selector: string): Promise<string[]> {
  return popup.evaluate(
    (wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent),
    selector,
  );
}

function click(selector: string): Promise<void> {
  return popup.evaluate((wanted) => {
    const element = document.querySelector<HTMLElement>(wanted);
    if (!element) throw new Error(`nothing is ${wanted}`);
    element.click();
  }, selector);
}
