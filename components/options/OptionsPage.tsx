import type { Release } from '../../data/release';
import { HostAccess } from '../access/HostAccess';
import { sendMessage } from '../messages';
import { Shortcuts } from '../shortcuts/Shortcuts';
import { ExplainPanel } from './explain/ExplainPanel';
import { GoBack } from './GoBack';
import { ImportPanel } from './ImportPanel';
import { importedMemory } from './imported-memory';
import { LostRelease } from './LostRelease';
import { MarksPanel } from './marks/MarksPanel';
import { NewerRelease } from './NewerRelease';
import { ReleasePanel } from './ReleasePanel';
import { CardPanel } from './settings/CardPanel';
import { CopyPanel } from './settings/CopyPanel';
import { SearchPanel } from './settings/SearchPanel';
import { SettingsFilePanel } from './settings/SettingsFilePanel';
import { useImporter } from './use-importer';
import { useStoreState } from './use-store-state';

const SECTIONS = [
  ['marks', 'Marks'],
  ['card', 'Card'],
  ['copying', 'Copying'],
  ['search', 'Search'],
  ['shortcuts', 'Shortcuts'],
  ['file', 'Export and import'],
  ['release', 'Code set'],
  ['import', 'Import a release'],
  ['explain', 'Explain this page'],
] as const;

/** @param openImporter starts the worker in which official files are read */
export function OptionsPage({ openImporter }: { readonly openImporter: () => Worker }) {
  return (
    <main>
      <h1>Dx Lens</h1>
      <p>
        Explains the ICD-10-CM codes of the pages that you open. All of it happens on this computer: Dx Lens
        makes no network request, and keeps nothing of what is in a page.
      </p>
      <HostAccess />
      <nav aria-label="Sections">
        <ul>
          {SECTIONS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <MarksPanel />
      <CardPanel />
      <CopyPanel />
      <SearchPanel />
      <section id="shortcuts" aria-labelledby="shortcuts-heading">
        <h2 id="shortcuts-heading">Keyboard shortcuts</h2>
        <Shortcuts />
      </section>
      <SettingsFilePanel />
      <CodeSetSections openImporter={openImporter} />
      <ExplainPanel />
      <p>
        <a href="/welcome.html">First steps with Dx Lens</a>. Not medical advice.
      </p>
    </main>
  );
}

/**
 * The release in use, and another one to import. A component of its own, so that the state of the code set and the
 * progress of an import draw nothing else anew: a choice that is being stored would fall back for that moment.
 */
function CodeSetSections({ openImporter }: { readonly openImporter: () => Worker }) {
  const { store, problem, refresh } = useStoreState();
  const importer = useImporter(openImporter, (release) => void switched(release).finally(refresh));
  return (
    <>
      <div id="release">
        {problem && <p role="alert">The state of the code set is not known: {problem}</p>}
        {store && (
          <>
            <NewerRelease release={store.release} />
            <LostRelease store={store} />
            <ReleasePanel store={store} />
            <GoBack store={store} onGone={refresh} />
          </>
        )}
      </div>
      <ImportPanel importer={importer} />
    </>
  );
}

/** The background keeps the release in memory: it is told before the page shows the new one. */
async function switched(release: Release): Promise<void> {
  await Promise.all([importedMemory.set(release), sendMessage('releaseChanged')]).catch((reason) =>
    console.warn('Dx Lens: the background was not told of the new release', reason),
  );
}
