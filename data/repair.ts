/**
 * Reading a text that is nearly a code. Only for what a person selected or typed and asked about, never for marking
 * a page; whatever it gives is shown as "read as …".
 */
import type { Code } from './code';
import { type CharacterStep, type Variant, variantsOf } from './repair/characters';
import { type Layout, type LayoutStep, readLayout } from './repair/layout';

/** What was changed to read the text as a code, in the order of the work. */
export type RepairStep = LayoutStep | CharacterStep;

/** One way to read a text. */
export interface Repair {
  /** It has the shape of a code; whether it exists the release says. */
  readonly code: Code;
  /** Each kind of change once; empty for a text that is the code as printed (`E11.9`). */
  readonly steps: readonly RepairStep[];
  /** Characters changed or taken away, one for all placeholders put in; layout (case, spaces, dot) counts nothing. */
  readonly changes: number;
}

/** The reading that the release confirms. */
export interface Repaired {
  readonly code: Code;
  /**
   * Empty for a text that is the code as printed. `['dot-missing']`, `['case']` and the like are what `parseCode`
   * reads too; whether they deserve a "read as" is the caller's to say.
   */
  readonly steps: readonly RepairStep[];
}

/**
 * All ways to read a text as a code, fewest changes first; the same text gives the same list.
 * @returns at most 200; an empty list for a text that is no code, however repaired
 */
export function repairs(text: string): readonly Repair[] {
  const layout = readLayout(text);
  if (!layout) return [];
  return variantsOf(layout)
    .slice(0, MOST)
    .map((variant) => ({
      code: variant.code,
      steps: [...layoutSteps(layout, variant), ...caseStep(variant), ...new Set(variant.changes)],
      changes: variant.changes.length,
    }));
}

const MOST = 200;

/**
 * Reads a text as the code that needs the fewest changes and exists.
 * @param exists whether a code is a row of the release, header or billable
 * @returns null when none exists, or when several exist that need equally few: nothing is guessed
 * @throws what `exists` throws
 */
export async function repair(
  text: string,
  exists: (code: Code) => Promise<boolean> | boolean,
): Promise<Repaired | null> {
  const candidates = repairs(text);
  const found = await Promise.all(candidates.map(({ code }) => exists(code)));
  const [best, next] = candidates.filter((_, index) => found[index]);
  if (!best || next?.changes === best.changes) return null;
  return { code: best.code, steps: best.steps };
}

/** The steps of the layout, but for those that the code read has no need of. */
function layoutSteps({ steps, dotAt }: Layout, { code, changes }: Variant): LayoutStep[] {
  return steps.filter((step) => {
    if (step === 'dot-missing') return code.length > 3;
    // Without its extra zero E011.9 has the dot at its place.
    return !(step === 'dot-misplaced' && dotAt === 4 && changes.includes('extra-zero'));
  });
}

/** A lower-case letter was taken as the same letter; a small l that was read as 1 is not one. */
function caseStep({ characters }: Variant): RepairStep[] {
  const changed = characters.some(({ printed, read }) => printed !== read && printed.toUpperCase() === read);
  return changed ? ['case'] : [];
}
