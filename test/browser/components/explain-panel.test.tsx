import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ExplainedCandidate, ExplainedFrame } from '../../../components/explained';
import { onMessage, sendMessage } from '../../../components/messages';
import { ExplainPanel } from '../../../components/options/explain/ExplainPanel';
import { CUES } from '../../../data/spotting/cues';
import { QUIRKS } from '../../../data/spotting/quirks';
import { browser, store } from '../fake-browser';
import { show, the } from '../page';

vi.mock('wxt/browser', () => import('../fake-browser'));
vi.mock('../../../components/messages', () => ({ onMessage: vi.fn(), sendMessage: vi.fn() }));

const SITES: Readonly<Record<number, string>> = {
  1: 'old.example',
  2: 'new.example',
  4: 'new.example',
  5: '',
};
const MARKED: ExplainedCandidate = {
  text: 'E11.9',
  verdict: 'billable',
  counts: true,
  points: 9,
  reasons: [
    { rule: 'dotted', points: 3 },
    { rule: 'diagnosis, before', points: 6 },
  ],
};
const NOT_MARKED: ExplainedCandidate = {
  text: 'T36.8',
  verdict: 'header',
  counts: false,
  points: -5,
  reasons: [{ rule: 'temperature among vital signs', points: -8 }],
};

/** The last question that was put to a tab. */
let asked: number;

beforeEach(() => {
  store(null);
  vi.spyOn(browser.tabs, 'query').mockResolvedValue(
    [1, 2, 3, 4, 5].map((id) => ({ id, index: id - 1, lastAccessed: id === 2 ? 50 : id })),
  );
  vi.mocked(onMessage).mockReset().mockReturnValue(vi.fn());
  vi.mocked(sendMessage)
    .mockReset()
    .mockImplementation((async (type: string, data: unknown, to: { tabId: number }) => {
      if (type === 'explainPage') asked = data as number;
      else if (SITES[to.tabId] === undefined) throw new Error('No response');
      else return SITES[to.tabId];
    }) as typeof sendMessage);
});

async function showPanel(): Promise<void> {
  render(null, document.body);
  render(<ExplainPanel />, show(''));
  await expect.poll(() => page.getByRole('option').elements().length).toBe(4);
}

/** What a frame sends. */
function tell(frame: Partial<ExplainedFrame>, sender = { tab: { id: 2 }, frameId: 0 }): void {
  const [type, listener] = vi.mocked(onMessage).mock.calls[0] ?? [];
  expect(type).toBe('explained');
  const candidates = frame.candidates ?? [];
  const data = { asked, total: candidates.length, candidates, ...frame };
  (listener as (message: unknown) => void)({ data, sender });
}

const button = () => page.getByRole('button', { name: 'Explain' });
const texts = () =>
  [...document.querySelectorAll('.candidates tbody th')].map(({ textContent }) => textContent);

describe('the choice of a page', () => {
  it('has the tabs that answer, the last used first, by their sites', async () => {
    await showPanel();
    const names = page.getByRole('option').elements();
    expect(names.map(({ textContent }) => textContent)).toEqual([
      'new.example, tab 2, last used',
      'Local file or blank page',
      'new.example, tab 4',
      'old.example',
    ]);
  });

  it('does not ask a site that is switched off', async () => {
    store({ offSites: ['new.example'] });
    await showPanel();
    await expect.element(button()).toBeDisabled();
    await expect.element(page.getByText(/switched off on new\.example/)).toBeVisible();
  });
});

describe('the explanation of a page', () => {
  it('has each candidate of all frames with its verdict, its points and the rules that spoke', async () => {
    await showPanel();
    await button().click();
    tell({ candidates: [NOT_MARKED] }, { tab: { id: 2 }, frameId: 31 });
    tell({ candidates: [MARKED], total: 12 });
    await expect.poll(texts).toEqual(['E11.9', 'T36.8']);
    const [first, second] = document.querySelectorAll('.candidates tbody tr');
    expect([...(first?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      'E11.9',
      'top',
      'Billable',
      '✓ yes',
      '+9',
      'dotted +3diagnosis, before +6',
    ]);
    expect(second?.textContent).toContain('temperature among vital signs −8');
    await expect
      .poll(() => the('[role="status"]').textContent)
      .toBe('2 texts with the shape of a code in 2 frames, 1 marked. 11 more are not listed.');
  });

  it('can be narrowed to what is marked, and to what is not', async () => {
    await showPanel();
    await button().click();
    tell({ candidates: [MARKED, NOT_MARKED] });
    await page.getByRole('radio', { name: 'Marked', exact: true }).click();
    await expect.poll(texts).toEqual(['E11.9']);
    await page.getByRole('radio', { name: 'Not marked' }).click();
    await expect.poll(texts).toEqual(['T36.8']);
  });

  it('shows long lists a page at a time', async () => {
    await showPanel();
    await button().click();
    tell({ candidates: Array.from({ length: 350 }, () => MARKED) });
    await expect.poll(() => texts().length).toBe(200);
    await page.getByRole('button', { name: 'Show 150 more' }).click();
    await expect.poll(() => texts().length).toBe(350);
  });

  it('takes nothing from other tabs, from earlier questions, or of another shape', async () => {
    await showPanel();
    await button().click();
    tell({ candidates: [MARKED] }, { tab: { id: 4 }, frameId: 0 });
    tell({ candidates: [MARKED], asked: 0.5 });
    expect(() => tell({ candidates: [{ ...MARKED, verdict: 'fine' as 'billable' }] })).toThrow();
    await expect.element(page.getByRole('status')).toHaveTextContent('Reading the page…');
    expect(texts()).toEqual([]);
  });

  it('says so when the page does not answer', async () => {
    vi.spyOn(console, 'info').mockReturnValue();
    await showPanel();
    vi.mocked(sendMessage).mockRejectedValue(new Error('No response'));
    await button().click();
    await expect.element(page.getByRole('status')).toHaveTextContent('The page did not answer: No response');
  });
});

it('lists every cue and quirk with its example, and the points', async () => {
  await showPanel();
  const rules = the('details').textContent ?? '';
  for (const { name, example } of [...CUES, ...QUIRKS]) expect(rules).toContain(`${name}${example}`);
  expect(rules).toContain('shape: dotted+3');
});
