import { useContext, useEffect, useId, useState } from 'preact/hooks';
import type { Synonyms as Found } from '../../data/lookup/synonyms';
import { SynonymsContext } from './synonyms-context';

/** Other names of a code: the alphabetic index's, and ours, told apart. They are asked for when they are to be seen. */
export function Synonyms({ code }: { readonly code: string }) {
  const ask = useContext(SynonymsContext);
  const [found, setFound] = useState<Found | null>(null);
  const id = useId();

  useEffect(() => {
    let current = true;
    setFound(null);
    ask?.(code).then(
      (synonyms) => current && setFound(synonyms),
      (reason: unknown) => console.warn('Dx Lens: the synonyms could not be read', reason),
    );
    return () => {
      current = false;
    };
  }, [ask, code]);

  if (!found || found.index.length + found.ours.length === 0) return null;
  return (
    <section class="synonyms" aria-labelledby={id}>
      <h3 id={id}>Synonyms</h3>
      <Terms label="From the official index" terms={found.index} />
      <Terms label="Our terms, not official" terms={found.ours} isOurs />
    </section>
  );
}

interface TermsProps {
  readonly label: string;
  readonly terms: readonly string[];
  readonly isOurs?: boolean;
}

function Terms({ label, terms, isOurs = false }: TermsProps) {
  if (terms.length === 0) return null;
  return (
    <>
      <p class="label">{label}</p>
      <p class={isOurs ? 'terms ours' : 'terms'}>{terms.join(isOurs ? ', ' : '; ')}</p>
    </>
  );
}
