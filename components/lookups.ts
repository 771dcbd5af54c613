import type { Code } from '../data/code';
import type { Day } from '../data/day';
import type { Lookup } from '../data/lookup/answer';
import { sendMessage } from './messages';

/** Asks the background what the code set says of a code on the date of service. */
export function lookUp(code: Code): Promise<Lookup | null> {
  return sendMessage('lookup', code);
}

/** Sets the date of service for all cards and marks of this browser session; null for today. */
export function setDateOfService(on: Day | null): Promise<void> {
  return sendMessage('setDateOfService', on);
}
