import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CardTrail } from '../../../components/card/CardTrail';
import { CodeCard } from '../../../components/card/CodeCard';
import { show } from '../page';
import { lookUp } from '../release';

/** Shows the card of a code; gives what is called when a code in it is opened. */
async function showCard(text: string) {
  const onOpen = vi.fn();
  render(
    <CodeCard lookup={await lookUp(text)} chosen={[]} onChoose={vi.fn()} onOpen={onOpen} onDate={vi.fn()} />,
    show(''),
  );
  return onOpen;
}

/** The lines of the list whose heading begins with a text. */
function listed(heading: string): string[] {
  const list = page.getByRole('region', { name: new RegExp(`^${heading}`) });
  return list
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent);
}

describe('the card of a billable code', () => {
  it('is headed by code and title, and says that it is billable', async () => {
    await showCard('E11.9');
    await expect
      .element(
        page.getByRole('heading', { name: /^E11\.9\s*Type 2 diabetes mellitus without complications$/ }),
      )
      .toBeVisible();
    await expect.element(page.getByText('Billable', { exact: true })).toBeVisible();
  });

  it('has no replacement codes', async () => {
    await showCard('E11.9');
    expect(page.getByRole('region', { name: /codes/i }).elements()).toEqual([]);
  });

  it('tells its place from the chapter down', async () => {
    await showCard('M43.22');
    const steps = listed('Hierarchy');
    expect(steps).toHaveLength(5);
    expect(steps[0]).toMatch(/^Chapter 13 Diseases of the musculoskeletal system/);
    expect(steps[1]).toMatch(/^Block M40-M54 Dorsopathies/);
    expect(steps[4]).toMatch(/^M43\.2 Fusion of spine/);
  });

  it('names the release and the day of its notes', async () => {
    await showCard('E11.9');
    await expect.element(page.getByText(/ICD-10-CM FY2027.*notes as of April 1, 2026/)).toBeVisible();
    await expect.element(page.getByText(/Not medical advice/)).toBeVisible();
  });
});

describe('the card of a header', () => {
  it('lists the codes that replace it, with their titles, in tabular order', async () => {
    await showCard('M43.2');
    await expect.element(page.getByText('Not billable (header)')).toBeVisible();
    const codes = listed('Replacement codes');
    expect(codes).toHaveLength(9);
    expect(codes[0]).toMatch(/^M43\.20 Fusion of spine, site unspecified/);
    expect(codes[8]).toMatch(/^M43\.28 Fusion of spine, sacral and sacrococcygeal region/);
  });

  it('opens a code of the list by a button that says which', async () => {
    const onOpen = await showCard('M43.2');
    await page.getByRole('button', { name: /^M43\.22/ }).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M43.22');
  });

  it('opens a step of its hierarchy', async () => {
    const onOpen = await showCard('M43.2');
    await page.getByRole('region', { name: 'Hierarchy' }).getByRole('button', { name: /^M43 / }).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M43');
  });

  it.each([
    ['Chapter 13', 'M00-M99'],
    ['Block M40-M54', 'M40-M54'],
  ])('opens %s as the range that it is', async (name, range) => {
    const onOpen = await showCard('M43.2');
    await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(range);
  });

  it('offers to copy each code of the list', async () => {
    await showCard('M43.2');
    await expect.element(page.getByRole('button', { name: 'Copy M43.22' })).toBeVisible();
  });

  it('quotes its official notes', async () => {
    await showCard('M43.2');
    const notes = page.getByRole('region', { name: /^Official notes/ });
    expect(notes.element().textContent).toContain('Excludes1');
    expect(notes.element().textContent).toContain('ankylosing spondylitis (M45.0-)');
  });

  it('with very many codes offers a choice instead of a list', async () => {
    await showCard('S52');
    await expect.element(page.getByRole('region', { name: /^Choose the code/ })).toBeVisible();
    expect(page.getByRole('region', { name: /^Replacement codes/ }).elements()).toEqual([]);
  });
});

describe('the card of an incomplete code', () => {
  it('lists every completion with what its seventh character says', async () => {
    await showCard('S52.501');
    await expect.element(page.getByText('Incomplete (needs 7th character)')).toBeVisible();
    const codes = listed('Complete codes');
    expect(codes).toHaveLength(16);
    expect(codes[0]).toMatch(/^S52\.501A initial encounter for closed fracture/);
    expect(codes[15]).toMatch(/^S52\.501S sequela/);
  });

  it('gives the one code that was meant when a placeholder is missing', async () => {
    await showCard('W21.89A');
    expect(listed('Complete codes').map((line) => line.slice(0, 8))).toEqual(['W21.89XA']);
  });
});

describe('the card of an unknown code', () => {
  it('says so in words', async () => {
    await showCard('E11.95');
    await expect.element(page.getByRole('heading', { name: /^E11\.95/ })).toBeVisible();
    await expect
      .element(page.getByText(/E11\.95 is in no release of ICD-10-CM from FY2016 to FY2027/))
      .toBeVisible();
  });
});

describe('the card of a range', () => {
  it('is headed by both ends, and by the official title where it is a block', async () => {
    await showCard('M40-M43');
    await expect
      .element(page.getByRole('heading', { name: /^M40-M43\s*Deforming dorsopathies \(M40-M43\)$/ }))
      .toBeVisible();
    await expect.element(page.getByText('Range of 157 billable codes')).toBeVisible();
    await expect.element(page.getByText(/With 30 headers, in tabular order/)).toBeVisible();
  });

  it('has no title of its own where it is neither block nor chapter', async () => {
    await showCard('M41-M43');
    await expect.element(page.getByRole('heading', { name: /^M41-M43$/ })).toBeVisible();
    expect(listed('Hierarchy').at(-1)).toMatch(/^Block M40-M43 Deforming dorsopathies/);
  });

  it('opens its two ends', async () => {
    const onOpen = await showCard('M40-M43');
    expect(listed('From the first to the last')).toHaveLength(2);
    await page.getByRole('button', { name: /^M43 Other deforming dorsopathies/ }).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M43');
  });

  it('stands below its chapter and blocks', async () => {
    await showCard('M40-M43');
    const steps = listed('Hierarchy');
    expect(steps).toHaveLength(2);
    expect(steps[1]).toMatch(/^Block M40-M54 Dorsopathies/);
  });

  it('tells of an end that is no code, and still opens it', async () => {
    const onOpen = await showCard('E10-E14');
    await expect.element(page.getByText(/E14 is no code on the date of service/)).toBeVisible();
    await page.getByRole('button', { name: /^E14 .*no code/ }).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('E14');
  });

  it('says that it was written the other way round', async () => {
    await showCard('M43-M40');
    await expect.element(page.getByRole('heading', { name: /^M40-M43/ })).toBeVisible();
    await expect.element(page.getByText(/Written the other way round/)).toBeVisible();
  });

  it('opens from an official note that names it', async () => {
    const onOpen = await showCard('M40-M43');
    await page.getByRole('button', { name: 'S00-T88', exact: true }).first().click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('S00-T88');
  });
});

describe('the card of a prefix', () => {
  it.each([
    ['E10.-', 'E10.-: E10 and all codes below it.'],
    ['M45-', 'M45.-: M45 and all codes below it.'],
    ['S52.501-', 'S52.501-: S52.501 and all codes below it.'],
    ['E11.9-', 'E11.9-: no codes lie below E11.9.'],
  ])('%s says how it was read', async (text, reading) => {
    await showCard(text);
    await expect.element(page.getByText(reading)).toBeVisible();
  });

  it('opens from an official note as the prefix that stands there', async () => {
    const onOpen = await showCard('M43.2');
    await page.getByRole('button', { name: 'M45.0-', exact: true }).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M45.0-');
  });
});

describe('the card of a spelling that is a HCPCS code too', () => {
  it('asks whether that was meant', async () => {
    await showCard('E1140');
    await expect
      .element(page.getByText('HCPCS here? As a diagnosis it would be E11.40', { exact: true }))
      .toBeVisible();
  });

  it.each(['E11.40', 'E1165'])('does not ask at %s', async (text) => {
    await showCard(text);
    expect(page.getByText(/HCPCS here/).elements()).toEqual([]);
  });
});

describe('every card', () => {
  it.each([
    'M40-M43',
    'E10-E14',
    'A00-Z99',
    'E1140',
    'E11.9',
    'M43.2',
    'S52',
    'S52.501',
    'W21.89A',
    'E11.95',
    'H54.8',
  ])('names each of its buttons by what is to be read on it: %s', async (code) => {
    await showCard(code);
    const buttons = page.getByRole('button').elements();
    expect(buttons.length).toBeGreaterThan(0);
    for (const button of buttons) {
      const visible = button.textContent.trim();
      expect(visible).not.toBe('');
      // WCAG 2.5.3: who speaks the label that he sees must reach the button.
      expect(button.ariaLabel ?? visible).toContain(visible);
    }
  });

  it('tells the verdict by a sign too, which is not read out', async () => {
    const signs = new Set<string>();
    for (const code of ['E11.9', 'M43.2', 'S52.501', 'E11.95']) {
      await showCard(code);
      const sign = document.querySelector('.verdict [aria-hidden="true"]');
      signs.add(sign?.textContent ?? '');
    }
    expect(signs.size).toBe(4);
  });

  it('shows a title as text, whatever it holds', async () => {
    const lookup = await lookUp('E11.9');
    if (lookup.verdict !== 'billable') throw new Error(`E11.9 is ${lookup.verdict}`);
    const entry = { ...lookup.entry, title: '<img src=x onerror=alert(1)>' };
    const root = show('');
    render(
      <CodeCard
        lookup={{ ...lookup, entry }}
        chosen={[]}
        onChoose={vi.fn()}
        onOpen={vi.fn()}
        onDate={vi.fn()}
      />,
      root,
    );
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('a folded card', () => {
  const more = page.getByRole('button', { name: /^More/ });

  async function showFolded(text: string) {
    const first = await lookUp(text);
    render(<CardTrail first={first} lookUp={lookUp} setDate={vi.fn()} isFolded />, show(''));
  }

  it('shows head, verdict and replacement codes', async () => {
    await showFolded('M43.2');
    await expect.element(page.getByText('Not billable (header)')).toBeVisible();
    expect(listed('Replacement codes')).toHaveLength(9);
    expect(page.getByRole('region', { name: 'Hierarchy' }).elements()).toEqual([]);
    await expect.element(more).toHaveAttribute('aria-expanded', 'false');
  });

  it('shows the rest in its place by its button, and leaves the focus there', async () => {
    await showFolded('M43.2');
    await more.click();
    expect(listed('Hierarchy')).toHaveLength(4);
    const less = page.getByRole('button', { name: /^Less/ });
    await expect.element(less).toHaveFocus();
    await expect.element(less).toHaveAttribute('aria-expanded', 'true');
  });

  it('unfolds and folds by Alt with an arrow key', async () => {
    await showFolded('M43.2');
    document.querySelector<HTMLElement>('.trail')?.focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.element(page.getByRole('region', { name: 'Hierarchy' })).toBeVisible();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.element(more).toBeVisible();
  });

  it('stays unfolded in the cards that are opened from it', async () => {
    await showFolded('M43.2');
    await more.click();
    await page.getByRole('button', { name: /^M43\.22/ }).click();
    await expect.element(page.getByRole('heading', { level: 2 })).toMatchTextContent('M43.22');
    expect(listed('Hierarchy')).toHaveLength(5);
  });
});

it('a date that is being typed stays, whatever is drawn anew meanwhile', async () => {
  const lookup = await lookUp('E11.9');
  const root = show('');
  const draw = () =>
    render(
      <CodeCard lookup={lookup} chosen={[]} onChoose={vi.fn()} onOpen={vi.fn()} onDate={vi.fn()} />,
      root,
    );
  draw();
  const field = page.getByLabelText('Date of service').element() as HTMLInputElement;
  expect(field.value).toBe('2026-11-22');
  field.value = '2025-03-04';
  draw();
  expect(field.value).toBe('2025-03-04');
});
