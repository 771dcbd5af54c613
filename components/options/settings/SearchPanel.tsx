import { changeSettings } from '../../stored-settings';
import { useSettings } from '../../use-settings';
import { useStoring } from './use-storing';

/** What the search of the popup and the side panel keeps. */
export function SearchPanel() {
  const settings = useSettings();
  const { problem, store } = useStoring();
  return (
    <section id="search" aria-labelledby="search-heading">
      <h2 id="search-heading">Search</h2>
      {problem && <p role="alert">{problem}</p>}
      {settings && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={settings.favouritesAndRecents}
              onChange={({ currentTarget: { checked } }) =>
                void store(changeSettings(() => ({ favouritesAndRecents: checked })))
              }
            />{' '}
            Keep favourites and the codes whose cards were opened last, on this computer
          </label>
        </p>
      )}
    </section>
  );
}
