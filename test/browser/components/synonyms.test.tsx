import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Synonyms } from '../../../components/card/Synonyms';
import { type AskSynonyms, SynonymsContext } from '../../../components/card/synonyms-context';
import { show } from '../page';

function showSynonyms(ask: AskSynonyms | null): void {
  render(
    <SynonymsContext.Provider value={ask}>
      <Synonyms code="I21.9" />
    </SynonymsContext.Provider>,
    show(''),
  );
}

const section = page.getByRole('region', { name: 'Synonyms' });
const said = () => section.query()?.textContent;

it('synonyms tell official index terms from our own', async () => {
  const ask = vi.fn(async () => ({ index: ['Infarct, myocardium'], ours: ['heart attack', 'MI'] }));
  showSynonyms(ask);
  await expect
    .poll(said)
    .toMatch(/From the official index\s*Infarct, myocardium\s*Our terms, not official\s*heart attack, MI/);
  expect(ask).toHaveBeenCalledExactlyOnceWith('I21.9');
});

it('a kind without terms has no heading', async () => {
  showSynonyms(async () => ({ index: [], ours: ['heart attack'] }));
  await expect.poll(said).toMatch(/heart attack/);
  expect(page.getByText('From the official index').elements()).toEqual([]);
});

it('without synonyms, or nobody to ask, there is no section', async () => {
  const ask = vi.fn(async () => ({ index: [], ours: [] }));
  showSynonyms(ask);
  await vi.waitFor(() => expect(ask).toHaveBeenCalled());
  expect(section.elements()).toEqual([]);
  showSynonyms(null);
  expect(section.elements()).toEqual([]);
});

it('that they can’t be read is said on the console', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  showSynonyms(() => Promise.reject(new Error('no worker')));
  await vi.waitFor(() => expect(warn).toHaveBeenCalled());
  expect(section.elements()).toEqual([]);
});
