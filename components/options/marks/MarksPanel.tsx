import { changeSettings, switchSite } from '../../stored-settings';
import { useSettings } from '../../use-settings';
import { Choice } from '../settings/Choice';
import { LABELS, LOOKS } from '../settings/choices';
import { useStoring } from '../settings/use-storing';
import { MarkSample } from './MarkSample';
import { OffSites } from './OffSites';

/** How codes are marked in pages, where not, and whether they are counted. What is set holds at once in all tabs. */
export function MarksPanel() {
  const settings = useSettings();
  const { problem, store } = useStoring();
  return (
    <section id="marks" aria-labelledby="marks-heading">
      <h2 id="marks-heading">Marks</h2>
      {problem && <p role="alert">{problem}</p>}
      {settings && (
        <>
          <Choice
            name="look"
            label={LABELS.look}
            choices={LOOKS}
            value={settings.look}
            onChange={(look) => void store(changeSettings(() => ({ look })))}
          >
            <MarkSample look={settings.look} />
          </Choice>
          <p>
            <label>
              <input
                type="checkbox"
                checked={settings.badge}
                onChange={({ currentTarget: { checked } }) =>
                  void store(changeSettings(() => ({ badge: checked })))
                }
              />{' '}
              Show the number of codes of a page on the toolbar button
            </label>
          </p>
          <OffSites sites={settings.offSites} onSwitch={(site, on) => void store(switchSite(site, on))} />
        </>
      )}
    </section>
  );
}
