import type { Document } from './documents';

/** Titles of the code that stands for its header when nothing more is said, best first. */
const DEFAULTS: readonly RegExp[] = [
  /\bunspecified (?:side|eye|ear|limb|site)$/i,
  /\bunspecified\b.*\bunspecified\b/i,
  /,? unspecified\b|^unspecified\b/i,
  /\bwithout complications?$|\buncomplicated\b/i,
  /\bNOS\b/,
];

/** What is more than its header, though something else of it is unspecified. */
const SPECIAL = /\b(?:right|left|bilateral|assault|self-harm|undetermined|other)\b/i;

/**
 * The billable code below a header that is used when nothing more is said: `I50` → `I50.9`, `J45` → `J45.909`,
 * `S52.5` → `S52.509`.
 * @param from the header's place in the list
 * @returns the place of the default, or null when nothing below says that it is one
 */
export function defaultOf(documents: readonly Document[], from: number): number | null {
  const header = documents[from];
  if (!header || header.billable) return null;
  let best: { readonly at: number; readonly grade: number } | null = null;
  const children: number[] = [];
  const length = Math.min(
    ...below(documents, from).map((at) => documents[at]?.code.length ?? Number.POSITIVE_INFINITY),
  );
  for (const at of below(documents, from)) {
    const child = documents[at];
    if (!child || child.code.length !== length) continue;
    children.push(at);
    const grade = gradeOf(child, header);
    if (grade !== null && (best === null || grade < best.grade)) best = { at, grade };
  }
  const chosen = best?.at ?? (children.length === 1 ? children[0] : undefined);
  if (chosen === undefined) return null;
  const child = documents[chosen];
  if (!child) return null;
  return child.billable ? chosen : defaultOf(documents, chosen);
}

/** Lower is better; null is no default. A default says little that its header does not. */
function gradeOf({ code, title }: Document, header: Document): number | null {
  const kind = DEFAULTS.findIndex((pattern) => pattern.test(title));
  if (kind < 0 || /\bwith unspecified\b/i.test(title)) return null;
  const ending = code.endsWith('9') ? 0 : code.endsWith('0') ? 0.5 : 1;
  const added = Math.max(0, title.length - header.title.length) / 100;
  const special = SPECIAL.test(title) ? 2 : 0;
  return (kind >= 3 ? 2 : 0) + ending + special + added;
}

function below(documents: readonly Document[], from: number): number[] {
  const length = documents[from]?.code.length ?? 0;
  const found: number[] = [];
  for (let at = from + 1; (documents[at]?.code.length ?? 0) > length; at++) found.push(at);
  return found;
}
