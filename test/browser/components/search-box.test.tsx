import { createRef, render } from 'preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { copyText } from '../../../components/copy';
import type { Listed, RowGroup } from '../../../components/search/rows';
import { SearchBox } from '../../../components/search/SearchBox';
import { NO_QUERY, type Query, type SearchState } from '../../../components/search/use-search';
import type { Code } from '../../../data/code';
import type { Hit } from '../../../data/search/results';
import { show } from '../page';

vi.mock('../../../components/copy', () => ({ copyText: vi.fn() }));
vi.mock('../../../components/messages', () => ({ MOST_CODES: 500, sendMessage: vi.fn(async () => []) }));

const HITS: Hit[] = [
  { code: 'M432' as Code, spelling: 'M43.2', title: 'Fusion of spine', verdict: 'header', matched: [] },
  {
    code: 'M4320' as Code,
    spelling: 'M43.20',
    title: 'Fusion of spine, site unspecified',
    verdict: 'billable',
    matched: [],
  },
  {
    code: 'M4321' as Code,
    spelling: 'M43.21',
    title: 'Fusion of spine, occipito-atlanto-axial region',
    verdict: 'billable',
    matched: [],
  },
];

const found = (query: string, hits: readonly Hit[] = HITS, total = hits.length): SearchState => ({
  state: 'found',
  query,
  results: { hits, total, corrected: null },
  later: new Map(),
});

const onOpen = vi.fn();
const onAwaited = vi.fn();
const onStar = vi.fn(async (spelling: string) => `${spelling} is a favourite now`);
const input = createRef<HTMLInputElement>();
/** What is listed without a query. */
let groups: readonly RowGroup[] = [];
/** Lets a test bring the results of a search. */
let bring: (search: SearchState) => void;

function Harness({ search: first, query: firstQuery }: { search: SearchState; query: string }) {
  const [query, setQuery] = useState<Query>({ ...NO_QUERY, text: firstQuery });
  const [search, setSearch] = useState(first);
  bring = setSearch;
  return (
    <SearchBox
      query={query}
      search={search}
      groups={groups}
      firstActive={0}
      input={input}
      isListShown={true}
      copyFormat="dotted"
      favourites={new Set(['M43.21'])}
      onQuery={setQuery}
      onOpen={onOpen}
      onStar={onStar}
      onAwaited={onAwaited}
      onActive={() => undefined}
    />
  );
}

const field = () => page.getByRole('combobox', { name: 'Search ICD-10-CM' });
const selected = () =>
  page
    .getByRole('option', { selected: true })
    .elements()
    .map((option) => option.getAttribute('data-code'));

async function showBox(search: SearchState = found('M43.2'), query = 'M43.2'): Promise<void> {
  render(null, document.body);
  render(<Harness search={search} query={query} />, show(''));
  await field().click();
}

beforeEach(() => {
  groups = [];
  onOpen.mockReset();
  onStar.mockClear();
  vi.mocked(copyText).mockReset();
});

describe('the search field', () => {
  it('is a combobox that opens a list, each option with its code, title and verdict', async () => {
    await showBox();
    await expect.element(field()).toHaveAttribute('aria-expanded', 'true');
    const list = field().element().getAttribute('aria-controls') ?? '';
    expect(document.getElementById(list)?.role).toBe('listbox');
    const options = page.getByRole('option');
    expect(options.elements().map((option) => option.getAttribute('data-code'))).toEqual([
      'M43.2',
      'M43.20',
      'M43.21',
    ]);
    await expect
      .element(options.nth(1))
      .toHaveTextContent('M43.20 Fusion of spine, site unspecified ✓ Billable');
  });

  it('marks what matched, and says why a code was found and whose words those are', async () => {
    const [first] = HITS;
    if (!first) throw new Error('no hit');
    const why = { kind: 'our-term', text: 'welded spine', matched: [[0, 6]] } as const;
    await showBox(found('welded', [{ ...first, matched: [[0, 6]], why }]), 'welded');
    const option = page.getByRole('option');
    expect(option.element().textContent).toContain(' Our term, not official: welded spine');
    const marked = [...option.element().querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marked).toEqual(['Fusion', 'welded']);
  });

  it('says why a query was refused', async () => {
    const refused = 'Type a letter or a digit.';
    const results = { hits: [], total: 0, corrected: null, refused };
    await showBox({ state: 'found', query: '???', results, later: new Map() }, '???');
    await expect.element(page.getByRole('status')).toHaveTextContent(refused);
  });

  it('has no list without results', async () => {
    await showBox(found('zzz', []), 'zzz');
    await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
    await expect.element(field()).not.toHaveAttribute('aria-activedescendant');
    await expect.element(page.getByRole('status')).toHaveTextContent('No code or title has “zzz”');
  });

  it.each([
    ['3 codes', found('M43.2')],
    ['1 code', found('M43.2', HITS.slice(0, 1))],
    ['First 50 of 12,000 codes', found('fracture', HITS, 12_000)],
  ])('says how many there are: %s', async (text, search) => {
    await showBox(search, 'M43.2');
    await expect.poll(() => page.getByRole('status').element().textContent).toBe(text);
  });
});

describe('the keyboard in the search field', () => {
  it('moves over the options, from the first to the last and no further', async () => {
    await showBox();
    expect(selected()).toEqual(['M43.2']);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selected).toEqual(['M43.20']);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect.poll(selected).toEqual(['M43.21']);
    await userEvent.keyboard('{PageUp}{ArrowUp}');
    await expect.poll(selected).toEqual(['M43.2']);
  });

  it('names the active option to assistive technology, while the focus stays in the field', async () => {
    await showBox();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selected).toEqual(['M43.20']);
    const id = field().element().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(id)?.dataset.code).toBe('M43.20');
    await expect.element(field()).toHaveFocus();
  });

  it('opens the active option with Enter', async () => {
    await showBox();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M43.20');
  });

  it('begins at the first option when other results come', async () => {
    await showBox();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    bring(found('M43.2', [...HITS].reverse()));
    await expect.poll(selected).toEqual(['M43.21']);
  });

  it('waits with Enter for the results of what was typed', async () => {
    await showBox(found('M43'), 'M43');
    await userEvent.keyboard('.20{Enter}');
    expect(onOpen).not.toHaveBeenCalled();
    bring(found('M43.20', HITS.slice(1, 2)));
    await expect.poll(() => onOpen.mock.calls).toEqual([['M43.20']]);
  });

  it('forgets an Enter when something else is typed', async () => {
    await showBox(found('M43'), 'M43');
    await userEvent.keyboard('.2{Enter}0');
    bring(found('M43.20', HITS.slice(1, 2)));
    await expect.poll(selected).toEqual(['M43.20']);
    await userEvent.keyboard('{Backspace}');
    bring(found('M43.2'));
    await expect.poll(selected).toEqual(['M43.2']);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('copies the code of the active option, and says so until the next search', async () => {
    vi.mocked(copyText).mockResolvedValue();
    await showBox();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selected).toEqual(['M43.20']);
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(copyText).toHaveBeenCalledExactlyOnceWith('M43.20');
    await expect.element(page.getByRole('status')).toHaveTextContent('M43.20 copied');
    bring(found('M43.2'));
    await expect.element(page.getByRole('status')).toHaveTextContent('3 codes');
  });

  it('copies what is selected in the field as any field does', async () => {
    await showBox();
    (field().element() as HTMLInputElement).select();
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(copyText).not.toHaveBeenCalled();
  });
});

describe('the list while nothing is searched for', () => {
  const listed = ({ spelling, title, verdict }: Hit) => ({ spelling, title, verdict });
  const [header, unspecified, occipital] = HITS.map(listed) as [Listed, Listed, Listed];

  async function showGroups(): Promise<void> {
    groups = [
      { id: 'page', heading: 'In this page', codes: [header, occipital] },
      { id: 'favourite', heading: 'Favourites', codes: [occipital, unspecified] },
    ];
    await showBox({ state: 'idle' }, '');
  }

  it('has its codes in groups, each with its name and their number', async () => {
    await showGroups();
    const codes = (name: string) =>
      page
        .getByRole('group', { name, exact: true })
        .getByRole('option')
        .elements()
        .map((option) => option.getAttribute('data-code'));
    expect(codes('In this page (2)')).toEqual(['M43.2', 'M43.21']);
    expect(codes('Favourites (2)')).toEqual(['M43.21', 'M43.20']);
  });

  it('calls a range a range, though pages mark it as a header', async () => {
    const range = {
      spelling: 'M40-M43',
      title: 'Deforming dorsopathies (M40-M43)',
      verdict: 'header',
    } as const;
    groups = [{ id: 'page', heading: 'In this page', codes: [range, header] }];
    await showBox({ state: 'idle' }, '');
    const badges = () => [...document.querySelectorAll('.badge')].map((badge) => badge.textContent);
    await expect.poll(badges).toEqual(['↔ Range', '⊘ Not billable (header)']);
  });

  it('is one list to the keyboard: the arrows go from group to group, over a code that is in both', async () => {
    await showGroups();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selected).toEqual(['M43.21']);
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '3');
    expect(selected()).toEqual(['M43.21']);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(selected).toEqual(['M43.20']);
    await expect.element(page.getByRole('option', { selected: true })).toHaveAttribute('aria-setsize', '4');
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M43.20');
  });
});

describe('favourites', () => {
  it('are told from the others by a star, and to assistive technology by a word', async () => {
    await showBox();
    await expect
      .poll(() => page.getByRole('option').nth(2).element().textContent)
      .toMatch(/★ Favourite, ✓ Billable/);
    expect(page.getByRole('option').nth(1).element().textContent).not.toContain('Favourite');
  });

  it('are made with Ctrl+S, which says what was done', async () => {
    await showBox();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selected).toEqual(['M43.20']);
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(onStar).toHaveBeenCalledExactlyOnceWith('M43.20');
    await expect.element(page.getByRole('status')).toHaveTextContent('M43.20 is a favourite now');
    await expect.element(field()).toHaveFocus();
  });
});

describe('a family in the results', () => {
  const relatives = HITS.slice(1).map(({ code, spelling, title, verdict }) => ({
    code,
    spelling,
    title,
    verdict,
  }));
  const withFamily = (): SearchState => {
    const [first] = HITS as [Hit, ...Hit[]];
    const last = { ...first, code: 'M4322' as Code, spelling: 'M43.22' };
    return found('M43', [{ ...first, family: { differsIn: 'region', others: relatives } }, last]);
  };
  const members = () => [...document.querySelectorAll('.member')].map((row) => row.getAttribute('data-code'));

  it('is one row that says how many more there are, and in what they differ', async () => {
    await showBox(withFamily(), 'M43');
    await expect
      .poll(() => page.getByRole('option').first().element().textContent)
      .toMatch(/2 more, other region, folded$/);
    expect(page.getByRole('option').elements()).toHaveLength(2);
  });

  it('unfolds below its row with →, is walked through, and folds from within with ←', async () => {
    await showBox(withFamily(), 'M43');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(members).toEqual(['M43.20', 'M43.21']);
    await expect
      .poll(() => page.getByRole('option').first().element().textContent)
      .toMatch(/2 more, other region, below$/);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(selected).toEqual(['M43.21']);
    await expect.element(page.getByRole('option', { selected: true })).toHaveAttribute('aria-setsize', '4');
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(members).toEqual([]);
    expect(selected()).toEqual(['M43.2']);
  });

  it('unfolds at a click on that line, which opens no card', async () => {
    await showBox(withFamily(), 'M43');
    await page.getByText(/2 more, other region/).click();
    await expect.poll(members).toEqual(['M43.20', 'M43.21']);
    expect(onOpen).not.toHaveBeenCalled();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M43.20');
  });

  it('leaves → to the caret within the text', async () => {
    await showBox(withFamily(), 'M43');
    (field().element() as HTMLInputElement).setSelectionRange(1, 1);
    await userEvent.keyboard('{ArrowRight}');
    expect((field().element() as HTMLInputElement).selectionStart).toBe(2);
    expect(members()).toEqual([]);
  });
});

describe('the mouse on the list', () => {
  it('opens an option, and leaves the focus in the field', async () => {
    await showBox();
    await page.getByRole('option').nth(1).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M43.20');
    await expect.element(field()).toHaveFocus();
  });
});
