import type { Page } from 'playwright-core';
import { waitForCard } from '../card.ts';
import { readCard } from '../card-chromium.ts';
import { hoverText } from '../hover.ts';
import { waitForMarks } from '../marks.ts';

/** One picture. */
export interface Shot {
  /** Below docs/images/. */
  readonly file: string;
  /** Size of the viewport in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each CSS pixel; 2 if nothing else is said. */
  readonly scale?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  /** Brings the page to what the picture shows. */
  readonly prepare: (page: Page, places: Places) => Promise<void>;
  /** Undoes what other pictures would show. */
  readonly tidy?: (page: Page, places: Places) => Promise<void>;
}

/** Base addresses, with a trailing slash. */
export interface Places {
  readonly demo: string;
  readonly extension: string;
}

/** The size that `popup.css` gives to the popup. */
export const POPUP = { width: 440, height: 560 };

/** Opens one of the demo pages and waits for its marks. */
export async function openDemo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await waitForMarks(page);
}

/** Hovers over a code of the page. */
export async function hover(page: Page, code: string): Promise<void> {
  await hoverText(page, code);
  await waitForCardOf(page, code);
}

export async function waitForCardOf(page: Page, code: string): Promise<void> {
  await waitForCard(() => readCard(page), new RegExp(`^${code.replace('.', '\\.')} `));
}

/** Types into the search of the popup or the side panel. */
export async function search(page: Page, url: string, query: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('combobox').fill(query);
  await page.getByRole('option').first().waitFor();
}

/** The same, and opens the card of a code that was found. */
export async function searchCard(page: Page, url: string, query: string, code: string): Promise<void> {
  await search(page, url, query);
  await page.locator(`[role=option][data-code="${code}"]`).click();
  await page.getByRole('region', { name: 'Card' }).waitFor();
}

/** The options page, once it says that the database is filled. */
export async function openFilled(page: Page, { extension }: Places): Promise<void> {
  await page.goto(`${extension}options.html`);
  await page.getByText('Answers come from this browser’s database.').waitFor();
}
