import type { Nominee } from './nominate';

/** A text with the shape of a code that its nearest surroundings show to be something else. */
export interface Quirk {
  readonly name: string;
  readonly example: string;
  /** Which shapes it is about; all if not given. */
  readonly dotted?: boolean;
  /** It sees only what touches the candidate on this side; most candidates have a blank or a bracket there. */
  readonly touching?: 'before' | 'after';
  /** Tested on the candidate itself, on the characters before it and behind it (`REACH` each): all that are given must match. */
  readonly itself?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

export const QUIRKS: readonly Quirk[] = [
  // Vital signs.
  {
    name: 'temperature among vital signs',
    example: 'T36.8 P78 R16',
    dotted: true,
    itself: /^T3[4-9]\.\d$|^T4[0-2]\.\d$/i,
    // A rate is a whole number: "R11.0" behind a code is a second code.
    after: /^\s*(?:°|[CF]\b|[,;/|·]?\s*(?:P|HR|BP|RR?|SpO2|pulse|resp|sat)\s?:?\s?\d{1,3}(?!\d|\.\d))/i,
  },
  {
    name: 'temperature behind other vital signs',
    example: 'BP 120/80 P78 T36.8',
    dotted: true,
    itself: /^T3[4-9]\.\d$|^T4[0-2]\.\d$/i,
    before:
      /(?:\b(?:BP\s*\d+\/\d+|(?:P|HR|RR?|SpO2|Wt|Ht)\s?:?\s?\d{2,3}%?)|vitals?(?: signs?)?|temp(?:erature)?|\bVS)\s*[,;:/|·]?\s*$/i,
  },
  {
    name: 'pulse among vital signs',
    example: 'P78 R16 BP 120/80',
    dotted: false,
    itself: /^P\d\d$/i,
    after: /^\s*[,;/|·]?\s*(?:BP\s*\d|(?:RR?|SpO2|O2|sat)\s?:?\s?\d{2,3}\b)/,
  },
  {
    name: 'rate behind other vital signs',
    example: 'T36.8 P78 R16',
    dotted: false,
    itself: /^[PRSW]\d\d$/i,
    before:
      /(?:\bT\s?\d\d(?:\.\d)?(?:\s*°?[CF])?|\b(?:P|HR)\s?\d{2,3}|BP\s*\d+\/\d+|\bVS|vitals?)\s*[,;:/|·]?\s*$/i,
  },
  {
    name: 'percentiles',
    example: 'median 12 (P25–P75)',
    dotted: false,
    itself: /^(?:P25\W{1,3}P75|P10\W{1,3}P90|P05\W{1,3}P95)$/,
  },
  // Classifications that share the spelling.
  {
    name: 'ICD-O topography beside a morphology',
    example: 'C50.9 M8500/3',
    itself: /^[CD]/i,
    after: /^[^.;|]{0,40}?\bM?-?\d{4}\/\d(?!\d)/,
  },
  {
    name: 'ICD-O topography behind a morphology',
    example: 'M8500/3 C50.9',
    itself: /^[CD]/i,
    before: /(?<!\d)\d{4}\/\d(?!\d)[^.;|]{0,30}$/,
  },
  {
    name: 'ICD-O morphology',
    touching: 'after',
    example: 'M8500/3',
    dotted: false,
    itself: /^M\d{4}$/,
    after: /^\/\d(?!\d)/,
  },
  {
    name: 'trisomy',
    example: 'T21, T18, T13 low risk',
    dotted: false,
    itself: /^T(?:13|18|21)$/,
    after:
      /^[\s,/]*(?:T(?:13|18|21)[\s,/]*)*(?:and\s+T\d\d\s*)?(?:low|high|risk|negative|positive|screen|aneuploid|trisom)/i,
  },
  // HL7 and EDI.
  {
    name: 'coding system of an HL7 element',
    touching: 'before',
    example: 'K80.00^Cholelithiasis^I10',
    dotted: false,
    itself: /^I10C?$/,
    before: /\^[^^|~]*\^$/,
  },
  {
    name: 'coding method of an HL7 segment',
    touching: 'before',
    example: 'DG1|1|I10|E11.9',
    dotted: false,
    itself: /^I10C?$/,
    before: /\b(?:DG1|PR1)\|\d*\|$/,
  },
  {
    name: 'HL7 trigger event',
    touching: 'before',
    example: 'ORU^R01',
    dotted: false,
    before: /\b[A-Z]{3}(?:\^|_)$/,
  },
  {
    name: 'HL7 table or segment position',
    example: 'ADT A08',
    dotted: false,
    itself: /^[A-Z]\d\d$/,
    before: /\b(?:ADT|ORU|ORM|OML|SIU|MDM|DFT|BAR|VXU|QBP|RSP|MFN|ACK)[\s:_-]$/,
  },
  {
    name: 'X12, the format of claims',
    example: 'X12 837, ANSI X12',
    dotted: false,
    itself: /^X12$/,
    after: /^\s*(?:$|\d{3}|EDI\b|files?\b|transactions?\b|loops?\b|segments?\b|[,.)])/i,
  },
  {
    name: 'item of a home health assessment (OASIS)',
    example: 'Primary diagnosis M1021',
    dotted: false,
    itself: /^M102[1358]$/,
  },
  {
    name: 'rule of a linter',
    example: 'noqa: E302 F401',
    dotted: false,
    before: /\b(?:noqa|flake8|pylint|pycodestyle|ruff)\b[^.;\n]{0,40}$/i,
  },
  {
    name: 'fiscal or calendar year',
    example: 'ICD-10-CM FY2027',
    dotted: false,
    itself: /^[A-Z]Y(?:20)?\d\d$/i,
  },
  // Parts of longer names.
  {
    name: 'part of a web or file address',
    touching: 'before',
    example: 'https://example.org/v/E11.9/x.js',
    before: /(?:\b[a-z]+:\/\/|\bwww\.|\B\/[\w.-]+\/|[\w-]+@|\\)[^\s|"'<>,;]*$|(?:^|\s)[/\\]$/i,
  },
  {
    name: 'part of a file address',
    touching: 'after',
    example: 'E11/readme.txt',
    dotted: false,
    after: /^(?:[\w.-]*[/\\][\w.-]+)+\.[A-Za-zÀ-ɏ]{2,4}\b|^@/,
  },
  {
    name: 'behind a hyphen of a name',
    touching: 'before',
    example: 'HLA-B27, DX-1140, FW-R10.2',
    before: /[A-Za-zÀ-ɏ0-9][-‐‑]$/,
  },
  {
    name: 'before a hyphen of a name',
    touching: 'after',
    example: 'E11-2234, C50-beta',
    dotted: false,
    // Whether a diagnosis was present on admission is printed behind it: "A419-Y".
    after: /^[-‐‑](?![YNUW1](?![A-Za-zÀ-ɏ0-9]))[A-Za-zÀ-ɏ0-9]/,
  },
  {
    name: 'numbered variant of a dotted name',
    touching: 'after',
    example: 'C50.9-beta, R10.2-rc1',
    dotted: true,
    after:
      /^[-‐‑](?:alpha|beta|rc|dev|pre|snapshot|release|final|hotfix|[a-z]\d|[A-MO-TVXZ](?!\w)|\d+(?![\d.]*\s*%))/i,
  },
  {
    name: 'value of a version field',
    example: 'Firmware: R10.2',
    dotted: true,
    before: /\b(?:version|ver|build|firmware|release|revision|rev|model|kernel|driver|software)\s*[:=#]\s*$/i,
  },
  { name: 'version with a v', example: 'v10.2', dotted: true, itself: /^v/ },
  {
    name: 'version or later',
    example: 'agent V10.3 or later',
    after: /^\s+(?:or|and)\s+(?:later|newer|above|higher|earlier|older|up)\b/i,
  },
  {
    name: 'release number',
    example: 'Release R10.2',
    dotted: true,
    // Surgeons release tendons and nerves: "carpal tunnel release G56.01".
    itself: /^[RV]\d/,
    before: /\b(?:release|rev(?:ision)?\.?|affects:|fix(?:ed in|es)?(?: version)?:)\s*(?:[\d.]+\s*\(\s*)?$/i,
  },
  {
    name: 'number of a revision',
    example: 'Document 12, rev. A52.1',
    dotted: true,
    before: /\brev(?:\.\s?|\s)$/i,
  },
  {
    name: 'bed or room',
    example: 'ward K30, bed K31.2',
    dotted: true,
    itself: /^[A-Z]\d\d\.\d$/,
    // Where people are seen, or live, is no number of a room: "emergency room R07.9".
    before:
      /\b(?:(?<!nail )beds?|rm|wards?|bays?|(?<!(?:emergency|operating|waiting|treatment|delivery|recovery|living|dining|class|bath|bed|court)\s?)rooms?|stations?|modules?|rack|locker|desk|gate|halls?|building|bldg|pod|shard)\s$/i,
  },
  {
    name: 'behind a number sign',
    touching: 'before',
    example: '#E11900, PR #M10-22',
    dotted: false,
    before: /(?<![A-Za-zÀ-ɏ0-9])#$/,
  },
  {
    name: 'name of a value',
    touching: 'after',
    example: 'upstream timeout, P95=1.9s',
    dotted: false,
    after: /^\s?=\s?[\d.]/,
  },
  { name: 'percent-encoded character', touching: 'before', example: '%E119', dotted: false, before: /%$/ },
  {
    name: 'stretch of base64',
    touching: 'before',
    example: 'aGVsbG8x+/E119/aGk=',
    dotted: false,
    before: /(?=[^\s]*\d)(?=[^\s]*[a-z])[A-Za-z0-9+/]{6,}[+/]$/,
  },
  {
    name: 'beginning of base64',
    touching: 'after',
    example: 'E119/aGVsbG8x+Zm8=',
    dotted: false,
    after: /^[+/=](?=[A-Za-z+/]*\d)(?=[A-Z0-9+/]*[a-z])[A-Za-z0-9+/]{8,}/,
  },
  {
    name: 'behind a word and a slash',
    touching: 'before',
    example: 'Encounter/E10',
    dotted: false,
    before: /\b[A-ZÀ-Þ][a-zß-ɏ]+\/$/,
  },
  {
    name: 'behind a tilde',
    touching: 'before',
    example: 'libfoo 1.2~N18.6',
    before: /[A-Za-zÀ-ɏ0-9]~$/,
    // HL7 repeats fields so: "Z09^Follow-up^I10~Z85.46^Hx prostate ca^I10".
    after: /^(?!\^)/,
  },
  {
    name: 'citation',
    example: 'Spine 2020;45:S10-S14',
    dotted: false,
    before: /;\s?\d+(?:\([^()\s]{1,8}\))?:$|\b(?:pp?|pages?|vol|no)\.?\s*\d+\s*\($/i,
  },
  {
    name: 'call number of a library',
    example: 'R15.9 .M68 1998',
    itself: /^[A-Z]\d{2,4}(?:\.\d{1,3})?$/,
    after: /^\s?\.[A-Z]\d{1,4}(?![A-Za-zÀ-ɏ0-9]|\.\d)/,
  },
  {
    name: 'first cell of a range',
    touching: 'after',
    example: '=SUM(E11:E65)',
    dotted: false,
    itself: /^[A-Z]\d\d$/,
    after: /^:\$?[A-Z]{1,2}\$?\d{1,6}(?![A-Za-zÀ-ɏ0-9.])/,
  },
  {
    name: 'last cell of a range',
    touching: 'before',
    example: '=COUNTIF(B2:B99,"x")',
    dotted: false,
    itself: /^[A-Z]\d\d$/,
    before: /(?<![A-Za-zÀ-ɏ0-9.])\$?[A-Z]\$?\d{1,6}:\$?$/,
  },
  { name: 'time', touching: 'after', example: 'T14:30', dotted: false, after: /^:\d\d/ },
  { name: 'postcode', example: 'S10 2TN', dotted: false, itself: /^[A-Z]\d\d$/, after: /^\s\d[A-Z]{2}\b/ },
  // Numbers and drawings.
  {
    name: 'path of a drawing',
    example: 'M10.5 20 L40.5 60',
    itself: /^[MLHVCSQTA]\d/i,
    after: /^[\s,]+-?\d+(?:\.\d+)?(?:[\s,]+-?[\d.]+|\s*[A-Za-z]\s?-?\d)/,
  },
  {
    name: 'end of a path of a drawing',
    example: 'M10 20 L30.5 40Z',
    itself: /^[LHVCSQTA]\d/i,
    before: /\b[MLHVCSQTA]\s?-?\d+(?:\.\d+)?[\s,]+-?\d+(?:\.\d+)?\s*$/i,
  },
  {
    name: 'machine command',
    example: 'G10.1 X20 Y30',
    itself: /^[GMT]/i, // Codes in a row stand for themselves: "G47.33 Z99.89".
    after: /^\s+X-?[\d.]+\s+[YZ]-?[\d.]+/,
  },
  {
    name: 'value with a unit',
    example: 'F18 mL, T37.2 °C',
    after:
      /^\s*(?:°|mg|mcg|µg|mL|kg|cm|mm|GB|MB|[kMG]?Hz|rpm|bar|psi|hPa|nm|ms|mAs?|kV|MBq|mCi|Gy|cGy|Ω|k?Pa)(?![A-Za-zÀ-ɏ0-9])/,
  },
  {
    name: 'hours between doses',
    example: 'Q12 hours',
    dotted: false,
    itself: /^Q\d\d$/i,
    after: /^\s*(?:h|hrs?|hours?)\b/i,
  },
  {
    name: 'dextrose',
    example: 'D50 ampule',
    dotted: false,
    itself: /^D(?:10|50|70)$/,
    after: /^\s*(?:W\b|NS\b|amps?\b|ampules?|x\s?\d|IV\b|push|drip|infusion|bolus|given|stat|\d)/i,
  },
  {
    name: 'isotope',
    example: 'F18 FDG, I131 therapy',
    dotted: false,
    itself: /^(?:F18|C11|C14|I12[345]|I131|N13|O15|P32|Y90|Sr89)$/i,
    after:
      /^\s*[-]?\s*(?:\d+(?:\.\d+)?\s*)?(?:[A-Za-zÀ-ɏ]*-?(?:PET|FDG|scan|uptake|therap|ablation|label|radio|choline|PiB|dose|mCi|MBq|seed|tracer|isotope|treatment|sodium|iobenguane|MIBG|tositumomab|albumin|ammonia|microsphere|methionine|acetate|fluor|florbeta|DOTA|PSMA))/i,
  },
  {
    name: 'age',
    example: 'M51 yo',
    dotted: false,
    itself: /^[MF]\d\d$/i,
    after: /^\s*(?:yo|y\/o|yrs?|years?)\b/i,
  },
];

/** How many characters on each side a quirk looks at. */
const REACH = 60;

const OF_DOTTED = QUIRKS.filter(({ dotted }) => dotted !== false);
const OF_UNDOTTED = QUIRKS.filter(({ dotted }) => dotted !== true);

/** The quirk that a candidate shows, if any. */
export function quirkOf(text: string, { start, end, shape }: Nominee): Quirk | null {
  const itself = text.slice(start, end);
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const isFreeBefore = FREE_BEFORE.test(before);
  const isFreeAfter = FREE_AFTER.test(after);
  for (const quirk of shape === 'dotted' ? OF_DOTTED : OF_UNDOTTED) {
    if (quirk.touching === 'before' ? isFreeBefore : quirk.touching === 'after' && isFreeAfter) continue;
    if (quirk.itself && !quirk.itself.test(itself)) continue;
    if (quirk.before && !quirk.before.test(before)) continue;
    if (quirk.after && !quirk.after.test(after)) continue;
    return quirk;
  }
  return null;
}

const FREE_BEFORE = /(?:^|[\s(["'“])$/;
const FREE_AFTER = /^(?:$|[\s)\],;."'”])/;
