import type { Release } from '../../data/release';
import { sendMessage } from '../messages';
import { ExplainPanel } from './explain/ExplainPanel';
import { GoBack } from './GoBack';
import { ImportPanel } from './ImportPanel';
import { importedMemory } from './imported-memory';
import { LostRelease } from './LostRelease';
import { MarksPanel } from './marks/MarksPanel';
import { NewerRelease } from './NewerRelease';
import { ReleasePanel } from './ReleasePanel';
import { useImporter } from './use-importer';
import { useStoreState } from './use-store-state';

/** @param openImporter starts the worker in which official files are read */
export function OptionsPage({ openImporter }: { readonly openImporter: () => Worker }) {
  const { store, problem, refresh } = useStoreState();
  const importer = useImporter(openImporter, (release) => void switched(release).finally(refresh));

  return (
    <main>
      <h1>Dx Lens</h1>
      <p>
        Explains the ICD-10-CM codes of the pages that you open. All of it happens on this computer: Dx Lens
        makes no network request, and keeps nothing of what is in a page.
      </p>
      {problem && <p role="alert">The state of the code set is not known: {problem}</p>}
      {store && (
        <>
          <NewerRelease release={store.release} />
          <LostRelease store={store} />
          <ReleasePanel store={store} />
          <GoBack store={store} onGone={refresh} />
        </>
      )}
      <ImportPanel importer={importer} />
      <MarksPanel />
      <ExplainPanel />
      <p>Not medical advice.</p>
    </main>
  );
}

/** The background keeps the release in memory: it is told before the page shows the new one. */
async function switched(release: Release): Promise<void> {
  await Promise.all([importedMemory.set(release), sendMessage('releaseChanged')]).catch((reason) =>
    console.warn('Dx Lens: the background was not told of the new release', reason),
  );
}
