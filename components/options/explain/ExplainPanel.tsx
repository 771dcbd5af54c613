import { useState } from 'preact/hooks';
import { ENOUGH } from '../../../data/spotting/points';
import { isOff } from '../../settings';
import { useSettings } from '../../use-settings';
import { CandidateTable } from './CandidateTable';
import { RuleTables } from './RuleTables';
import { type Explanation, useExplanation } from './use-explanation';
import { type OpenTab, useOpenTabs } from './use-open-tabs';

/** Tells of an open page which of its texts are marked as codes, which are not, and by which rules. */
export function ExplainPanel() {
  const tabs = useOpenTabs();
  const settings = useSettings();
  const { explanation, explain } = useExplanation();
  const [chosen, setChosen] = useState<number | null>(null);
  const tab = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  const isTabOff = tab !== undefined && settings !== null && isOff(settings, tab.site);
  return (
    <section id="explain" aria-labelledby="explain-heading">
      <h2 id="explain-heading">Explain this page</h2>
      <p>
        Why is a code of a page not marked, or something marked that is none? Each text with the shape of a
        code gets points by rules, and from {ENOUGH} points on it is marked. Nothing of this is kept.
      </p>
      {tab ? (
        <p class="actions">
          <label for="explained-tab">Page:</label>
          <select
            id="explained-tab"
            value={tab.id}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          >
            {tabs.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one, tabs)}
              </option>
            ))}
          </select>
          <button type="button" disabled={isTabOff} onClick={() => explain(tab.id)}>
            Explain
          </button>
        </p>
      ) : (
        <p>No page that Dx Lens reads is open.</p>
      )}
      {isTabOff && <p>Dx Lens is switched off on {tab.site}, so it has read nothing there.</p>}
      <p role="status">{statusOf(explanation)}</p>
      {explanation.state === 'told' && explanation.candidates.length > 0 && (
        <CandidateTable candidates={explanation.candidates} />
      )}
      <RuleTables />
    </section>
  );
}

function nameOf(tab: OpenTab, tabs: readonly OpenTab[]): string {
  const name = tab.site || 'Local file or blank page';
  const isOne = tabs.every(({ id, site }) => id === tab.id || site !== tab.site);
  const last = tab === tabs[0] ? ', last used' : '';
  return isOne ? `${name}${last}` : `${name}, tab ${tab.place}${last}`;
}

function statusOf(explanation: Explanation): string {
  switch (explanation.state) {
    case 'none':
      return '';
    case 'asked':
      return 'Reading the page…';
    case 'failed':
      return `The page did not answer: ${explanation.reason}`;
    case 'told': {
      const { candidates, frames, untold } = explanation;
      const marked = candidates.filter(({ counts }) => counts).length;
      const texts = candidates.length === 1 ? '1 text' : `${candidates.length.toLocaleString('en-US')} texts`;
      const where = frames === 1 ? '' : ` in ${frames} frames`;
      const more = untold === 0 ? '' : ` ${untold.toLocaleString('en-US')} more are not listed.`;
      return `${texts} with the shape of a code${where}, ${marked.toLocaleString('en-US')} marked.${more}`;
    }
  }
}
