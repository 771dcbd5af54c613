import type { Page } from 'playwright-core';
import { waitForMarks } from '../marks.ts';
import {
  hover,
  openDemo,
  openFilled,
  type Places,
  POPUP,
  type Shot,
  search,
  searchCard,
  waitForCardOf,
} from './shot.ts';

/** A code for each verdict, and what stands before it in the page. */
const VERDICTS = [
  ['billable', 'E11.9'],
  ['header', 'M43.2'],
  ['chooser', 'S52.5'],
  ['incomplete', 'S52.501'],
  ['deleted', 'T52.8X1A'],
  ['not-yet', 'I42.00'],
  ['other-system', 'E14.9'],
  ['unknown', 'E11.99'],
  ['range', 'M40-M43'],
] as const;

/** Before I42.00 came into force, on October 1, 2026. */
const EARLIER = '2026-09-15';

const CARD = { width: 480, height: 600, scale: 1.5 };

/** The states of card and screens, one picture each. */
export const STATES: readonly Shot[] = [
  ...VERDICTS.flatMap(([verdict, code]) =>
    (['light', 'dark'] as const).map(
      (colorScheme): Shot => ({
        file: `states/card-${verdict}-${colorScheme}.png`,
        ...CARD,
        colorScheme,
        async prepare(page, places) {
          if (verdict === 'not-yet') await setDateOfService(page, places, EARLIER);
          await openStage(page, places, `<p>Dx: ${code}</p>`);
          await hover(page, code);
        },
        ...(verdict === 'not-yet' && {
          tidy: (page: Page, places: Places) => setDateOfService(page, places, null),
        }),
      }),
    ),
  ),
  {
    file: 'states/card-forced-colors.png',
    ...CARD,
    forcedColors: 'active',
    prepare: (page, places) => hoverOnStage(page, places, 'M43.2'),
  },
  {
    file: 'states/card-320px.png',
    ...CARD,
    width: 320,
    prepare: (page, places) => hoverOnStage(page, places, 'S52.501'),
  },
  {
    // 1280 by 1024 pixels at 400 %.
    file: 'states/card-400-percent.png',
    width: 320,
    height: 256,
    scale: 4,
    prepare: (page, places) => hoverOnStage(page, places, 'M43.2'),
  },
  {
    file: 'states/card-in-dialog.png',
    ...CARD,
    async prepare(page, places) {
      await openStage(page, places, '<dialog><p>Dx: M43.22</p></dialog>');
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await hover(page, 'M43.22');
    },
  },
  {
    file: 'states/card-from-frame.png',
    ...CARD,
    width: 620,
    async prepare(page, places) {
      const inner = '<body style=&quot;font: 15px system-ui&quot;><p>Dx: M43.22</p>';
      await openStage(
        page,
        places,
        `<p>Dx: I10</p><iframe srcdoc="${inner}" width="240" height="60"></iframe>`,
      );
      const frame = page.frames()[1];
      if (frame) await waitForMarks(frame);
      await page
        .frameLocator('iframe')
        .getByText('M43.22')
        .hover({ position: { x: 50, y: 8 } });
      await waitForCardOf(page, 'M43.22');
    },
  },
  {
    // With the codes that the pictures before it have opened.
    file: 'states/popup-recent.png',
    ...POPUP,
    scale: 1,
    async prepare(page, { extension }) {
      await page.goto(`${extension}popup.html`);
      await page.getByRole('combobox').fill('');
      await page.waitForTimeout(500);
    },
  },
  {
    file: 'states/popup-search-dark.png',
    ...POPUP,
    scale: 1,
    colorScheme: 'dark',
    prepare: (page, { extension }) => search(page, `${extension}popup.html`, 'dm2 ckd'),
  },
  {
    file: 'states/popup-search-forced-colors.png',
    ...POPUP,
    scale: 1,
    forcedColors: 'active',
    prepare: (page, { extension }) => search(page, `${extension}popup.html`, 'dm2 ckd'),
  },
  {
    file: 'states/popup-page.png',
    ...POPUP,
    scale: 1,
    prepare: (page, places) => openWithPage(page, places, 'popup.html'),
  },
  {
    file: 'states/popup-320px.png',
    ...POPUP,
    width: 320,
    scale: 1,
    prepare: (page, { extension }) => search(page, `${extension}popup.html`, 'fracture of wrist'),
  },
  {
    // 1280 by 1024 pixels at 400 %.
    file: 'states/popup-400-percent.png',
    width: 320,
    height: 256,
    prepare: (page, { extension }) => search(page, `${extension}popup.html`, 'fracture of wrist'),
  },
  {
    file: 'states/side-panel-320px.png',
    width: 320,
    height: 900,
    scale: 1,
    prepare: (page, places) => openWithPage(page, places, 'sidepanel.html'),
  },
  {
    file: 'states/side-panel-wide.png',
    width: 800,
    height: 600,
    scale: 1,
    prepare: (page, { extension }) => searchCard(page, `${extension}sidepanel.html`, 'S52.501', 'S52.501'),
  },
  {
    file: 'states/side-panel-dark.png',
    width: 360,
    height: 1400,
    scale: 1,
    colorScheme: 'dark',
    prepare: (page, { extension }) => searchCard(page, `${extension}sidepanel.html`, 'M43.2', 'M43.2'),
  },
  {
    file: 'states/options-dark.png',
    width: 720,
    height: 1200,
    scale: 1,
    colorScheme: 'dark',
    prepare: openFilled,
  },
  { file: 'states/options-320px.png', width: 320, height: 1200, scale: 1, prepare: openFilled },
  {
    file: 'states/options-forced-colors.png',
    width: 720,
    height: 1200,
    scale: 1,
    forcedColors: 'active',
    prepare: openFilled,
  },
  {
    file: 'states/welcome-320px.png',
    width: 320,
    height: 1200,
    scale: 1,
    prepare: (page, { extension }) => openDemo(page, `${extension}welcome.html`),
  },
  {
    file: 'states/welcome-dark.png',
    width: 720,
    height: 1200,
    scale: 1,
    colorScheme: 'dark',
    prepare: (page, { extension }) => openDemo(page, `${extension}welcome.html`),
  },
];

async function hoverOnStage(page: Page, places: Places, code: string): Promise<void> {
  await openStage(page, places, `<p>Dx: ${code}</p>`);
  await hover(page, code);
}

/** Popup or side panel, with the codes of the chart and of a list with a range in it. */
async function openWithPage(page: Page, { demo, extension }: Places, file: string): Promise<void> {
  const chart = await page.context().newPage();
  await openDemo(chart, `${demo}chart.html`);
  await chart.evaluate(() => {
    const list = document.createElement('p');
    list.textContent = 'Diagnosis codes: T36.0X1A-T50.996S, E08-E13, S52.501';
    document.querySelector('main')?.prepend(list);
  });
  await page.goto(`${extension}${file}`);
  await page.getByRole('combobox').fill('');
  await page.getByRole('group', { name: 'In this page' }).waitFor();
}

/** A bare page with the colours of the system. */
async function openStage(page: Page, { demo }: Places, body: string): Promise<void> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stage</title>
    <meta name="color-scheme" content="light dark">
    <style>body { font: 15px system-ui; margin: 16px } dialog { margin: 24px; inline-size: 200px }</style>${body}`;
  await page.route('**/stage', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(`${demo}stage`);
  await page.waitForTimeout(600);
}

/** For all cards of the browser, until it is set anew; from an extension's page, as the card's own field does it. */
async function setDateOfService(page: Page, { extension }: Places, on: string | null): Promise<void> {
  const own = await page.context().newPage();
  await own.goto(`${extension}sidepanel.html`);
  await own.evaluate(
    (data) => chrome.runtime.sendMessage({ id: 1, type: 'setDateOfService', data, timestamp: Date.now() }),
    on,
  );
  await own.close();
  await page.bringToFront();
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
