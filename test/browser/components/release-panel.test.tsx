import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ReleasePanel } from '../../../components/options/ReleasePanel';
import type { StoreState } from '../../../data/store/store-state';
import { show } from '../page';
import { packagedRelease } from '../release';

async function showPanel(problem: string | null): Promise<void> {
  const state = { state: 'stored', origin: 'packaged', previous: null, problem } as const;
  const store: StoreState = { ...state, release: await packagedRelease() };
  render(<ReleasePanel store={store} />, show(''));
  await expect.element(page.getByText('Answers come from this browser’s database.')).toBeVisible();
}

describe('a release that answers from the database', () => {
  it('says that something with it has failed, and what', async () => {
    await showPanel('AbortError: the disk was busy');
    const { textContent } = page.getByRole('alert').element();
    expect(textContent).toContain('failed meanwhile: AbortError: the disk was busy');
  });

  it('says nothing of the kind where nothing has', async () => {
    await showPanel(null);
    expect(page.getByRole('alert').elements()).toEqual([]);
  });
});
