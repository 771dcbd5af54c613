/**
 * Whether a text is spelled like a diagnosis code of ICD-9-CM: three digits, V and two digits, or E and three
 * digits, with up to two more (E: one) behind a dot that may be missing (`250.00`, `25000`, `V70.0`, `E849.0`).
 *
 * It counts only where the page or the person says "ICD-9": most V and E codes are spelled like codes of ICD-10-CM
 * (V70.0, E84.9), and the rest like any number.
 */
export function isIcd9Shape(text: string): boolean {
  return /^(?:\d{3}(?:\.?\d{1,2})?|V\d{2}(?:\.?\d{1,2})?|E\d{3}(?:\.?\d)?)$/i.test(text.trim());
}

/** Prints a code of that shape with its dot; E codes have theirs after the fourth character. */
export function dottedIcd9(text: string): string {
  const code = text.trim().toUpperCase().replace('.', '');
  const category = code.startsWith('E') ? 4 : 3;
  return code.length > category ? `${code.slice(0, category)}.${code.slice(category)}` : code;
}
