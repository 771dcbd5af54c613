/** Words of titles that say too little to know a title by. */
const COMMON = new Set(
  (
    'other others unspecified specified without with elsewhere classified disease diseases disorder disorders ' +
    'encounter initial subsequent sequela right left unspecified bilateral code codes type acute chronic primary ' +
    'secondary history personal status following screening examination condition conditions general part parts ' +
    'site sites mention involving includes including classified care first episode mild moderate severe level ' +
    'region complication complications person patient health service services medical injury use due not nos nec'
  ).split(' '),
);

/** What titles are shortened to beside their codes, and the words of titles that say the same. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  htn: 'hypertension',
  dm: 'diabetes mellitus',
  t2dm: 'diabetes mellitus',
  dm2: 'diabetes mellitus',
  cad: 'atherosclerotic heart coronary',
  chf: 'heart failure',
  hld: 'hyperlipidemia',
  afib: 'atrial fibrillation',
  copd: 'obstructive pulmonary',
  ckd: 'kidney',
  esrd: 'renal stage',
  aki: 'kidney failure',
  gerd: 'reflux esophageal',
  uti: 'urinary tract infection',
  uri: 'respiratory infection upper',
  oa: 'osteoarthritis',
  lbp: 'back pain',
  mdd: 'depressive major',
  gad: 'anxiety generalized',
  ptsd: 'traumatic stress',
  adhd: 'deficit hyperactivity',
  osa: 'sleep apnea',
  bph: 'prostatic hyperplasia',
  cva: 'cerebral infarction',
  nstemi: 'myocardial infarction',
  stemi: 'myocardial infarction',
  hypothyroid: 'hypothyroidism',
  cancer: 'malignant neoplasm',
  carcinoma: 'malignant neoplasm',
  tumor: 'neoplasm',
  stroke: 'cerebral infarction',
};

/**
 * Whether words beside a code tell its official title: two of its words, or a long one of the two that it has.
 * @param title as published
 * @param beside what stands beside the code: "Essential hypertension [", "- type 2 diabetes w/o compl."
 */
export function isTitleBeside(title: string, beside: string): boolean {
  // Brackets hold another name, which need not stand there too: “Crohn's disease [regional enteritis]”.
  const words = [...new Set(wordsOf(title.replace(/\s*\[[^\]]*\]/g, '')))].filter(
    (word) => word.length > 3 && !COMMON.has(word),
  );
  const near = wordsOf(beside).flatMap((word) => [word, ...wordsOf(SHORT_FORMS[word] ?? '')]);
  if (near.length === 0 || words.length === 0) return false;
  const shared = words.filter((word) => near.some((other) => isSameWord(word, other)));
  const longest = Math.max(0, ...shared.map((word) => word.length));
  if (shared.length >= 2) return true;
  return shared.length * 2 >= words.length && (longest >= 6 || (shared.length === 1 && near.length <= 3));
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}[\p{L}\d]*/gu) ?? []
  );
}

/** The same word, its plural or its beginning: "diabet.", "fractures", "hypertensive". */
function isSameWord(word: string, other: string): boolean {
  if (word === other) return true;
  const length = Math.min(word.length, other.length);
  return length >= 5 && word.slice(0, Math.max(5, length - 2)) === other.slice(0, Math.max(5, length - 2));
}
