import AxeBuilder from '@axe-core/playwright';
import { card, expect, hoverText, readMarks, test, waitForCard } from './extension.ts';

/** The codes under M43.2 with their official titles, in tabular order. */
const FUSION_OF_SPINE = [
  ['M43.20', 'Fusion of spine, site unspecified'],
  ['M43.21', 'Fusion of spine, occipito-atlanto-axial region'],
  ['M43.22', 'Fusion of spine, cervical region'],
  ['M43.23', 'Fusion of spine, cervicothoracic region'],
  ['M43.24', 'Fusion of spine, thoracic region'],
  ['M43.25', 'Fusion of spine, thoracolumbar region'],
  ['M43.26', 'Fusion of spine, lumbar region'],
  ['M43.27', 'Fusion of spine, lumbosacral region'],
  ['M43.28', 'Fusion of spine, sacral and sacrococcygeal region'],
];

test.afterEach('nothing was asked of the network', ({ network }) => {
  expect(network.requests()).toEqual([]);
});

test.describe('the first page', () => {
  test('a header says that it is not billable and lists its billable codes', async ({ openDemo }) => {
    const page = await openDemo('index.html');
    await hoverText(page, 'M43.2');
    const card = await waitForCard(page, /^M43\.2\b/);
    expect(card.role).toBe('tooltip');
    expect(card.text).toContain('Fusion of spine');
    expect(card.text.join('\n')).toContain('Not billable');
    expect(codesWithTitles(card.text, /^M43\.2\d$/)).toEqual(FUSION_OF_SPINE);
  });

  test('a billable code says so', async ({ openDemo }) => {
    const page = await openDemo('index.html');
    await hoverText(page, 'E11.9');
    const { text } = await waitForCard(page, /^E11\.9\b/);
    expect(text).toContain('Type 2 diabetes mellitus without complications');
    expect(text).toContain('Billable');
    expect(text.join('\n')).not.toContain('Not billable');
  });

  test('a code without its seventh character offers every completion that exists', async ({ openDemo }) => {
    const page = await openDemo('index.html');
    await hoverText(page, 'S52.501');
    const { text } = await waitForCard(page, /^S52\.501\b/);
    expect(text.join('\n')).toContain('Incomplete');
    expect(codesWithTitles(text, /^S52\.501[A-Z]$/).map(([code]) => code)).toEqual(
      [...'ABCDEFGHJKMNPQRS'].map((character) => `S52.501${character}`),
    );
  });

  test('a code without its placeholder offers it filled in', async ({ openDemo }) => {
    const page = await openDemo('index.html');
    await hoverText(page, 'W21.89A');
    const { text } = await waitForCard(page, /^W21\.89A?\b/);
    expect(text.join('\n')).toContain('Incomplete');
    expect(text).toContain('W21.89XA');
  });

  test('a code that became a header on October 1, 2026 lists its three codes', async ({ openDemo }) => {
    const page = await openDemo('index.html');
    await hoverText(page, 'I42.0');
    const { text } = await waitForCard(page, /^I42\.0\b/);
    expect(text.join('\n')).toContain('Not billable');
    expect(codesWithTitles(text, /^I42\.0\d$/)).toEqual([
      ['I42.00', 'Dilated cardiomyopathy, unspecified'],
      ['I42.01', 'Familial-genetic dilated cardiomyopathy'],
      ['I42.09', 'Other dilated cardiomyopathy'],
    ]);
  });
});

test.describe('what is marked', () => {
  test('on the first page the codes, by their status, and none of the traps', async ({ openDemo }) => {
    const page = await openDemo('index.html');
    const marks = await readMarks(page);
    expect(marks).toEqual(
      expect.arrayContaining([
        { name: 'dxlens-header', text: 'M43.2' },
        { name: 'dxlens-billable', text: 'E11.9' },
        { name: 'dxlens-incomplete', text: 'S52.501' },
        { name: 'dxlens-incomplete', text: 'W21.89A' },
        { name: 'dxlens-header', text: 'I42.0' },
      ]),
    );
    for (const trap of ['E1140', 'T36.8', 'P78', 'R16', 'C5', 'C6', 'L4', 'L5', 'S10']) {
      expect(marks.map(({ text }) => text)).not.toContain(trap);
    }
  });

  test('on the claims screen labelled codes and one split over elements, but no procedure or remark', async ({
    openDemo,
  }) => {
    const page = await openDemo('claims.html');
    const marks = await readMarks(page);
    expect(marks).toEqual(
      expect.arrayContaining([
        { name: 'dxlens-billable', text: 'E11.9' },
        { name: 'dxlens-billable', text: 'E119' },
        { name: 'dxlens-header', text: 'M432' },
      ]),
    );
    for (const trap of ['E1140', 'G0439', 'M51', 'N30', 'S10', 'L33577']) {
      expect(marks.map(({ text }) => text)).not.toContain(trap);
    }
  });

  test('in the chart codes in lists and prose, but no vitals, levels or laboratory values', async ({
    openDemo,
  }) => {
    const page = await openDemo('chart.html');
    const marked = (await readMarks(page)).map(({ text }) => text);
    for (const code of ['E11.9', 'I50.22', 'I42.0', 'M43.2', 'F32A', 'S52.501', 'Z79.84', 'I10', 'M54.50']) {
      expect(marked).toContain(code);
    }
    for (const trap of ['T36.8', 'P78', 'R16', 'C5', 'C6', 'A1C', 'B12', 'H1N1', 'L4', 'L5', 'S10']) {
      expect(marked).not.toContain(trap);
    }
  });
});

test('the card comes again after the worker was stopped', async ({ openDemo, stopWorker }) => {
  const page = await openDemo('chart.html');
  await stopWorker();
  await hoverText(page, 'I50.22');
  const { text } = await waitForCard(page, /^I50\.22\b/);
  expect(text).toContain('Chronic systolic (congestive) heart failure');
});

test('a code in a form field has its card', async ({ openDemo }) => {
  const page = await openDemo('claims.html');
  await page.getByLabel('Diag A', { exact: true }).hover({ position: { x: 24, y: 16 } });
  const { text } = await waitForCard(page, /^E11\.9\b/);
  expect(text).toContain('Billable');
});

test('a pointer that rushes by shows nothing', async ({ openDemo }) => {
  const page = await openDemo('index.html');
  await page.mouse.move(160, 150);
  await page.mouse.move(160, 880, { steps: 20 });
  await page.waitForTimeout(800);
  expect(await card(page)).toBeUndefined();
});

for (const file of ['index.html', 'claims.html', 'chart.html']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${file} is accessible in ${colorScheme} colours`, async ({ page, openDemo }) => {
      await page.emulateMedia({ colorScheme });
      await openDemo(file);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

test('the host page stays as it is', async ({ openDemo }) => {
  const page = await openDemo('claims.html');
  const before = await page.locator('body').innerHTML();
  await hoverText(page, 'S52.501');
  await waitForCard(page, /^S52\.501\b/);
  expect(await page.locator('body').innerHTML()).toBe(before);
});

/** The lines that are a code of a pattern, each with the line after it, which is its title. */
function codesWithTitles(text: readonly string[], code: RegExp): string[][] {
  return text.flatMap((line, index) => (code.test(line) ? [[line, text[index + 1] ?? '']] : []));
}
