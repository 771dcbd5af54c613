import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CardTrail } from '../../../components/card/CardTrail';
import { CopyFormatContext } from '../../../components/card/copy-format-context';
import { copyText } from '../../../components/copy';
import type { CopyFormat } from '../../../components/copy-format';
import { show, the } from '../page';
import { lookUp } from '../release';
import { focusCard } from './focus-card';

vi.mock('../../../components/copy', () => ({ copyText: vi.fn() }));
const copied = vi.mocked(copyText);

async function showCard(text: string, format: CopyFormat = 'dotted'): Promise<void> {
  const first = await lookUp(text);
  render(
    <CopyFormatContext.Provider value={format}>
      <CardTrail first={first} lookUp={lookUp} setDate={vi.fn()} />
    </CopyFormatContext.Provider>,
    show(''),
  );
}

const copyButtons = () =>
  [...the('.copy-row').querySelectorAll('button')].map((button) => button.ariaLabel ?? '');

beforeEach(() => {
  copied.mockReset();
  copied.mockResolvedValue();
});

describe('the card of a code', () => {
  it.each([
    ['Copy E11.9', 'E11.9'],
    ['Copy E119, without a dot', 'E119'],
    ['Copy with title: E11.9', 'E11.9 Type 2 diabetes mellitus without complications'],
  ])('has a button for each way: %s', async (name, text) => {
    await showCard('E11.9');
    await page.getByRole('button', { name }).click();
    expect(copied).toHaveBeenCalledExactlyOnceWith(text);
  });

  it.each([
    ['dotted', 'E11.9'],
    ['undotted', 'E119'],
    ['titled', 'E11.9 Type 2 diabetes mellitus without complications'],
  ] as const)('copies by Ctrl+C as it is set: %s', async (format, text) => {
    await showCard('E11.9', format);
    await focusCard();
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(copied).toHaveBeenCalledExactlyOnceWith(text);
  });

  it('leaves Ctrl+C to what is selected', async () => {
    await showCard('E11.9');
    await focusCard();
    getSelection()?.selectAllChildren(the('.verdict'));
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(copied).not.toHaveBeenCalled();
  });

  it('offers what there is: neither a dot to leave out nor a title', async () => {
    await showCard('I10');
    expect(copyButtons()).toEqual(['Copy I10', 'Copy with title: I10']);
    await showCard('E11.95');
    expect(copyButtons()).toEqual(['Copy E11.95', 'Copy E1195, without a dot']);
  });

  it('copies the codes of its lists as it is set, with their whole titles', async () => {
    await showCard('S52.501', 'titled');
    await page.getByRole('button', { name: 'Copy S52.501A' }).click();
    expect(copied).toHaveBeenCalledExactlyOnceWith(
      'S52.501A Unspecified fracture of the lower end of right radius, initial encounter for closed fracture',
    );
  });

  it('is read from code and title to verdict, before anything that can be used', async () => {
    await showCard('E11.9');
    const [first, second, third] = the('.card').children;
    expect(first?.textContent).toMatch(/^E11\.9 Type 2/);
    expect(second?.textContent).toMatch(/Billable/);
    expect(third?.querySelectorAll('button')).toHaveLength(3);
  });
});
