import { useEffect, useState } from 'preact/hooks';
import type { Release } from '../../data/release';
import type { StoreState } from '../../data/store/release-store';
import { day } from '../day';
import { sendMessage } from '../messages';

/** How often the state is asked for while the database is being filled, in milliseconds. */
const ASK_AGAIN = 500;

/** Which release answers, where it comes from, and where it is kept. */
export function ReleasePanel() {
  const [store, setStore] = useState<StoreState | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const next = await sendMessage('storeState');
        setStore(next);
        if (next.state !== 'stored') timer = setTimeout(ask, ASK_AGAIN);
      } catch (reason) {
        console.warn('Dx Lens: the state of the code set is not known', reason);
        setProblem(String(reason));
      }
    };
    void ask();
    return () => clearTimeout(timer);
  }, []);

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
          <Facts release={store.release} />
          <p role="status">{stateOf(store)}</p>
          <Sources release={store.release} />
        </>
      )}
      <p>Not medical advice.</p>
    </main>
  );
}

function Facts({ release }: { readonly release: Release }) {
  const { counts } = release;
  return (
    <>
      <h2>
        {release.system} {release.name}
      </h2>
      <dl>
        <dt>In force</dt>
        <dd>
          {day(release.effectiveFrom)} to {day(release.effectiveTo)}
        </dd>
        <dt>Notes as of</dt>
        <dd>{day(release.notesAsOf)}</dd>
        <dt>Codes</dt>
        <dd>{counts.codes.toLocaleString('en-US')}</dd>
        <dt>Billable</dt>
        <dd>{counts.billable.toLocaleString('en-US')}</dd>
      </dl>
    </>
  );
}

function Sources({ release }: { readonly release: Release }) {
  return (
    <>
      <h2>Sources</h2>
      <ul>
        {release.sources.map(({ name, gave, publisher, licence }) => (
          <li key={name}>
            <strong>{name}</strong>: {gave}. {publisher}. {licence}.
          </li>
        ))}
      </ul>
    </>
  );
}

function stateOf(store: StoreState): string {
  switch (store.state) {
    case 'stored':
      return 'Answers come from this browser’s database.';
    case 'filling':
      return 'Answers come from the package while this browser’s database is being filled.';
    case 'packaged':
      return store.problem
        ? `Answers come from the package, since the database can’t be used: ${store.problem}`
        : 'Answers come from the package.';
  }
}
