import type { CodeNode } from '../release';

/** An official text beside the title by which a code is found. */
export interface OfficialTerm {
  readonly kind: 'inclusion-term' | 'includes';
  readonly text: string;
}

/** The inclusion terms and includes notes of a code, in their order: the place in this list names a term in the index. */
export function officialTermsOf({ notes }: CodeNode): OfficialTerm[] {
  const terms: OfficialTerm[] = [];
  for (const { kind, lines } of notes ?? []) {
    if (kind !== 'inclusionTerm' && kind !== 'includes') continue;
    for (const text of lines) {
      terms.push({ kind: kind === 'includes' ? 'includes' : 'inclusion-term', text });
    }
  }
  return terms;
}
