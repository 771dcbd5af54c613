import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CodeCard } from '../../../components/card/CodeCard';
import { show } from '../page';
import { lookUp } from '../release';

/** Shows the card of a code; gives what is called when a code in it is opened. */
async function showCard(text: string) {
  const onOpen = vi.fn();
  render(<CodeCard lookup={await lookUp(text)} onOpen={onOpen} onDate={vi.fn()} />, show(''));
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
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M4322');
  });

  it('opens a step of its hierarchy', async () => {
    const onOpen = await showCard('M43.2');
    await page.getByRole('region', { name: 'Hierarchy' }).getByRole('button', { name: /^M43 / }).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('M43');
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

  it('with very many codes offers the choices for the next character', async () => {
    await showCard('S52');
    const choices = listed('Replacement codes');
    expect(choices).toHaveLength(7);
    expect(choices[0]).toMatch(/^S52\.0 Fracture of upper end of ulna.*402 codes/);
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

describe('every card', () => {
  it.each(['E11.9', 'M43.2', 'S52', 'S52.501', 'W21.89A', 'E11.95', 'H54.8'])(
    'names each of its buttons by what is to be read on it: %s',
    async (code) => {
      await showCard(code);
      const buttons = page.getByRole('button').elements();
      expect(buttons.length).toBeGreaterThan(0);
      for (const button of buttons) {
        const visible = button.textContent.trim();
        expect(visible).not.toBe('');
        // WCAG 2.5.3: who speaks the label that he sees must reach the button.
        expect(button.ariaLabel ?? visible).toContain(visible);
      }
    },
  );

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
    render(<CodeCard lookup={{ ...lookup, entry }} onOpen={vi.fn()} onDate={vi.fn()} />, root);
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
  });
});
