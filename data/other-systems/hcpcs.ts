/**
 * HCPCS Level II (supplies, drugs, services): a letter and four digits, which is also how an ICD-10-CM code of five
 * characters looks without its dot. E1140 is a wheelchair, and E11.40 a diabetic neuropathy.
 */
import { ALSO_HCPCS } from './hcpcs-table';

const CODES = new Set(ALSO_HCPCS.trim().split(/\s+/));

/** Whether a text, as typed or printed, is also the spelling of a HCPCS code that we know. A dot is never in one. */
export function spellsHcpcs(text: string): boolean {
  return CODES.has(text.trim().toUpperCase());
}
