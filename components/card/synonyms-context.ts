import { createContext } from 'preact';
import type { Synonyms } from '../../data/lookup/synonyms';

/** Asks for the synonyms of a code as it is printed. */
export type AskSynonyms = (code: string) => Promise<Synonyms>;

/** Where there is nobody to ask, cards have no synonyms. */
export const SynonymsContext = createContext<AskSynonyms | null>(null);
