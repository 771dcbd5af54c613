import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CopyButton } from '../../../components/card/CopyButton';
import { copyText } from '../../../components/copy';
import { show } from '../page';

vi.mock('../../../components/copy', () => ({ copyText: vi.fn() }));

const copied = vi.mocked(copyText);
const button = () => page.getByRole('button', { name: 'Copy M43.22' });
const status = () => page.getByRole('status');

beforeEach(() => {
  copied.mockReset();
  render(
    <CopyButton label="Copy M43.22" text="M43.22">
      Copy
    </CopyButton>,
    show(''),
  );
});

describe('a button that copies', () => {
  it('copies its text and says so where it is read out', async () => {
    copied.mockResolvedValue();
    await button().click();
    expect(copied).toHaveBeenCalledExactlyOnceWith('M43.22');
    await expect.element(status()).toHaveTextContent('Copied');
    // What stands inside a button is not announced as a status: a button's children are presentational (ARIA 1.2).
    expect(status().element().closest('button')).toBeNull();
  });

  it('says that the browser refused', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    copied.mockRejectedValue(new Error('not allowed'));
    await button().click();
    await expect.element(status()).toHaveTextContent('The browser refused');
  });

  it('is itself again after a while, with its name and focus all the time', async () => {
    copied.mockResolvedValue();
    await button().click();
    await expect.element(status()).toHaveTextContent('Copied');
    await expect.element(button()).toHaveFocus();
    await expect.element(status(), { timeout: 3_000 }).toHaveTextContent('');
    await expect.element(button()).toHaveTextContent('Copy');
  });

  it('lets what was copied last stand for its whole time', async () => {
    copied.mockResolvedValue();
    await button().click();
    await new Promise((resume) => setTimeout(resume, 1_000));
    await button().click();
    await new Promise((resume) => setTimeout(resume, 1_000));
    expect(status().element().textContent).toBe('Copied');
  });
});
