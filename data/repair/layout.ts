/** How a text is laid out that may be a code: what is around and between its letters and digits. */

export type LayoutStep =
  | 'spaces'
  | 'dot-missing'
  | 'dot-misplaced'
  | 'punctuation'
  /** `E10.-`, `M45.0-`: a prefix is meant, with all that lies below it. */
  | 'trailing-dash';

export interface Layout {
  /** The letters and digits, as printed. */
  readonly characters: string;
  readonly steps: readonly LayoutStep[];
  /** How many characters stand before the dot; null without a dot. A code has three there. */
  readonly dotAt: number | null;
  /**
   * Whether characters may be changed besides: only where the text is set like a code. `so 10` and `L4-L5` would
   * else be S01.0 and L41.5.
   */
  readonly mayChange: boolean;
}

/**
 * Takes a text apart.
 * @returns null when it is not set like one code: too long, a word, or with something else between its characters
 */
export function readLayout(text: string): Layout | null {
  if (text.length > LONGEST) return null;
  const steps = new Set<LayoutStep>();
  const replace = (from: string, pattern: RegExp, to: string, step: LayoutStep): string => {
    const result = from.replace(pattern, to);
    if (result !== from) steps.add(step);
    return result;
  };

  let rest = replace(text, INVISIBLE, '', 'spaces');
  const narrow = rest.replaceAll(/\s/g, ' ').normalize('NFKC');
  if (narrow !== rest.replaceAll(/\s/g, ' ')) steps.add('punctuation');
  rest = replace(narrow, OUTER_SPACES, '', 'spaces');
  rest = replace(rest, OPENING, '', 'punctuation');
  rest = replace(rest, CLOSING, '', 'punctuation');
  rest = replace(rest, TRAILING_DASH, '', 'trailing-dash');
  const [, body = '', end = ''] = /^(.*?)([.,;:]*)$/su.exec(rest) ?? [];
  const joined = replace(body, /\s+/gu, '', 'spaces');
  const dots = readDots(joined, end);
  const characters = joined.replaceAll(/[^A-Za-z0-9]/gu, '');
  if (!dots || !/^[A-Za-z0-9]{3,10}$/.test(characters)) return null;
  // A code has a digit among its first three characters, COVID19 and `vol 10` have none; MIA.032 for M1A.032 has a dot.
  if (!/\d/.test(dots.dotAt === 3 ? characters : characters.slice(0, 3))) return null;

  if (dots.step) steps.add(dots.step);
  return { characters, steps: [...steps], dotAt: dots.dotAt, mayChange: dots.clean && joined === body };
}

const LONGEST = 40;
/** Zero-width signs, soft hyphen, direction marks, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
const OUTER_SPACES = /^\s+|\s+$/gu;
const OPENING = /^[\s([{<"'`“”„‘’‚«»‹›]+/u;
/** Dagger and asterisk as ICD-10 prints pairs: `J21.8+ B95.6*`. */
const CLOSING = /[\s)\]}>"'`“”„‘’‚«»‹›*†+!?]+$/u;
const TRAILING_DASH = /\s*\.?\s*[-‐‑‒–—―−]+$/u;

interface Dots {
  readonly dotAt: number | null;
  readonly step: LayoutStep | null;
  /** Nothing but a dot stands between the characters, at its place or, with a zero too many, one further. */
  readonly clean: boolean;
}

/** Dots as typed, on other keyboards, and in type. */
const DOT = '[.·•․‧∙⋅。｡]';
const DASH = '[-‐‑‒–—―−]';
const WORD = '[A-Za-z0-9]';

const PLAIN = new RegExp(`^${WORD}+$`);
const PRINTED = new RegExp(`^${WORD}{3}\\.${WORD}+$`);
/** Another sign in the dot's place: `E11,9`, `E11:9`, a middle dot. */
const OTHER_DOT = new RegExp(`^${WORD}{3}(?:${DOT}|[,:;_])${WORD}+$`, 'u');
const DASH_AFTER_LETTER = new RegExp(`^[A-Za-z](?:${DASH}|\\.(?=..\\.))${WORD}{2}(?:\\.?${WORD}+)?$`, 'u');
const DASH_FOR_DOT = new RegExp(`^${WORD}(${WORD}{2})${DASH}(${WORD}+)$`, 'u');
const ONE_DOT = new RegExp(`^(${WORD}+)${DOT}${WORD}+$`, 'u');

/**
 * Reads what stands between the characters, and the full stop or comma at the end.
 * @returns null for what no code has there: a second dot, `C1-5`, `I10/I11`
 */
function readDots(text: string, end: string): Dots | null {
  const ended = end === '' ? null : 'punctuation';
  if (PLAIN.test(text)) {
    if (text.length <= 3) return { dotAt: null, step: ended, clean: true };
    if (end === '.') return { dotAt: text.length, step: 'dot-misplaced', clean: false };
    return { dotAt: null, step: 'dot-missing', clean: true };
  }
  if (PRINTED.test(text)) return { dotAt: 3, step: ended, clean: true };
  if (OTHER_DOT.test(text)) return { dotAt: 3, step: 'punctuation', clean: true };
  if (DASH_AFTER_LETTER.test(text)) return { dotAt: 3, step: 'punctuation', clean: false };
  const dashed = DASH_FOR_DOT.exec(text);
  if (dashed) return isRange(dashed) ? null : { dotAt: 3, step: 'punctuation', clean: false };
  // A code of three characters has no dot to misplace: V1.0 stays a version.
  const before = ONE_DOT.exec(text)?.[1]?.length;
  if (before === undefined || text.length < 5) return null;
  return { dotAt: before, step: 'dot-misplaced', clean: before === 4 };
}

/** `F10-19` is short for a range, `I50-22` is not. */
function isRange([, from = '', to = '']: RegExpExecArray): boolean {
  return /^\d\d$/.test(from) && /^\d\d$/.test(to) && Number(to) > Number(from);
}
