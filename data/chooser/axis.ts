/** What a question asks for, in our own words. `Kind` where nothing more can be said. */
export type Axis =
  | 'Kind'
  | 'Side'
  | 'Site'
  | 'Displacement'
  | 'Encounter'
  | '7th character'
  | 'Intent'
  | 'Severity'
  | 'Stage'
  | 'Trimester'
  | 'Fetus'
  | 'Sex'
  | 'Age'
  | 'With or without';

/**
 * Tells by the words of the answers what a question asks for.
 * @param labels words that differ between official titles
 */
export function axisOf(labels: readonly string[]): Axis {
  const telling = labels.filter((label) => !LEFT_OPEN.test(label));
  const found = SIGNS.find(([, sign]) => {
    const words = telling.map((label) => sign.exec(label)?.[0].toLowerCase());
    return !words.includes(undefined) && new Set(words).size > 1;
  });
  return found?.[0] ?? 'Kind';
}

/** Answers that say nothing of what is asked for. */
const LEFT_OPEN = /^(other|unspecified|not applicable)\b|\b(unspecified|other specified)( \w+)?$/i;

const PARTS =
  'regions?|sites?|shoulders?|elbows?|wrists?|hands?|hips?|knees?|ankles?|foot|feet|toes?|fingers?|thumbs?|' +
  '(upper |fore)?arms?|(lower )?legs?|thighs?|calf|heels?|limbs?|extremit(y|ies)|vertebrae?|spine|neck|head|face|scalp|' +
  'trunk|back|buttocks?|abdom(en|inal wall)|chest wall|groin|perineum|axilla|femur|tibia|fibula|humerus|radius|ulna|' +
  'pelvi[cs]|ribs?|skull|eyes?|eyelids?|ears?|breast|quadrant|lobe|lip|tongue|palate|colon|rectum|umbilicus|joints?';

/** By what of the answers an axis is told: each has it, and not all the same. The more special stand first. */
const SIGNS: readonly (readonly [Axis, RegExp])[] = [
  ['Encounter', /\b(initial|subsequent) encounter\b|^sequela$/i],
  ['Displacement', /^(non)?displaced$/i],
  ['Trimester', /\b(first|second|third) trimester\b/i],
  ['Fetus', /\bfetus \d\b/i],
  ['Intent', /\b(accidental|intentional|self-harm|assault|undetermined|adverse effects?|underdosing)\b/i],
  ['Severity', /\b(mild|moderate|severe|profound)\b/i],
  ['Stage', /\b((stage|grade) (\d|[IV]+)\w?|unstageable)\b/i],
  ['Sex', /\b(fe)?male\b/i],
  ['Age', /\b(\d+ years?|adult|child)\b/i],
  ['With or without', /\b(with|without|intractable)\b/i],
  ['Side', /\b(right|left|bilateral|unilateral|middle)\b/i],
  ['Site', new RegExp(`\\b(${PARTS})\\b`, 'i')],
];
