import { useState } from 'preact/hooks';
import { dotted } from '../../data/code';
import { sendMessage } from '../messages';
import type { KeptCodes } from './kept-codes';
import { csvOf, jsonOf, type KeptRows } from './kept-file';

interface Props {
  readonly kept: KeptCodes;
  /** Throws when it can't be stored. */
  readonly clear: (list: keyof KeptCodes) => Promise<void>;
}

const NAMES = { favourites: 'favourites', recents: 'recent' } as const;

/** Saves the kept codes as a file, and clears them. */
export function KeptTools({ kept, clear }: Props) {
  const [asked, setAsked] = useState<keyof KeptCodes | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (kept.favourites.length + kept.recents.length === 0) return null;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      setProblem(null);
    } catch (reason) {
      console.warn('Dx Lens: the kept codes could not be saved or cleared', reason);
      setProblem(`That failed: ${reason instanceof Error ? reason.message : reason}`);
    }
    setAsked(null);
  };
  const clearer = (list: keyof KeptCodes) => {
    const { length } = kept[list];
    if (length === 0) return null;
    if (asked !== list) {
      return (
        <button type="button" onClick={() => setAsked(list)}>
          Clear {NAMES[list]}…
        </button>
      );
    }
    return (
      <button type="button" class="sure" onClick={() => attempt(() => clear(list))}>
        Really clear {length} {NAMES[list]}
      </button>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields
    <div class="kept-tools" role="group" aria-labelledby="kept-codes">
      <span id="kept-codes">Kept codes:</span>
      <button type="button" onClick={() => attempt(async () => save('csv', csvOf(await rowsOf(kept))))}>
        Save CSV
      </button>
      <button type="button" onClick={() => attempt(async () => save('json', jsonOf(await rowsOf(kept))))}>
        Save JSON
      </button>
      {clearer('recents')}
      {clearer('favourites')}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

async function rowsOf({ favourites, recents }: KeptCodes): Promise<KeptRows> {
  const titles = await sendMessage('titles', [...favourites, ...recents].map(dotted));
  const rows = [...favourites, ...recents].map((code, index) => ({
    spelling: dotted(code),
    title: titles[index] ?? '',
  }));
  return { favourites: rows.slice(0, favourites.length), recents: rows.slice(favourites.length) };
}

const TYPES = { csv: 'text/csv', json: 'application/json' } as const;

function save(kind: keyof typeof TYPES, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: TYPES[kind] }));
  link.download = `dx-lens-codes.${kind}`;
  link.click();
  // The download has its own reference by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
