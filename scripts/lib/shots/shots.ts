import { hover, openDemo, openFilled, POPUP, type Shot, search, searchCard } from './shot.ts';

/** The pictures of the README. */
export const SHOTS: readonly Shot[] = [
  {
    file: 'card-header.png',
    width: 860,
    height: 620,
    async prepare(page, { demo }) {
      await openDemo(page, `${demo}index.html`);
      await hover(page, 'M43.2');
    },
  },
  {
    file: 'card-billable.png',
    width: 860,
    height: 620,
    async prepare(page, { demo }) {
      await openDemo(page, `${demo}chart.html`);
      await hover(page, 'E11.9');
    },
  },
  {
    file: 'card-incomplete-dark.png',
    width: 860,
    height: 620,
    colorScheme: 'dark',
    async prepare(page, { demo }) {
      await openDemo(page, `${demo}index.html`);
      await hover(page, 'S52.501');
    },
  },
  {
    file: 'card-deleted.png',
    width: 860,
    height: 620,
    async prepare(page, { demo }) {
      await openDemo(page, `${demo}index.html`);
      await hover(page, 'T52.8X1A');
    },
  },
  {
    file: 'claims-marks.png',
    width: 860,
    height: 560,
    async prepare(page, { demo }) {
      await openDemo(page, `${demo}claims.html`);
      await page.locator('#systems').evaluate((table) => table.parentElement?.scrollIntoView());
    },
  },
  {
    file: 'popup-search.png',
    ...POPUP,
    prepare: (page, { extension }) => search(page, `${extension}popup.html`, 'fusion spine cervical'),
  },
  {
    file: 'popup-card.png',
    ...POPUP,
    prepare: (page, { extension }) =>
      searchCard(page, `${extension}popup.html`, 'fusion spine cervical', 'M43.22'),
  },
  {
    file: 'side-panel.png',
    width: 380,
    height: 900,
    prepare: (page, { extension }) => searchCard(page, `${extension}sidepanel.html`, 'M43.2', 'M43.2'),
  },
  { file: 'options.png', width: 720, height: 900, prepare: openFilled },
  {
    file: 'welcome.png',
    width: 720,
    height: 620,
    async prepare(page, { extension }) {
      await openDemo(page, `${extension}welcome.html`);
      await page.getByText('Alt+Shift+D').waitFor();
    },
  },
];
