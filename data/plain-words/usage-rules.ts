/**
 * Rules on when codes of a kind are used. Sections are those of the ICD-10-CM Official Guidelines for Coding and
 * Reporting, as they have stood for years; a rule whose section we are not sure of names none. The wording is ours.
 */

/** All conditions that a rule states must hold. */
export interface Rule {
  /** The number of the chapter, as printed. */
  readonly chapter?: string;
  /** Codes without dot. */
  readonly codes?: RegExp;
  readonly title?: RegExp;
  readonly billable?: boolean;
  readonly when?: string;
  readonly doesNotSay?: string;
  /** The section that `when` rests on; printed behind it. */
  readonly guideline?: string;
}

const PAIRED =
  'eye|ear|side|shoulder|arm|elbow|forearm|wrist|hand|finger|fingers|thumb|hip|thigh|knee|leg|ankle|foot|toe|toes|heel|calf|limb|extremity|breast|ovary|kidney|lung|testis|femur|humerus|radius|ulna|tibia|fibula|patella|clavicle|scapula|buttock';

export const USAGE_RULES: readonly Rule[] = [
  {
    billable: false,
    when: 'Not on a claim itself: one of the complete codes under it is used.',
    guideline: 'I.B.2',
  },

  // The wording of titles
  {
    title: /\bunspecified\b/i,
    billable: true,
    when: 'When the record does not give the detail that the title calls unspecified.',
    doesNotSay:
      'The detail that the title calls unspecified; where the record has it, another code fits better.',
    guideline: 'I.A.9.b',
  },
  {
    title: /^other\b|\bother (?:specified|and unspecified)\b|, other\b/i,
    when: 'When the record gives a detail for which there is no code of its own.',
    doesNotSay: 'Which of the conditions gathered here it is; the record says that.',
    guideline: 'I.A.9.a',
  },
  {
    title: /\bin (?:other )?(?:[a-z]+ )*diseases classified elsewhere\b/i,
    when: 'Together with the underlying disease, which is listed first; never listed first itself.',
    doesNotSay: 'What the underlying disease is.',
    guideline: 'I.A.13',
  },
  {
    title: /\b(?:right|left|bilateral)\b/i,
    billable: true,
    when: 'When the record names this side.',
    guideline: 'I.B.13',
  },
  {
    title: new RegExp(`\\bunspecified (?:upper |lower |part of )?(?:${PAIRED})\\b`, 'i'),
    billable: true,
    doesNotSay: 'Which side it is.',
  },

  // The phase of treatment, in the seventh character
  ...inAndBeyondInjuries(
    {
      title: /\binitial encounter\b/i,
      when: 'While the patient receives active treatment for it.',
      doesNotSay: 'That this is the first visit: active treatment counts, not the number of the visit.',
    },
    'I.C.19.a',
  ),
  ...inAndBeyondInjuries(
    {
      title: /\bsubsequent encounter\b/i,
      when: 'After active treatment, in routine care while it heals.',
    },
    'I.C.19.a',
  ),
  {
    title: /, sequela$/i,
    when: 'For a condition that is left when the acute phase is over; what is left is coded first.',
    doesNotSay: 'What the lasting condition is.',
    guideline: 'I.B.10',
  },

  // Chapters and groups of codes
  {
    codes: /^B9[567]/,
    when: 'As an additional code, to name the organism that causes a disease coded elsewhere.',
    doesNotSay: 'Which disease the organism causes.',
    guideline: 'I.C.1.b',
  },
  {
    codes: /^C/,
    title: /^(?!.*\bin remission\b)/i,
    when: 'While the malignancy is present or still under treatment; afterwards a history code is used.',
    guideline: 'I.C.2.m',
  },
  {
    codes: /^D(?:3[7-9]|4[0-48])/,
    when: 'When the tissue was examined, and it cannot be told whether it is malignant.',
    doesNotSay: 'That the diagnosis is still awaited: uncertain behavior is itself a finding.',
  },
  {
    codes: /^D49/,
    when: 'When the record says growth, tumor or neoplasm, and nothing on its behavior.',
    doesNotSay: 'Whether it is benign or malignant.',
  },
  {
    codes: /^I69/,
    when: 'For what remains of an earlier stroke or other cerebrovascular disease.',
    guideline: 'I.C.9.d',
  },
  { chapter: '15', when: "On the mother's record only, never on the newborn's.", guideline: 'I.C.15.a.2' },
  { chapter: '16', when: "On the newborn's record only, never on the mother's.", guideline: 'I.C.16.a.1' },
  { codes: /^Q[0-9]/, when: 'At any age, as long as the malformation is present.', guideline: 'I.C.17' },
  {
    chapter: '18',
    when: 'When no related definitive diagnosis has been established.',
    doesNotSay: 'What causes the symptom or finding.',
    guideline: 'I.B.4',
  },

  // Drugs and toxic substances
  {
    codes: /^T(?:3[6-9]|4\d|50)/,
    title: /^poisoning\b(?!.*\b(?:adverse effect|sequela)\b)/i,
    when: 'When a drug was taken or given wrongly: the wrong drug, dose, person or way. It is listed first.',
    guideline: 'I.C.19.e.5.(b)',
  },
  {
    codes: /^T(?:3[6-9]|4\d|50)/,
    title: /^adverse effect\b/i,
    when: 'When a drug that was rightly prescribed and properly taken did harm; the harm is coded first.',
    doesNotSay: 'What the harm is.',
    guideline: 'I.C.19.e.5.(a)',
  },
  {
    codes: /^T(?:3[6-9]|4\d|50)/,
    title: /^underdosing\b/i,
    when: 'When less of a drug was taken than prescribed or directed; never listed first.',
    doesNotSay: 'Why less was taken.',
    guideline: 'I.C.19.e.5.(c)',
  },
  {
    codes: /^T(?:5[1-9]|6[0-5])/,
    when: 'When a harmful substance was swallowed, inhaled or touched.',
    guideline: 'I.C.19.e.5.(d)',
  },
  {
    codes: /^T(?:3[6-9]|[45]\d|6[0-5])/,
    title: /\bundetermined\b/i,
    when: 'Only when the record says that the intent cannot be determined; where it says nothing, accidental is used.',
  },
  {
    codes: /^T74/,
    title: /\bconfirmed\b/i,
    when: 'When abuse, neglect or other maltreatment is confirmed.',
    guideline: 'I.C.19.f',
  },
  {
    codes: /^T76/,
    when: 'When abuse, neglect or other maltreatment is suspected.',
    doesNotSay: 'That it is confirmed.',
    guideline: 'I.C.19.f',
  },
  {
    codes: /^(?:T8[0-8]|D78|E36|E89|G97|H59|H95|I97|J95|K91|L76|M96|N99)/,
    when: 'When the provider documents that the condition is a complication of care.',
    guideline: 'I.B.16',
  },

  // External causes
  {
    chapter: '20',
    when: 'Beside the code of an injury or other condition, to tell how it came about; never principal or first-listed.',
    doesNotSay: 'What the injury or condition is.',
    guideline: 'I.C.20.a.6',
  },
  { codes: /^Y92/, when: 'Once, at the initial encounter for treatment.', guideline: 'I.C.20.b' },
  { codes: /^Y93/, when: 'Once, at the initial encounter for treatment.', guideline: 'I.C.20.c' },
  { codes: /^Y99/, when: 'Once, at the initial encounter for treatment.', guideline: 'I.C.20.k' },

  // Reasons for encounters
  {
    chapter: '21',
    when: 'For the reason of an encounter, or for a circumstance that matters to care.',
    guideline: 'I.C.21.a',
  },
  {
    codes: /^Z/,
    title: /\bencounter\b/i,
    doesNotSay: 'Which procedure was done: that needs a procedure code.',
  },
  {
    codes: /^Z20/,
    when: 'When there was contact or exposure, and no sign of the disease.',
    doesNotSay: 'That the person has the disease.',
    guideline: 'I.C.21.c.1',
  },
  { codes: /^Z23/, when: 'For an encounter in which a vaccine is given.', guideline: 'I.C.21.c.2' },
  {
    codes: /^Z(?:11|12|13)/,
    when: 'When a disease is looked for in someone without signs or symptoms of it.',
    doesNotSay: 'What the screening found.',
    guideline: 'I.C.21.c.5',
  },
  {
    codes: /^Z(?:03|05)/,
    when: 'When a suspected condition is looked for and ruled out.',
    doesNotSay: 'That the condition is present: then its own code is used.',
    guideline: 'I.C.21.c.6',
  },
  {
    codes: /^Z/,
    title: /\bpersonal history of\b/i,
    when: 'When the condition is over and no longer treated, but can still matter.',
    doesNotSay: 'That the condition is present now.',
    guideline: 'I.C.21.c.4',
  },
  {
    codes: /^Z/,
    title: /\bfamily history of\b/i,
    when: 'When a relative has or had the condition, which raises the risk.',
    doesNotSay: 'That the person has the condition.',
    guideline: 'I.C.21.c.4',
  },
  {
    codes: /^Z68/,
    when: 'Only beside a diagnosis such as overweight, obesity or underweight that the provider documents.',
    guideline: 'I.B.14',
  },
];

/** A rule for chapter 19 with its section, and the same for other chapters, whose sections differ, without. */
function inAndBeyondInjuries(rule: Rule, section: string): Rule[] {
  return [
    { ...rule, codes: /^[ST]/, guideline: section },
    { ...rule, codes: /^[^ST]/ },
  ];
}
