import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { VocabularyTexts } from '../search/our-vocabulary';

const FOLDER = fileURLToPath(new URL('../vocabulary/', import.meta.url));

/** Our own vocabulary as it is packaged: its fields as one text, and the words that mean the same. */
export function readVocabulary(): VocabularyTexts {
  const read = (name: string) => readFileSync(`${FOLDER}${name}`, 'utf8');
  const fields = readdirSync(FOLDER).filter((name) => name.endsWith('.tsv') && name !== 'words.tsv');
  return { terms: fields.sort().map(read).join(''), words: read('words.tsv') };
}
