import type { Document } from './documents';

/** What fits in the index's byte. */
const FURTHEST = 255;
const SIDE = /\b(?:right|left)\b/i;

/**
 * The families of a category whose titles differ in the side alone.
 * @returns for each document how far back the first of its family stands; 0 for the first, and where there is none
 */
export function sideFamilies(documents: readonly Document[]): number[] {
  const families = new Map<string, number[]>();
  for (const [at, document] of documents.entries()) {
    const key = keyOf(document);
    if (key === null) continue;
    const family = families.get(key);
    if (family) family.push(at);
    else families.set(key, [at]);
  }
  joinBilateral(families);
  const back = documents.map(() => 0);
  for (const family of families.values()) {
    const [first = 0] = family;
    if (!family.some((at) => SIDE.test(documents[at]?.title ?? ''))) continue;
    for (const at of family) if (at - first <= FURTHEST) back[at] = at - first;
  }
  return back;
}

/** `Otitis media, bilateral` says no `ear` after its side: it joins the one family that begins as it does. */
function joinBilateral(families: Map<string, number[]>): void {
  for (const [key, alone] of families) {
    if (!key.endsWith('§')) continue;
    const alike = [...families.keys()].filter((other) => other !== key && other.startsWith(key));
    const [family] = alike;
    if (alike.length !== 1 || family === undefined) continue;
    families.set(
      family,
      [...(families.get(family) ?? []), ...alone].sort((a, b) => a - b),
    );
    families.delete(key);
  }
}

/** The parent and the title with its side put aside; null for a title that names none. `bilateral` may stand last, for both. */
function keyOf({ code, title }: Document): string | null {
  const parent = code.slice(0, -1);
  const text = title.toLowerCase();
  const last = /^(.*)\bunspecified\b(.*)$/s.exec(text);
  const sided = SIDE.test(text)
    ? text.replace(SIDE, '§')
    : /\bbilateral\b/.test(text)
      ? text.replace(/\bbilateral\b/, '§')
      : last && `${last[1]}§${last[2]}`;
  if (sided === null || code.length < 5) return null;
  return `${parent} ${sided.replace(/[\s,]*§.*$/, '§')}${afterSide(sided)}`;
}

/** The noun after the side, in the singular; nothing where the title ends with the side. */
function afterSide(sided: string): string {
  const after = /§\s*(.*)$/.exec(sided)?.[1] ?? '';
  return after.replace(/s\b/g, '');
}
