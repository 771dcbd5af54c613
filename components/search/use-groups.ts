import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Code, dotted } from '../../data/code';
import type { Verdict } from '../../data/lookup/answer';
import { MOST_CODES, sendMessage } from '../messages';
import type { KeptCodes } from './kept-codes';
import type { Listed, RowGroup } from './rows';
import { usePageCodes } from './use-page-codes';

/** Of those kept, so many are listed. */
const MOST_RECENTS = 10;

interface Known {
  readonly titles: ReadonlyMap<string, string>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/**
 * What is listed while nothing is searched for: the codes of this page, then those looked up last, then favourites.
 * @param round another number asks anew: the verdicts have changed
 */
export function useGroups({ favourites, recents }: KeptCodes, round: number): readonly RowGroup[] {
  const inPage = usePageCodes();
  const kept = useMemo(() => [...recents, ...favourites], [recents, favourites]);
  const known = useKnown([...inPage.map(({ spelling }) => spelling), ...kept.map(dotted)], kept, round);
  const listed = (code: Code): Listed => {
    const spelling = dotted(code);
    return {
      spelling,
      title: known.titles.get(spelling) ?? '',
      verdict: known.verdicts.get(spelling) ?? 'unknown',
    };
  };
  return [
    {
      id: 'page',
      heading: 'In this page',
      codes: inPage.map((code) => ({ ...code, title: known.titles.get(code.spelling) ?? '' })),
    },
    // A code whose verdict has not come yet is not listed with a wrong one.
    { id: 'recent', heading: 'Looked up last', codes: ready(recents.slice(0, MOST_RECENTS)) },
    { id: 'favourite', heading: 'Favourites', codes: ready(favourites) },
  ].filter(({ codes }) => codes.length > 0);

  function ready(codes: readonly Code[]): Listed[] {
    return codes.filter((code) => known.verdicts.has(dotted(code))).map(listed);
  }
}

/** The titles of spellings and the verdicts of codes, as the background gives them. */
function useKnown(spellings: readonly string[], codes: readonly Code[], round: number): Known {
  const [known, setKnown] = useState<Known>({ titles: new Map(), verdicts: new Map() });
  const texts = [...new Set(spellings)].slice(0, MOST_CODES);
  useEffect(() => {
    if (texts.length === 0) return;
    let current = true;
    const asked = [...new Set(codes)];
    Promise.all([sendMessage('titles', texts), asked.length > 0 ? sendMessage('verdicts', asked) : []]).then(
      ([titles, verdicts]) => {
        if (!current) return;
        setKnown({
          titles: new Map(texts.map((text, index) => [text, titles[index] ?? ''])),
          verdicts: new Map(asked.map((code, index) => [dotted(code), verdicts[index] ?? 'unknown'])),
        });
      },
      (reason) => console.warn('Dx Lens: the titles of the listed codes did not come', reason),
    );
    return () => {
      current = false;
    };
    // A code may be made a favourite whose title is there already, since it is in the page too.
  }, [texts.join(), codes.join(), round]);
  return known;
}
