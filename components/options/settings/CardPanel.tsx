import type { Settings } from '../../settings';
import { changeSettings } from '../../stored-settings';
import { useSettings } from '../../use-settings';
import { CardPreview } from './CardPreview';
import { Choice } from './Choice';
import { DELAYS, LABELS, TEXT_SIZES, THEMES } from './choices';
import { useStoring } from './use-storing';

/** When cards open under the pointer and what they look like, with a card that shows it. */
export function CardPanel() {
  const settings = useSettings();
  const { problem, store } = useStoring();
  const set = (change: Partial<Settings>) => void store(changeSettings(() => change));
  return (
    <section id="card" aria-labelledby="card-heading">
      <h2 id="card-heading">Card</h2>
      {problem && <p role="alert">{problem}</p>}
      {settings && (
        <>
          <Choice
            name="hoverDelay"
            label={LABELS.hoverDelay}
            choices={DELAYS}
            value={settings.hoverDelay}
            onChange={(hoverDelay) => set({ hoverDelay })}
          />
          <p>
            <label>
              <input
                type="checkbox"
                checked={settings.unfolded}
                onChange={({ currentTarget: { checked } }) => set({ unfolded: checked })}
              />{' '}
              {LABELS.unfolded}
            </label>
          </p>
          <Choice
            name="theme"
            label={LABELS.theme}
            choices={THEMES}
            value={settings.theme}
            onChange={(theme) => set({ theme })}
          />
          <Choice
            name="textSize"
            label={LABELS.textSize}
            choices={TEXT_SIZES}
            value={settings.textSize}
            onChange={(textSize) => set({ textSize })}
          />
          <CardPreview settings={settings} />
        </>
      )}
    </section>
  );
}
