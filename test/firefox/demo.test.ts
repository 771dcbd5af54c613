import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  card,
  type FirefoxWithExtension,
  hoverText,
  readMarks,
  startFirefox,
  waitForCard,
} from './extension.ts';

let firefox: FirefoxWithExtension;

beforeAll(async () => {
  firefox = await startFirefox();
});

afterAll(async () => {
  await firefox?.close();
});

test('marks the codes of the first page and none of its traps', async () => {
  const page = await firefox.openDemo('index.html');
  const marks = await readMarks(page);
  expect(marks).toContainEqual({ name: 'dxlens-header', text: 'M43.2' });
  expect(marks).toContainEqual({ name: 'dxlens-billable', text: 'E11.9' });
  expect(marks).toContainEqual({ name: 'dxlens-incomplete', text: 'S52.501' });
  for (const trap of ['E1140', 'T36.8', 'C5', 'C6', 'S10']) {
    expect(marks.map(({ text }) => text)).not.toContain(trap);
  }
});

test('shows the card of a header with its billable codes', async () => {
  const page = await firefox.openDemo('index.html');
  expect(await card(page)).toBeUndefined();
  await hoverText(page, 'M43.2');
  const { role, text } = await waitForCard(page, /^M43\.2\b/);
  expect(role).toBe('tooltip');
  expect(text).toContain('Fusion of spine');
  expect(text.join('\n')).toContain('Not billable');
  expect(text.filter((line) => /^M43\.2\d$/.test(line))).toHaveLength(9);
});

test('shows the card of a billable code in the chart', async () => {
  const page = await firefox.openDemo('chart.html');
  await hoverText(page, 'I50.22');
  const { text } = await waitForCard(page, /^I50\.22\b/);
  expect(text).toContain('Chronic systolic (congestive) heart failure');
  expect(text).toContain('Billable');
});
