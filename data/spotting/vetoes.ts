import type { Candidate } from './candidates';

/** A context in which a text with the shape of a dotted code is something else. */
interface Veto {
  readonly name: string;
  readonly example: string;
  /** Tested on the 24 characters before the candidate, if given. */
  readonly before?: RegExp;
  /** Tested on the candidate itself, if given. */
  readonly itself?: RegExp;
  /** Tested on the 24 characters after the candidate, if given. */
  readonly after?: RegExp;
}

/** A veto speaks when all that it gives match. */
export const VETOES: readonly Veto[] = [
  {
    name: 'temperature among vital signs',
    example: 'T36.8 P78 R16',
    itself: /^T3[4-9]\.\d$|^T4[0-2]\.\d$/,
    // A rate is a whole number: "R11.0" behind a code is a second code.
    after: /^\s*(?:°|[CF]\b|[,;]?\s*(?:P|HR|BP|R|RR|SpO2)\s?:?\s?\d{1,3}(?!\d|\.\d))/,
  },
  {
    name: 'temperature behind its label',
    example: 'Vitals: T36.8',
    before: /(?:vitals?(?: signs?)?|temp(?:erature)?)\s*:?\s*$/i,
    itself: /^T\d\d\.\d$/,
  },
  { name: 'version number', example: 'build V10.2', before: /\b(?:version|build|firmware)\s*$/i },
  {
    name: 'release number',
    example: 'Release R10.2',
    // Surgeons release tendons and nerves: "carpal tunnel release G56.01".
    before: /\brelease\s*$/i,
    itself: /^[RV]/,
  },
];

const REACH = 24;

/** Whether the text around a dotted candidate says that it is no diagnosis code. */
export function isVetoed(text: string, { start, end }: Candidate): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const itself = text.slice(start, end);
  const after = text.slice(end, end + REACH);
  return VETOES.some(
    (veto) =>
      (veto.before?.test(before) ?? true) &&
      (veto.itself?.test(itself) ?? true) &&
      (veto.after?.test(after) ?? true),
  );
}
