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
  /** It says nothing as the head of a column, or the name of a field: "Notes", "Plan", "Chapter". */
  readonly isNoCaption?: true;
  /** What it counts has names of its own ("room C22"): a caption with one is about that one only. */
  readonly hasNames?: true;
  /** It stands behind a code, and is no label of the next one. */
  readonly onlyBehind?: true;
  /**
   * With what the words begin that its pattern is tried on: three letters, or fewer where no letter follows. Most words
   * of a page begin otherwise, and to try all patterns on each of them would take longer than all other reading.
   */
  readonly begins: string;
  /** It also stands in the middle of a word, or behind any word: see `INNER_CUE`. */
  readonly isInner?: true;
  /** Matched at the beginning of a word, in any case. */
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
    begins: 'dia dx dxc dxi dxp dxr icd',
    pattern:
      '(?:diag(?:nosis)?|dx|icd)\\s*(?:code\\s*)?(?:ptr|pointers?|ref\\b|index)|diagnos[ei]s?(?:-|\\s+)(?:related|date)[A-Za-zÀ-ɏ]*|diagnostic\\s+(?:imaging|test|procedure|radiology|laborator)[A-Za-zÀ-ɏ]*',
  },
  {
    name: 'ICD-10 as the coding system',
    example: 'K80.00^Cholelithiasis^I10',
    sense: 'system',
    onlyBehind: true,
    begins: 'i10 10c',
    pattern: '(?:I10C?|10CM)(?<=(?:\\^[^^|~]{0,80}\\^|system\\W{1,4})(?:I10C?|10CM))',
  },
  {
    name: 'ICD-9 as the coding system',
    example: 'V15.82^Hx tobacco use^I9C',
    sense: 'other',
    onlyBehind: true,
    begins: 'i9 i9c',
    pattern: 'I9C?(?<=(?:\\^[^^|~]{0,80}\\^|system\\W{1,4})I9C?)',
  },
  {
    name: 'item of the diagnoses on a CMS-1500',
    example: 'Item 21: A. M1712 B. M25562',
    sense: 'diagnosis',
    begins: 'box ite',
    pattern: '(?:box|item)\\s*#?\\s*21(?![\\d.])',
  },
  // Other classifications.
  {
    name: 'ICD-10-PCS',
    example: 'ICD-10-PCS: 0DTJ4ZZ',
    sense: 'other-undotted',
    begins: 'icd pcs sid 2',
    pattern: `ICD${HYPHEN}10${HYPHEN}PCS|PCS|sid/icd-?10-?pcs|2\\.16\\.840\\.1\\.113883\\.6\\.4(?!\\d)`,
  },
  {
    name: 'ICD-9',
    example: 'ICD-9: V70.0',
    sense: 'other',
    begins: 'bf bk icd sid 2',
    pattern: `ICD${HYPHEN}9(?:${HYPHEN}CM)?|ICD\\s*Ind(?:icator|\\.)?\\s*:?\\s*9(?!\\d)|(?:BK|BF)(?=[:"])|sid/icd-?9(?:-?cm)?|2\\.16\\.840\\.1\\.113883\\.6\\.(?:103|42)(?!\\d)`,
  },
  {
    name: 'ICD-O',
    example: 'ICD-O C50.9, M8500/3',
    sense: 'other',
    begins: 'his icd mor top',
    pattern: `ICD${HYPHEN}O(?:${HYPHEN}[23](?:\\.\\d)?)?(?![A-Za-zÀ-ɏ])|topograph(?:y|ie)|morpholog(?:y|ie)|histolog(?:y|ie)\\s+codes?`,
  },
  {
    name: 'ICD-11',
    example: 'ICD-11: QA21',
    sense: 'other',
    begins: 'icd sid',
    pattern: `ICD${HYPHEN}11|sid/icd-?11`,
  },
  {
    name: 'another clinical classification',
    example: 'ICPC-2: K86, ATC C09AA05',
    sense: 'other',
    begins: 'atc bnf cca ccc cci cho cod eco icp mes nan opc ops rea tar tnm tre vtm',
    pattern:
      'MeSH|CCC|cod(?:e|ing)\\s+system|tree\\s+numbers?|ICPC(?:[-\\s]?\\d)?|ATC|OPS|NANDA(?:-I)?|CCI|ECO|OPCS(?:-?4)?|CCAM|TNM|TARMED|CHOP|BNF|VTM|Read\\s+codes?',
  },
  {
    name: 'classification without dots',
    example: 'MS-DRG 291, SNOMED CT 44054006',
    sense: 'other-undotted',
    begins: 'apc ccs drg hrg icf loi ms rxn sno',
    pattern: '(?:MS-)?DRGs?|APC|LOINC|SNOMED(?:[-\\s]?CT)?|RxNorm|CCSR?|HRG|ICF',
  },
  // Procedures, supplies, claims.
  {
    name: 'procedure or supply',
    example: 'HCPCS E1140',
    sense: 'other-undotted',
    begins: 'ada bil cdt cha cmn cpt dme dru e equ fee g hc hcp ite j l mod ndc ord pro px q ser sup sur svc',
    pattern:
      'HCPCS(?:/CPT)?|CPT(?:[-/\\s]?4)?(?:/HCPCS)?|CDT|ADA\\s+code|procedures?|proc|prozedur[A-Za-zÀ-ɏ]*|proced[A-Za-zÀ-ɏ]+|px|surger(?:y|ies)|HC(?=:)|(?:service|svc|charge|supply|item|product|equipment|DME|drug|billing|fee|order)\\s*(?:codes?|lines?|items?)|services?(?=\\s*:)|productOrService|modifiers?|NDC|J-codes?|[GLQ]-codes?|E/M|DMEPOS|CMN',
  },
  {
    name: 'remark or adjustment',
    example: 'Remark M51',
    sense: 'other-undotted',
    begins: 'adj car cas cla den edi eob era err exp gro mes mia moa rar rea rej rem rmk sta',
    pattern:
      'remarks?|rmk|RARCs?|CARCs?|MOA|MIA|CAS(?=\\*)|(?:claim\\s+)?adjustments?|adj|denials?|denied|group\\s+codes?|remittance|ERA|EOB|messages?\\s+codes?|(?:denial|adjustment|remittance|explanation|status|error|reject(?:ion)?)\\s+(?:reasons?|codes?)|reason\\s+codes?|edits?(?=\\s*:)|(?<=^\\s*)errors?(?=\\s*$)',
  },
  {
    name: 'revenue, place or type of bill',
    example: 'Rev code 0450',
    sense: 'other-undotted',
    begins: 'con occ pla pos rev tax tob typ ub val',
    pattern:
      'rev(?:enue)?\\.?\\s+(?:codes?|cd)|UB\\s+rev|place of service|POS|type of bill|TOB|condition\\s+codes?|occurrence\\s+codes?|value\\s+codes?|taxonomy',
  },
  // Numbers of things.
  {
    name: 'number of a person, claim or policy',
    example: 'Policy L33577',
    sense: 'other-undotted',
    hasNames: true,
    begins:
      'acc art ass aut bad bar cas cha che cla cli con dcn dev doc emp enc gro icn id ids inv lcd loc mem mrn ncd npi ord pag pat pay pla pol pro pta rec ref sam ser sit spe sta stu sub tic tin tra tri vis',
    pattern:
      '(?:member|subscriber|patient|provider|payer|payor|group|plan|policy|account|acct|claim|auth(?:orization)?|referral|case|encounter|visit|order|accession|specimen|sample|invoice|check|badge|employee|staff|device|asset|tracking|confirmation|contract|document|doc|record|chart|pager|locker|ticket|study|trial|site)\\s*(?:id|no|nr|num|number|#)|MRNs?|NPI|TIN|PTAN|ICN|DCN|CLIA|LCDs?|NCDs?|articles?|auth(?:orization)?|accession|acc|account|acct|specimen|serial|serie|barcode|ref(?:erence)?(?:\\s*(?:no|nr|number))?|polic(?:y|ies)|ids?|IDs?|confirmation|ticket|badge',
  },
  {
    name: 'place in a building',
    example: 'Bed N30',
    sense: 'other-undotted',
    hasNames: true,
    begins:
      'ais bay bed bin bld box bui cab cha cli cub doo dra ele exa fax flo gar gat hal lev lif loc or par pho rac rm roo sea she slo sta sui tel ter tow uni war win zon',
    pattern:
      'beds?|rooms?|rm|wards?|bays?|units?|suite|floor|station|cubicle|gates?|halls?|terminal|stall|slots?|seats?|parking|parked|garage|level|building|bldg|wing|doors?|locker|lift|elevator|zones?|shel(?:f|ves)|aisle|bin|rack|drawer|cabinet|box|locations?|loc|tower|fax|phone|tel|clinic\\s+room|OR\\s+room|exam\\s+room|chairs?',
  },
  {
    name: 'road, postcode or vehicle',
    example: 'junction of the M25',
    sense: 'other-undotted',
    begins:
      'air bat boe bol bus cam car exi fli gal hig hwy iph jun lap len lin mes mot ngc nut pos pri roa rou run scr sum tea tra van zip',
    pattern:
      'post\\s?codes?|zip|motorway|highway|hwy|route|road|exit|junction|bus|tram|train|line|flight|runway|summit|aircraft|boeing|airbus|galaxy|messier|ngc|iphone|laptop|printer|camera|lens|battery|bolts?|screws?|nuts?|cars?|vans?|teams?',
  },
  // Numbers in texts and of versions.
  {
    name: 'version or build',
    example: 'build V10.2',
    sense: 'other',
    onlyRightBefore: true,
    begins: 'ada api bea bui cat con dri fir fw hot ker lib mod par pat sch sdk sku sof upd upg ver',
    pattern:
      'versions?|ver|vers|builds?|firmware|fw|software|patch|kernel|driver|upgraded?\\s+to|updated?\\s+to|hotfix|schema|lib(?:rary)?|SDK|API|models?|modell|part\\s+(?:no|nr|number|#)|SKU|catalog(?:ue)?\\s*(?:no|number|#)?|cat\\.?\\s*(?:no|#)|bearing|adapter|connector',
  },
  {
    // Surgeons release tendons and nerves, and orders are revised: see the quirk "release number".
    name: 'number of a policy, note or plan',
    example: 'amendment D20.1',
    sense: 'other',
    onlyRightBefore: true,
    isNoCaption: true,
    begins: 'ame cli cov hea med not pay pla pro rei',
    pattern:
      '(?:medical|clinical|coverage|reimbursement|payment)\\s+polic(?:y|ies)|(?<!(?:Excludes ?[12]?|Includes|code first|instructional|tabular)\\s)notes?|amendments?|protocol|health\\s+plan|plan',
  },
  {
    name: 'number of a lot or item',
    example: 'lot D20.1',
    sense: 'other',
    onlyRightBefore: true,
    begins: 'art bat ext ite lot ord par pro sto tag',
    pattern:
      'ext(?:ension)?|lots?|batch|items?|tag|parts?(?!\\s+of)|(?:art|article|item|order|part|product|stock)\\.?[\\s-]*(?:no|nr|number|#)',
  },
  {
    name: 'standard',
    example: 'ANSI Z87.1 eye protection',
    sense: 'other',
    onlyRightBefore: true,
    begins: 'aas ans ash asm ast csa din iec iee iso jis nfp sae',
    pattern: 'AASHTO|ANSI|ASHRAE|ASME|ASTM|CSA|DIN|IEC|IEEE|ISO|JIS|NFPA|SAE',
  },
  {
    name: 'place in a document',
    example: 'see Table S12.3',
    sense: 'other',
    onlyRightBefore: true,
    isNoCaption: true,
    begins:
      'ann app cel ch cha cla col dra dwg eq eqs equ exh fig for ima img lem mil p pag par pp que req row rul sce sch sec she sli spr sta std ste sup tab tas tbl tes the wor',
    pattern:
      'forms?|img|images?|fig(?:ure|s|ures)?|tables?|tbl|chapters?|chap|ch|sections?|sect?|appendi(?:x|ces)|annex|equations?|eqs?|theorem|lemma|steps?|pages?|pp?|paragraphs?|clauses?|exhibits?|schedules?|requirements?|reqs?|rules?|standards?|std|questions?|slides?|tasks?|test\\s+case|scenario|worksheet|cells?|columns?|rows?|supplement(?:ary|al)?|sheet|drawing|dwg|milestones?|sprint',
  },
  // Measurements.
  {
    name: 'vital sign or measurement',
    example: 'Temp T36.8',
    sense: 'other',
    onlyRightBefore: true,
    begins: 'afe gau lat per pul res spo tem tma vit',
    pattern:
      'vitals?(?:\\s+signs?)?|temp(?:erature)?|tmax|afebrile|resp(?:irations?)?|pulse|spo2|gauge|latency|percentiles?',
  },
  {
    name: 'vitamin, antigen or isotope',
    example: 'vitamin B12, HLA-B27',
    sense: 'other-undotted',
    begins:
      'all ant bra clo cox dex egf exo fdg hla iso jak kra lea mut nra par pet pik pla pri ser str tp tra var vit',
    pattern:
      'vit(?:amin)?s?|HLA|parvovirus|coxsackie[A-Za-zÀ-ɏ]*|isotopes?|tracer|PET|FDG|lead|leads|dextrose|antigen|allele|mutation|variant|exon|primer|plasmid|strain|clone|serotype|KRAS|NRAS|BRAF|EGFR|JAK2|TP53|PIK3CA',
  },
  // ICD-10-CM itself.
  {
    name: 'ICD-10-CM',
    example: 'ICD-10-CM: E11.9',
    sense: 'system',
    begins: 'cid cie cim icd sid 2',
    pattern: `ICD\\s*Ind(?:icator|\\.)?\\s*:?\\s*0(?!\\d)|icd_?10(?:_?cm)?_[A-Za-zÀ-ɏ]+|icd_?(?:[1-8]|1[2-9]|2[0-5])(?!\\d)|ICD${HYPHEN}10(?:${HYPHEN}CM)?|ICD(?![A-Za-zÀ-ɏ]|[-\\s]?\\d)|(?:CIE|CIM|CID)${HYPHEN}10(?:${HYPHEN}[A-Za-zÀ-ɏ]{2})?|icd10_?[A-Za-zÀ-ɏ]*|sid/icd-?10(?:-?cm)?|2\\.16\\.840\\.1\\.113883\\.6\\.(?:90|3)(?!\\d)`,
  },
  {
    name: 'qualifier of a diagnosis in an 837',
    example: 'HI*ABK:F1120*ABF:E1165~',
    sense: 'system',
    begins: 'abf abj abk abn apr',
    pattern: '(?:ABK|ABF|ABJ|ABN|APR)(?=[:*|"])',
  },
  // Diagnoses.
  {
    name: 'field of a diagnosis in an 837 or NCPDP claim',
    example: 'Value in HI01: E1322',
    sense: 'diagnosis',
    begins: '424 do hi',
    pattern: 'HI(?:0[1-9]|1[0-2])(?:-\\d{1,2})?(?=\\s*[:=])|(?:424-)?DO(?=\\s*=)',
  },
  {
    name: 'form locator of a diagnosis on a UB-04',
    example: 'FL67 K5720 67A K651',
    sense: 'diagnosis',
    onlyRightBefore: true,
    begins: 'fl 67',
    pattern:
      '(?:FL\\s?(?:6[79]|7[02])[A-Q]?|67[A-Q])(?:\\s+(?:ECI|prin(?:cipal)?|admit(?:ting)?|other|pt|patient|reason|dx))*',
  },
  {
    name: 'diagnosis',
    example: 'Dx1: I10',
    sense: 'diagnosis',
    isInner: true,
    begins: 'adm adx ddx dg dg1 dia dx dxc dxe dxl dxs pdx sdx',
    pattern:
      '(?:[A-Za-zÀ-ɏ]+_)?(?:d?dx|adm\\s*dx)(?:s|es|_?list|_?codes?)?(?![A-Za-zÀ-ɏ])|dg(?![A-Za-zÀ-ɏ\\d])|[pas]dx(?![A-Za-zÀ-ɏ])|DG1(?=\\|)|diags?(?![A-Za-zÀ-ɏ])|[A-Za-zÀ-ɏ]*diagn[oó]s(?:is|es|e|en|i|ed|tico|ticos|tica|tiqu[A-Za-zÀ-ɏ]+|e?schlüssel|e?code[A-Za-zÀ-ɏ]*|iscode[A-Za-zÀ-ɏ]*|ticcode[A-Za-zÀ-ɏ]*)(?![a-zß-ɏ])|diagnosis[A-ZÀ-Þ][A-Za-zÀ-ɏ]*|diagnostic(?:s)?(?=\\s*(?:codes?|principal|associ|:))|diagnostico',
  },
  {
    name: 'place where diagnoses stand',
    example: 'Impression: I10',
    sense: 'clinical',
    begins:
      'a act adm ass bef beu bil cat cau chi chr co cod com con cur eti ext imp ind med mot pas pmh pro rea rub rul sub',
    pattern:
      '(?:active\\s+|chronic\\s+|current\\s+)?problems?(?:\\s+list)?|impressions?|assessments?(?:\\s*(?:and|&|/)\\s*plan)?|A\\s?[/&]\\s?P|indications?|reasons?\\s+for\\s+(?:visit|exam(?:ination)?|study|referral|admission|encounter|test(?:ing)?|consult(?:ation)?|order)|admi(?:t|tting|ssion)\\s+reason|chief\\s+complaint|medical(?:ly)?\\s+necess(?:ity|ary)|co-?morbidit(?:y|ies)|conditions?(?=\\s*(?:codes?)?\\s*[:(])|(?:past\\s+)?medical\\s+history|PMHx?|causes?\\s+of\\s+[A-Za-zÀ-ɏ]+|(?:codes?\\s+(?:in\\s+)?(?:the\\s+)?)ranges?|external\\s+causes?|complications?(?=\\s*:)|codes?(?=\\s+[A-TV-Z]\\d[0-9A-Z](?:\\.[0-9A-Z]{1,4})?\\s?[-–]\\s?[A-TV-Z]\\d)|coded\\s+(?:as|to)|codes?\\s+to|billed\\s+(?:as|with)|rule\\s+out|befund[A-Za-zÀ-ɏ]*|beurteilung|motif|motivo|conclusion|etiolog[A-Za-zÀ-ɏ]+|causa|(?:sub)?categor(?:y|ies)|rubric',
  },
];

/** A cue where it stands in a text. */
export interface FoundCue {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

/** Words in the middle of which a cue stands: "Hauptdiagnose", "admitDx", "principal_diagnosis"; object identifiers. */
const INNER_CUE = /[a-zß-ÿ]diagn|[a-z_]dx|_diag|2\.16\.840/i;

/** The number of each ASCII letter, in any case. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const letter = (unit | 32) - 96;
  return unit > 64 && letter > 0 && letter < 27 ? letter : 0;
});

/** Five bits for each of three characters: a letter in any case, or 0 for all else. */
function keyOf(first: number, second: number, third: number): number {
  const next = LETTERS[second] ?? 0;
  return ((LETTERS[first] ?? 0) << 10) | (next << 5) | (next > 0 ? (LETTERS[third] ?? 0) : 0);
}

/** Made for the first text that is tried: most frames have none with a code in it. */
let byBeginning: ReadonlyMap<number, readonly Cue[]> | null = null;

/** The cues by the keys of what they begin with, in the order of the table. */
function cuesByBeginning(): ReadonlyMap<number, readonly Cue[]> {
  const cues = new Map<number, Cue[]>();
  for (const cue of CUES) {
    for (const letters of cue.begins.split(' ')) {
      const key = keyOf(letters.charCodeAt(0), letters.charCodeAt(1), letters.charCodeAt(2));
      const there = cues.get(key);
      if (!there) cues.set(key, [cue]);
      else if (!there.includes(cue)) there.push(cue);
    }
  }
  return cues;
}

const INNER = CUES.filter(({ isInner }) => isInner);

function cuesFor(key: number, isSearched: boolean): readonly Cue[] | undefined {
  byBeginning ??= cuesByBeginning();
  const keyed = byBeginning.get(key);
  if (!isSearched) return keyed;
  return keyed ? CUES.filter((cue) => cue.isInner || keyed.includes(cue)) : INNER;
}

/**
 * Letters are those of Latin scripts, here and in the other files: with `\p{L}` and the flags `iu` each such expression
 * takes up to 20 ms to be made (V8 of Node 20). One expression for all cues takes 5 ms; each of these, which are made
 * when their words turn up, takes 0.2.
 */
const expressions = new Map<Cue, RegExp>();

/** @returns where a cue that begins there ends; `at` where it does not */
function endOf(cue: Cue, text: string, at: number): number {
  let expression = expressions.get(cue);
  if (!expression) {
    expression = new RegExp(`(?:${cue.pattern})(?![A-Za-zÀ-ɏ])`, 'iy');
    expressions.set(cue, expression);
  }
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
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
    if (!begins) continue;
    const key = keyOf(unit, text.charCodeAt(at + 1), text.charCodeAt(at + 2));
    for (const cue of cuesFor(key, isSearched) ?? []) {
      const end = endOf(cue, text, at);
      if (end === at) continue;
      found.push({ cue, start: at, end });
      at = end - 1;
      isInWord = true;
      break;
    }
  }
  return found;
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
