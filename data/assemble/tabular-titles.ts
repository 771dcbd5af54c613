import type { Code } from '../code';
import type { Tabular, TabularDiag } from '../formats/tabular';
import type { SevenChr } from '../release';

/** A code as it follows from the tabular list alone. */
export interface TabularTitle {
  /** Spelled as the list spells it, accents included. */
  readonly title: string;
  /** Nothing lies below it. */
  readonly leaf: boolean;
}

/**
 * Derives every code of the tabular list, those with seven characters included, which the list only defines:
 * under a code without children each extension of the nearest definition gives one, padded with X.
 * @param exists tells which derived codes there are: 76 combinations under S06 are none
 */
export function tabularTitles(tabular: Tabular, exists: (code: Code) => boolean): Map<Code, TabularTitle> {
  const titles = new Map<Code, TabularTitle>();
  for (const chapter of tabular.chapters) {
    for (const section of chapter.sections) {
      const sevenChr = section.sevenChr ?? chapter.sevenChr;
      for (const diag of section.diags) derive(diag, sevenChr, exists, titles);
    }
  }
  return titles;
}

function derive(
  diag: TabularDiag,
  inherited: SevenChr | undefined,
  exists: (code: Code) => boolean,
  titles: Map<Code, TabularTitle>,
): void {
  const sevenChr = diag.sevenChr ?? inherited;
  const completions = diag.diags.length > 0 ? [] : complete(diag, sevenChr).filter(([code]) => exists(code));
  titles.set(diag.code, { title: diag.title, leaf: diag.diags.length === 0 && completions.length === 0 });
  for (const [code, title] of completions) titles.set(code, { title, leaf: true });
  for (const child of diag.diags) derive(child, sevenChr, exists, titles);
}

function complete(diag: TabularDiag, sevenChr: SevenChr | undefined): [Code, string][] {
  if (sevenChr === undefined || diag.code.length === 7) return [];
  const padded = diag.code.padEnd(6, 'X');
  return sevenChr.extensions.map(({ char, text }) => [(padded + char) as Code, `${diag.title}, ${text}`]);
}
