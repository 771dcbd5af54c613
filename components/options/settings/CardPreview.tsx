import { useEffect, useState } from 'preact/hooks';
import type { Lookup } from '../../../data/lookup/answer';
import { appearanceOf } from '../../appearance';
import { CardTrail } from '../../card/CardTrail';
import { CopyFormatContext } from '../../card/copy-format-context';
import { SynonymsContext } from '../../card/synonyms-context';
import { askSynonyms, lookUp, setDateOfService } from '../../lookups';
import type { Settings } from '../../settings';

/** Codes of FY2027, one of each of the commonest verdicts. */
const SAMPLES = ['M43.22', 'M43.2', 'S52.501', 'T40.4X1A'] as const;

/** A real card that follows the settings at once. */
export function CardPreview({ settings }: { readonly settings: Settings }) {
  const [code, setCode] = useState<string>(SAMPLES[0]);
  const [lookup, setLookup] = useState<Lookup | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isLeft = false;
    lookUp(code).then(
      (found) => !isLeft && setLookup(found),
      (reason) => {
        console.warn('Dx Lens: the sample could not be looked up', reason);
        setProblem(`The sample could not be looked up: ${reason instanceof Error ? reason.message : reason}`);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [code]);
  return (
    <>
      <p class="actions">
        <label for="sample-code">Sample:</label>
        <select id="sample-code" value={code} onChange={({ currentTarget: { value } }) => setCode(value)}>
          {SAMPLES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </p>
      {problem && <p role="alert">{problem}</p>}
      {lookup && (
        <section class={`card-preview ${appearanceOf(settings)}`} aria-label="Sample of the card">
          <CopyFormatContext.Provider value={settings.copyFormat}>
            <SynonymsContext.Provider value={askSynonyms}>
              <CardTrail first={lookup} lookUp={lookUp} setDate={setDateOfService} />
            </SynonymsContext.Provider>
          </CopyFormatContext.Provider>
        </section>
      )}
    </>
  );
}
