import type { Release } from '../../data/release';
import type { StoreState } from '../../data/store/store-state';
import { day } from '../day';

/** Which release answers, where it comes from, and where it is kept. */
export function ReleasePanel({ store }: { readonly store: StoreState }) {
  return (
    <>
      <Facts release={store.release} />
      <p role="status">{stateOf(store)}</p>
      {store.state === 'stored' && store.problem && (
        <p role="alert">Something with this browser’s database failed meanwhile: {store.problem}</p>
      )}
      <Sources release={store.release} />
    </>
  );
}

function Facts({ release }: { readonly release: Release }) {
  const { counts, index } = release;
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
        {index && (
          <>
            <dt>Index terms</dt>
            <dd>
              {index.terms.toLocaleString('en-US')}, of FY{index.version}
            </dd>
          </>
        )}
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
      return store.origin === 'imported'
        ? 'You imported this release. Answers come from this browser’s database.'
        : 'Answers come from this browser’s database.';
    case 'filling':
      return 'Answers come from the package while this browser’s database is being filled.';
    case 'packaged':
      return store.problem
        ? `Answers come from the package, since the database can’t be used: ${store.problem}`
        : 'Answers come from the package.';
  }
}
