import { createRef, render } from 'preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SearchBox } from '../../../components/search/SearchBox';
import { NO_QUERY, type Query, type SearchState } from '../../../components/search/use-search';
import type { Code } from '../../../data/code';
import type { Hit } from '../../../data/search/results';
import { show } from '../page';

vi.mock('../../../components/messages', () => ({ MOST_CODES: 500, sendMessage: vi.fn(async () => []) }));

const onAwaited = vi.fn();
const onOpen = vi.fn();
const input = createRef<HTMLInputElement>();

/** Rows of different heights, of which every seventh has a family. */
function hit(index: number): Hit {
  const long = index % 3 === 0 ? ', with a name that takes a line more than others do in a narrow list' : '';
  const code = { code: `S${10_000 + index}` as Code, verdict: 'billable', matched: [] } as const;
  const others = [{ ...code, spelling: `F10.${index}`, title: `Invented relative ${index}` }];
  return {
    ...code,
    spelling: `S10.${index}`,
    title: `Invented title ${index}${long}`,
    ...(index % 7 === 0 && { family: { differsIn: 'side', others } }),
  };
}

/** The first fifty have come, and of the later ones as many as are said. */
function found(total: number, come = total): SearchState {
  return {
    state: 'found',
    query: 'invented',
    results: { hits: Array.from({ length: 50 }, (_, index) => hit(index)), total, corrected: null },
    later: new Map(Array.from({ length: come - 50 }, (_, index) => [50 + index, hit(50 + index)])),
  };
}

function Harness({ search }: { search: SearchState }) {
  const [query, setQuery] = useState<Query>({ ...NO_QUERY, text: 'invented' });
  return (
    <SearchBox
      query={query}
      search={search}
      groups={[]}
      firstActive={0}
      input={input}
      isListShown={true}
      copyFormat="dotted"
      favourites={null}
      onQuery={setQuery}
      onOpen={onOpen}
      onStar={async () => ''}
      onAwaited={onAwaited}
      onActive={() => undefined}
    />
  );
}

const field = () => page.getByRole('combobox', { name: 'Search ICD-10-CM' });
const active = () => page.getByRole('option', { selected: true });
const list = () => page.getByRole('listbox').element() as HTMLElement;
const codeOf = () => active().element().getAttribute('data-code');

/** Whether the active option is in view in the list. */
function isInView(): boolean {
  const [outer, inner] = [list().getBoundingClientRect(), active().element().getBoundingClientRect()];
  return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
}

async function showAll(search: SearchState): Promise<void> {
  render(null, document.body);
  render(<Harness search={search} />, show(''));
  await field().click();
  list().style.cssText = 'block-size: 300px; inline-size: 400px; overflow: auto';
  await page.getByRole('button', { name: /^Show all/ }).click();
  await expect.element(field()).toHaveFocus();
}

beforeEach(() => {
  onAwaited.mockClear();
  onOpen.mockClear();
});

describe('a list of very many results', () => {
  it('has no more in the document than is in view and a little around it, and tells each one’s place', async () => {
    await showAll(found(9_000));
    await userEvent.keyboard('{End}');
    await expect.poll(codeOf).toBe('S10.8999');
    await expect.poll(isInView).toBe(true);
    expect(page.getByRole('option').elements().length).toBeLessThan(60);
    await expect.element(active()).toHaveAttribute('aria-posinset', '9000');
    await expect.element(active()).toHaveAttribute('aria-setsize', '9000');
    await userEvent.keyboard('{Home}');
    await expect.poll(codeOf).toBe('S10.0');
    await expect.poll(isInView).toBe(true);
  });

  it('keeps the active option in view at each step, down and up', async () => {
    await showAll(found(400));
    for (const key of ['{PageDown>9/}', '{PageUp>4/}', '{ArrowDown>3/}', '{ArrowUp>2/}']) {
      await userEvent.keyboard(key);
      await expect.poll(isInView).toBe(true);
    }
    await expect.poll(codeOf).toBe('S10.41');
  });

  it('asks for what comes into view, and has places for it meanwhile that are no codes and open nothing', async () => {
    await showAll(found(9_000, 50));
    await userEvent.keyboard('{End}');
    await expect.poll(() => onAwaited.mock.calls.flat()).toContain(8_999);
    await expect.element(active()).toHaveTextContent('…');
    await expect.element(active()).not.toHaveAttribute('data-code');
    await userEvent.keyboard('{Enter}');
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('counts the members of a family that is unfolded far down, and keeps the place', async () => {
    await showAll(found(700));
    await userEvent.keyboard('{PageDown>50/}{ArrowDown>6/}');
    await expect.poll(codeOf).toBe('S10.406');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(active()).toHaveAttribute('aria-setsize', '701');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(codeOf).toBe('F10.406');
    await expect.poll(isInView).toBe(true);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(codeOf).toBe('S10.407');
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
    await expect.poll(codeOf).toBe('S10.406');
    await expect.element(active()).toHaveAttribute('aria-setsize', '700');
    await expect.poll(isInView).toBe(true);
  });
});
