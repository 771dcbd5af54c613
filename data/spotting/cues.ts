/**
 * The words by which a reader knows what a code beside them is. The same words count wherever they stand: in
 * front of a code, behind it, as the head of its column or row, in the cell before, as the label of a field.
 */

/**
 * What a cue says of the code that it goes with.
 * - `system`: it names ICD-10-CM itself
 * - `diagnosis`: a diagnosis is expected here
 * - `clinical`: a place where diagnoses are among other things
 * - `other`: it is something else, with or without a dot
 * - `other-undotted`: it is something else that has no dot: a dotted code is untouched by it
 * - `silent`: words with a cue in them that say nothing
 */
export type Sense = 'system' | 'diagnosis' | 'clinical' | 'other' | 'other-undotted' | 'silent';

export interface Cue {
  readonly name: string;
  readonly example: string;
  readonly sense: Sense;
  /** Words of its pattern that count only right before a code, since they mean much else. */
  readonly onlyRightBefore?: true;
  /** It stands behind a code, and is no label of the next one. */
  readonly onlyBehind?: true;
  /** Matched at the beginning of a word, in any case; it has no capturing group. */
  readonly pattern: string;
}

const HYPHEN = '[-‐‑–_\\s]?';

/** In the order in which they are tried: the longer and the more special come first. */
export const CUES: readonly Cue[] = [
  // What has a cue in it and says nothing.
  {
    name: 'pointer to a diagnosis',
    example: 'Dx Ptr: A',
    sense: 'silent',
    pattern:
      '(?:diag(?:nosis)?|dx|icd)\\s*(?:code\\s*)?(?:ptr|pointers?|ref\\b|index)|diagnos[ei]s?(?:-|\\s+)(?:related|date)[A-Za-zÀ-ɏ]*|diagnostic\\s+(?:imaging|test|procedure|radiology|laborator)[A-Za-zÀ-ɏ]*',
  },
  {
    name: 'ICD-10 as the coding system',
    example: 'K80.00^Cholelithiasis^I10',
    sense: 'system',
    onlyBehind: true,
    pattern: '(?:I10C?|10CM)(?<=(?:\\^[^^|~]{0,80}\\^|system\\W{1,4})(?:I10C?|10CM))',
  },
  {
    name: 'ICD-9 as the coding system',
    example: 'V15.82^Hx tobacco use^I9C',
    sense: 'other',
    onlyBehind: true,
    pattern: 'I9C?(?<=(?:\\^[^^|~]{0,80}\\^|system\\W{1,4})I9C?)',
  },
  // Other classifications.
  {
    name: 'ICD-10-PCS',
    example: 'ICD-10-PCS: 0DTJ4ZZ',
    sense: 'other-undotted',
    pattern: `ICD${HYPHEN}10${HYPHEN}PCS|PCS|sid/icd-?10-?pcs|2\\.16\\.840\\.1\\.113883\\.6\\.4(?!\\d)`,
  },
  {
    name: 'ICD-9',
    example: 'ICD-9: V70.0',
    sense: 'other',
    pattern: `ICD${HYPHEN}9(?:${HYPHEN}CM)?|ICD\\s*Ind(?:icator|\\.)?\\s*:?\\s*9(?!\\d)|(?:BK|BF)(?=[:"])|sid/icd-?9(?:-?cm)?|2\\.16\\.840\\.1\\.113883\\.6\\.(?:103|42)(?!\\d)`,
  },
  {
    name: 'ICD-O',
    example: 'ICD-O C50.9, M8500/3',
    sense: 'other',
    pattern: `ICD${HYPHEN}O(?:${HYPHEN}[23](?:\\.\\d)?)?(?![A-Za-zÀ-ɏ])|topograph(?:y|ie)|morpholog(?:y|ie)|histolog(?:y|ie)\\s+codes?`,
  },
  { name: 'ICD-11', example: 'ICD-11: QA21', sense: 'other', pattern: `ICD${HYPHEN}11|sid/icd-?11` },
  {
    name: 'another clinical classification',
    example: 'ICPC-2: K86, ATC C09AA05',
    sense: 'other',
    pattern:
      'MeSH|CCC|cod(?:e|ing)\\s+system|tree\\s+numbers?|ICPC(?:[-\\s]?\\d)?|ATC|LOINC|OPS|NANDA(?:-I)?|SNOMED(?:[-\\s]?CT)?|RxNorm|ICF|CCSR?|CCI|DRG|MS-DRG|APC|ECO|OPCS(?:-?4)?|CCAM|TNM|TARMED|CHOP|HRG|BNF|VTM|Read\\s+codes?',
  },
  // Procedures, supplies, claims.
  {
    name: 'procedure or supply',
    example: 'HCPCS E1140',
    sense: 'other-undotted',
    pattern:
      'HCPCS(?:/CPT)?|CPT(?:[-/\\s]?4)?(?:/HCPCS)?|CDT|ADA\\s+code|procedures?|proc|prozedur[A-Za-zÀ-ɏ]*|proced[A-Za-zÀ-ɏ]+|px|surger(?:y|ies)|HC(?=:)|(?:service|svc|charge|supply|item|product|equipment|DME|drug|billing|fee|order)\\s*(?:codes?|lines?|items?)|services?(?=\\s*:)|productOrService|modifiers?|NDC|J-codes?|[GLQ]-codes?|E/M|DMEPOS|CMN',
  },
  {
    name: 'remark or adjustment',
    example: 'Remark M51',
    sense: 'other-undotted',
    pattern:
      'remarks?|rmk|RARCs?|CARCs?|MOA|MIA|CAS(?=\\*)|(?:claim\\s+)?adjustments?|adj|denials?|denied|group\\s+codes?|remittance|ERA|EOB|messages?\\s+codes?|(?:denial|adjustment|remittance|explanation|status|error|reject(?:ion)?)\\s+(?:reasons?|codes?)|reason\\s+codes?|edits?(?=\\s*:)',
  },
  {
    name: 'revenue, place or type of bill',
    example: 'Rev code 0450',
    sense: 'other-undotted',
    pattern:
      'rev(?:enue)?\\.?\\s+(?:codes?|cd)|UB\\s+rev|place of service|POS|type of bill|TOB|condition\\s+codes?|occurrence\\s+codes?|value\\s+codes?|taxonomy',
  },
  // Numbers of things.
  {
    name: 'number of a person, claim or policy',
    example: 'Policy L33577',
    sense: 'other-undotted',
    pattern:
      '(?:member|subscriber|patient|provider|payer|payor|group|plan|policy|account|acct|claim|auth(?:orization)?|referral|case|encounter|visit|order|accession|specimen|sample|invoice|check|badge|employee|staff|device|asset|tracking|confirmation|contract|document|doc|record|chart|pager|locker|ticket|study|trial|site)\\s*(?:id|no|nr|num|number|#)|MRNs?|NPI|TIN|PTAN|ICN|DCN|CLIA|LCDs?|NCDs?|articles?|auth(?:orization)?|accession|acc|account|acct|specimen|serial|serie|barcode|ref(?:erence)?(?:\\s*(?:no|nr|number))?|polic(?:y|ies)|ids?|IDs?|confirmation|ticket|badge',
  },
  {
    name: 'place in a building',
    example: 'Bed N30',
    sense: 'other-undotted',
    pattern:
      'beds?|rooms?|rm|wards?|bays?|units?|suite|floor|station|cubicle|gates?|terminal|stall|slots?|seats?|parking|parked|garage|level|building|bldg|wing|doors?|locker|lift|elevator|zones?|shel(?:f|ves)|aisle|bin|rack|drawer|cabinet|box|locations?|loc|tower|fax|phone|tel|clinic\\s+room|OR\\s+room|exam\\s+room|chairs?',
  },
  {
    name: 'road, postcode or vehicle',
    example: 'junction of the M25',
    sense: 'other-undotted',
    pattern:
      'post\\s?codes?|zip|motorway|highway|hwy|route|road|exit|junction|bus|tram|train|line|flight|runway|summit|aircraft|boeing|airbus|galaxy|messier|ngc|iphone|laptop|printer|camera|lens|battery|bolts?|screws?|nuts?',
  },
  // Numbers in texts and of versions.
  {
    name: 'version or build',
    example: 'build V10.2',
    sense: 'other',
    onlyRightBefore: true,
    pattern:
      'versions?|ver|vers|builds?|firmware|fw|patch|kernel|driver|upgraded?\\s+to|updated?\\s+to|hotfix|SDK|API|models?|modell|part\\s+(?:no|nr|number|#)|SKU|catalog(?:ue)?\\s*(?:no|number|#)?|cat\\.?\\s*(?:no|#)|bearing|adapter|connector',
  },
  {
    // Surgeons release tendons and nerves, and orders are revised: see the quirk "release number".
    name: 'number of a policy, lot or item',
    example: 'lot D20.1',
    sense: 'other',
    onlyRightBefore: true,
    pattern:
      '(?:medical|clinical|coverage|reimbursement|payment)\\s+polic(?:y|ies)|ext(?:ension)?|notes?|lots?|batch|items?|tag|amendments?|protocol|health\\s+plan|plan',
  },
  {
    name: 'place in a document',
    example: 'see Table S12.3',
    sense: 'other',
    onlyRightBefore: true,
    pattern:
      'forms?|fig(?:ure|s|ures)?|tables?|tbl|chapters?|chap|ch|sections?|sect?|appendi(?:x|ces)|annex|equations?|eqs?|theorem|lemma|steps?|pages?|pp?|paragraphs?|clauses?|exhibits?|schedules?|requirements?|reqs?|rules?|standards?|std|questions?|slides?|tasks?|test\\s+case|scenario|worksheet|cells?|columns?|rows?|supplement(?:ary|al)?|sheet|drawing|dwg|milestones?|sprint',
  },
  // Measurements.
  {
    name: 'vital sign or measurement',
    example: 'Temp T36.8',
    sense: 'other',
    onlyRightBefore: true,
    pattern:
      'vitals?(?:\\s+signs?)?|temp(?:erature)?|tmax|afebrile|resp(?:irations?)?|pulse|spo2|gauge|latency|percentiles?',
  },
  {
    name: 'vitamin, antigen or isotope',
    example: 'vitamin B12, HLA-B27',
    sense: 'other-undotted',
    pattern:
      'vit(?:amin)?s?|HLA|parvovirus|coxsackie[A-Za-zÀ-ɏ]*|isotopes?|tracer|PET|FDG|lead|leads|dextrose|antigen|allele|mutation|variant|exon|primer|plasmid|strain|clone|serotype|KRAS|NRAS|BRAF|EGFR|JAK2|TP53|PIK3CA',
  },
  // ICD-10-CM itself.
  {
    name: 'ICD-10-CM',
    example: 'ICD-10-CM: E11.9',
    sense: 'system',
    pattern: `icd_?10(?:_?cm)?_[A-Za-zÀ-ɏ]+|icd_?(?:[1-8]|1[2-9]|2[0-5])(?!\\d)|ICD${HYPHEN}10(?:${HYPHEN}CM)?|ICD(?![A-Za-zÀ-ɏ]|[-\\s]?\\d)|(?:CIE|CIM|CID)${HYPHEN}10(?:${HYPHEN}[A-Za-zÀ-ɏ]{2})?|icd10_?[A-Za-zÀ-ɏ]*|sid/icd-?10(?:-?cm)?|2\\.16\\.840\\.1\\.113883\\.6\\.(?:90|3)(?!\\d)`,
  },
  {
    name: 'qualifier of a diagnosis in an 837',
    example: 'HI*ABK:F1120*ABF:E1165~',
    sense: 'system',
    pattern: '(?:ABK|ABF|ABJ|ABN|APR)(?=[:*|"])',
  },
  // Diagnoses.
  {
    name: 'diagnosis',
    example: 'Dx1: I10',
    sense: 'diagnosis',
    pattern:
      '(?:[A-Za-zÀ-ɏ]+_)?(?:d?dx|adm\\s*dx)(?:s|es)?(?![A-Za-zÀ-ɏ])|dg(?![A-Za-zÀ-ɏ\\d])|[pas]dx(?![A-Za-zÀ-ɏ])|DG1(?=\\|)|diags?(?![A-Za-zÀ-ɏ])|[A-Za-zÀ-ɏ]*diagn[oó]s(?:is|es|e|en|i|ed|tico|ticos|tica|tiqu[A-Za-zÀ-ɏ]+|e?schlüssel|e?code[A-Za-zÀ-ɏ]*|iscode[A-Za-zÀ-ɏ]*|ticcode[A-Za-zÀ-ɏ]*)(?![a-zß-ɏ])|diagnosis[A-ZÀ-Þ][A-Za-zÀ-ɏ]*|diagnostic(?:s)?(?=\\s*(?:codes?|principal|associ|:))|diagnostico',
  },
  {
    name: 'place where diagnoses stand',
    example: 'Impression: I10',
    sense: 'clinical',
    pattern:
      '(?:active\\s+|chronic\\s+|current\\s+)?problems?(?:\\s+list)?|impressions?|assessments?(?:\\s*(?:and|&|/)\\s*plan)?|A\\s?[/&]\\s?P|indications?|reasons?\\s+for\\s+(?:visit|exam(?:ination)?|study|referral|admission|encounter|test(?:ing)?|consult(?:ation)?|order)|chief\\s+complaint|medical(?:ly)?\\s+necess(?:ity|ary)|co-?morbidit(?:y|ies)|conditions?(?=\\s*(?:codes?)?\\s*[:(])|(?:past\\s+)?medical\\s+history|PMHx?|causes?\\s+of\\s+[A-Za-zÀ-ɏ]+|(?:codes?\\s+(?:in\\s+)?(?:the\\s+)?)ranges?|external\\s+causes?|complications?(?=\\s*:)|coded\\s+(?:as|to)|codes?\\s+to|billed\\s+(?:as|with)|rule\\s+out|befund[A-Za-zÀ-ɏ]*|beurteilung|motif|motivo|conclusion|etiolog[A-Za-zÀ-ɏ]+|causa|(?:sub)?categor(?:y|ies)|rubric',
  },
];

/** A cue where it stands in a text. */
export interface FoundCue {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

/**
 * All cues as one expression, so that a place is tried once. Letters are those of Latin scripts, here and in the
 * other files: with `\p{L}` and the flags `iu` each such expression takes up to 20 ms to be made (V8 of Node 20).
 */
const ANY_CUE = new RegExp(`(?:${CUES.map(({ pattern }) => `(${pattern})`).join('|')})(?![A-Za-zÀ-ɏ])`, 'iy');

/**
 * With what the words of cues begin, three letters at most. Most words of a page begin otherwise, and to try the
 * whole expression on each of them would take longer than all other reading.
 */
const BEGINNINGS =
  '10c a abf abj abk abn acc act ada adj adm adx afe air ais all ame ann ant apc api app apr art ass atc ' +
  'aut bad bar bat bay bea bed bef beu bf bil bin bk bld bnf boe bol box bra bui bus cab cam car cas cat ' +
  'cau cca ccc cci ccs cdt cel ch cha che chi cho chr cid cie cim cla cli clo cmn cod col com con cov cox ' +
  'cpt cub cur dcn ddx den dev dex dg dg1 dia dme doc doo dra drg dri dru dwg dx dxe dxs e eco edi egf ele ' +
  'emp enc eob eq eqs equ era err eti exa exh exi exo exp ext fax fdg fee fig fir fli flo for fw g gal gar ' +
  'gat gau gro hc hcp hea hig his hla hot hrg hwy i10 i9 i9c icd icf icn icp id ids imp ind inv iph iso ' +
  'ite j jak jun ker kra l lap lat lcd lea lem len lev lif lin loc loi lot med mem mes mia mil moa mod mor ' +
  'mot mrn ms mut nan ncd ndc nec ngc not npi nra nut occ opc ops or ord p pag par pat pay pcs pdx per pet ' +
  'pho pik pla pmh pol pos pp pri pro pta pul px q que rac rar rea rec ref rei rej rem req res rev rm rmk ' +
  'roa roo rou row rub rul run rxn sam sce sch scr sdk sdx sea sec ser she sid sit sku sli slo sno spe spo ' +
  'spr sta std ste str stu sub sui sum sup sur svc tab tag tar tas tax tbl tel tem ter tes the tic tin tma ' +
  'tnm tob top tow tp tra tre tri typ uni upd upg val var ver vis vit vs vtm war win wor zip zon';

/** Words in the middle of which a cue stands: "Hauptdiagnose", "admitDx", "principal_diagnosis"; object identifiers. */
const INNER_CUE = /[a-zß-ÿ]diagn|[a-z_]dx|_diag|2\.16\.840/i;

/** The number of each ASCII letter, in any case. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const letter = (unit | 32) - 96;
  return unit > 64 && letter > 0 && letter < 27 ? letter : 0;
});

const isBeginning = new Uint8Array(1 << 15);
for (const letters of BEGINNINGS.split(' ')) {
  isBeginning[keyOf(letters.charCodeAt(0), letters.charCodeAt(1), letters.charCodeAt(2))] = 1;
}

/** Five bits for each of three characters: a letter in any case, or 0 for all else. */
function keyOf(first: number, second: number, third: number): number {
  const next = LETTERS[second] ?? 0;
  return ((LETTERS[first] ?? 0) << 10) | (next << 5) | (next > 0 ? (LETTERS[third] ?? 0) : 0);
}

/** The cues of a text, in its order. */
export function cuesIn(text: string): FoundCue[] {
  const found: FoundCue[] = [];
  const isSearched = INNER_CUE.test(text);
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isOfWord =
      unit < 128 ? (LETTERS[unit] ?? 0) > 0 || (unit >= 48 && unit <= 57) : isLetter(text[at] as string);
    const begins = isOfWord && !isInWord;
    isInWord = isOfWord;
    if (
      !begins ||
      !(isSearched || isBeginning[keyOf(unit, text.charCodeAt(at + 1), text.charCodeAt(at + 2))])
    )
      continue;
    ANY_CUE.lastIndex = at;
    const match = ANY_CUE.exec(text);
    if (!match) continue;
    const cue = CUES[match.indexOf(match[0], 1) - 1];
    const end = ANY_CUE.lastIndex;
    if (!cue || end === at) continue;
    found.push({ cue, start: at, end });
    at = end - 1;
    isInWord = true;
  }
  return found;
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
