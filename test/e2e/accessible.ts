import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './extension.ts';

export const THEMES = ['light', 'dark'] as const;

/**
 * Has the card of this document put into an open shadow root, where axe and the walk by keyboard can see it. The
 * content script's world has prototypes of its own, and the host is made with the first card.
 */
export async function openCardRoots(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
    if (name.startsWith('Dx Lens')) worlds.push(id);
  });
  await session.send('Runtime.enable');
  for (const contextId of worlds) {
    await session.send('Runtime.evaluate', {
      contextId,
      expression: `{
        const { attachShadow } = Element.prototype;
        Element.prototype.attachShadow = function (init) {
          return attachShadow.call(this, { ...init, mode: 'open' });
        };
      }`,
    });
  }
  await session.detach();
  expect(worlds).toHaveLength(1);
}

/** Expects axe to find nothing in a page, or in a part of it. */
export async function expectNoFaults(page: Page, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** The same in light and in dark colours, for pages that go by the system. */
export async function expectNoFaultsInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await expectNoFaults(page);
  }
  await page.emulateMedia({ colorScheme: null });
}

/**
 * Goes through a page, or through its card, with the Tab key, and expects each control to be a stop at which the
 * focus is seen.
 * @param inCard whether it is the card's controls that are looked for (`openCardRoots` comes first)
 */
export async function expectAllByTab(page: Page, { inCard = false } = {}): Promise<void> {
  const controls = await page.evaluate(findControls, inCard);
  expect(controls.length).toBeGreaterThan(0);
  const seen = new Set<string>();
  const ringless = new Set<string>();
  // A date has a stop for each of its parts.
  for (let presses = 0; presses < controls.length + 20 && seen.size < controls.length; presses++) {
    await page.keyboard.press('Tab');
    const { stop, isRinged } = await page.evaluate(focused);
    if (stop !== null) seen.add(stop);
    if (stop !== null && !isRinged) ringless.add(stop);
  }
  const missed = controls.filter((_, index) => !seen.has(String(index)));
  expect({ missed, ringless: [...ringless].map((stop) => controls[Number(stop)]) }).toEqual({
    missed: [],
    ringless: [],
  });
}

/** Runs in the page, as the next one: numbers the controls at which Tab is to stop. */
function findControls(inCard: boolean): string[] {
  const root = inCard ? document.querySelector('dxlens-card')?.shadowRoot : document;
  const all = [
    ...(root?.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, textarea') ?? []),
  ];
  // Of radio buttons with one name Tab stops at the one that is chosen.
  const stops = all.filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      one.tabIndex >= 0 &&
      !one.matches(':disabled, [type=radio]:not(:checked)'),
  );
  return stops.map((one, index) => {
    one.dataset.stop = String(index);
    return one.outerHTML.slice(0, 120);
  });
}

function focused(): { stop: string | null; isRinged: boolean } {
  const host = document.activeElement;
  const element = host?.shadowRoot?.activeElement ?? host;
  if (!(element instanceof HTMLElement)) return { stop: null, isRinged: false };
  return {
    stop: element.dataset.stop ?? null,
    isRinged: getComputedStyle(element).outlineStyle !== 'none',
  };
}
