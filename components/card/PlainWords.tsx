import { useId } from 'preact/hooks';
import type { PlainWords as Words } from '../../data/plain-words/plain-words';

/** What the entry means, in our own words: marked as ours, and set apart from all official text. */
export function PlainWords({ words }: { readonly words: Words }) {
  const id = useId();
  const { kind, whenUsed, doesNotSay, specialties } = words;
  return (
    <section class="plain" aria-labelledby={id}>
      <h3 id={id}>
        In plain words <span class="remark">by Dx Lens, not official</span>
      </h3>
      <p>{kind}</p>
      <Sentences label="When it is used" sentences={whenUsed} />
      <Sentences label="What it does not say" sentences={doesNotSay} />
      {specialties.length > 0 && <p>Related specialties: {specialties.join(', ')}</p>}
    </section>
  );
}

function Sentences({ label, sentences }: { readonly label: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <p class="label">{label}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
