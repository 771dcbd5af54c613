import { useState } from 'preact/hooks';
import type { MarkLook, Settings } from '../../settings';
import { changeSettings, switchSite } from '../../stored-settings';
import { useSettings } from '../../use-settings';
import { MarkSample } from './MarkSample';
import { OffSites } from './OffSites';

const LOOKS: readonly (readonly [MarkLook, string])[] = [
  ['underline', 'Underlines'],
  ['background', 'Underlines and backgrounds'],
  ['off', 'No marks: codes are explained under the pointer all the same'],
];

/** How codes are marked in pages, where not, and whether they are counted. What is set holds at once in all tabs. */
export function MarksPanel() {
  const settings = useSettings();
  const [problem, setProblem] = useState<string | null>(null);
  const store = async (storing: Promise<void>) => {
    try {
      await storing;
      setProblem(null);
    } catch (reason) {
      console.warn('Dx Lens: the setting could not be stored', reason);
      setProblem(`The setting was not stored: ${reason instanceof Error ? reason.message : reason}`);
    }
  };
  return (
    <section aria-labelledby="marks-heading">
      <h2 id="marks-heading">Marks</h2>
      {problem && <p role="alert">{problem}</p>}
      {settings && (
        <>
          <LookChoice settings={settings} onChange={(look) => void store(changeSettings(() => ({ look })))} />
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

interface ChoiceProps {
  readonly settings: Settings;
  readonly onChange: (look: MarkLook) => void;
}

function LookChoice({ settings, onChange }: ChoiceProps) {
  return (
    <fieldset>
      <legend>Look of the marks in pages</legend>
      {LOOKS.map(([look, label]) => (
        <label key={look} class="choice">
          <input
            type="radio"
            name="look"
            value={look}
            checked={settings.look === look}
            onChange={() => onChange(look)}
          />{' '}
          {label}
        </label>
      ))}
      <MarkSample look={settings.look} />
    </fieldset>
  );
}
