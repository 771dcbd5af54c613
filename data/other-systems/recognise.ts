/** Codes of other systems, told apart from what is no code at all. Whatever is said of them is a suggestion. */
import { type Code, parseCode } from '../code';
import { dottedIcd9, isIcd9Shape } from './icd9';
import { isPcsShape } from './pcs';
import { whoIcd10 } from './who-icd10';

export type OtherSystem =
  | {
      readonly system: 'ICD-10 (WHO)';
      readonly code: Code;
      /** Where ICD-10-CM has it, the nearest first; empty where it has no single place. */
      readonly look: readonly Code[];
    }
  /** As people write it, with its dot. */
  | { readonly system: 'ICD-9-CM'; readonly code: string }
  | { readonly system: 'ICD-10-PCS'; readonly code: string };

/** What stands beside a text and names the system of its code: `ICD-9`, `ICD-10-PCS`; null for nothing. */
export interface Labelled {
  readonly label: string | null;
}

/**
 * Recognises a code of another system. Ask the release first: it decides what is ICD-10-CM.
 * @param text a code as selected or typed, any case, with or without dot, spaces, dagger or asterisk around it
 */
export function recogniseOther(text: string, { label }: Labelled): OtherSystem | null {
  const spelling = text.trim().replace(/[†*+]+$/u, '');
  if (label !== null && /ICD[-‐‑–\s]*9(?!\d)/iu.test(label)) {
    return isIcd9Shape(spelling) ? { system: 'ICD-9-CM', code: dottedIcd9(spelling) } : null;
  }
  const pcs = label !== null && /PCS/i.test(label);
  if (isPcsShape(spelling) && (pcs || isUnlikeWord(spelling))) {
    return { system: 'ICD-10-PCS', code: spelling.toUpperCase() };
  }
  const code = pcs ? null : parseCode(spelling);
  const look = code && whoIcd10(code);
  return code && look ? { system: 'ICD-10 (WHO)', code, look } : null;
}

/** Seven letters are a word (BLANKET), and seven digits a number, unless a label says "PCS". */
function isUnlikeWord(text: string): boolean {
  return (text.match(/\d/g)?.length ?? 0) >= 2 && /[A-Z]/i.test(text);
}
