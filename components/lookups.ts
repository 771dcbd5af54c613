import type { Day } from '../data/day';
import type { Lookup } from '../data/lookup/answer';
import type { Synonyms } from '../data/lookup/synonyms';
import { sendMessage } from './messages';

/**
 * Asks the background what the code set says of a code, prefix or range on the date of service.
 * @param text as it stands in the page; from our own screens as we print it, a code with its dot
 */
export function lookUp(text: string): Promise<Lookup | null> {
  return sendMessage('lookup', text);
}

/** Asks the background for other names of a code. */
export function askSynonyms(code: string): Promise<Synonyms> {
  return sendMessage('synonyms', code);
}

/** Sets the date of service for all cards and marks of this browser session; null for today. */
export function setDateOfService(on: Day | null): Promise<void> {
  return sendMessage('setDateOfService', on);
}
