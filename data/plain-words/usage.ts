import type { PlainEntry, PlainWords } from './plain-words';
import { type Rule, USAGE_RULES } from './usage-rules';

/** When an entry is used and what it does not say: the sentences of all rules that fit it, in the order of the rules. */
export function usageOf(entry: PlainEntry): Pick<PlainWords, 'whenUsed' | 'doesNotSay'> {
  const rules = USAGE_RULES.filter((rule) => fits(rule, entry));
  const whenUsed = rules.flatMap(({ when, guideline }) => (when ? [withSection(when, guideline)] : []));
  return {
    whenUsed: whenUsed.length > 0 ? whenUsed : [OTHERWISE],
    doesNotSay: rules.flatMap(({ doesNotSay }) => doesNotSay ?? []),
  };
}

const OTHERWISE = "When the provider's record states this diagnosis.";

function fits({ chapter, codes, title, billable }: Rule, entry: PlainEntry): boolean {
  const inChapter = entry.steps.find(({ kind }) => kind === 'chapter');
  return (
    (chapter === undefined || (inChapter?.kind === 'chapter' && inChapter.id === chapter)) &&
    (codes === undefined || codes.test(entry.code)) &&
    (title === undefined || title.test(entry.title)) &&
    (billable === undefined || billable === entry.billable)
  );
}

function withSection(sentence: string, section: string | undefined): string {
  return section === undefined ? sentence : `${sentence.replace(/\.$/, '')} (guideline ${section}).`;
}
