import { dotted } from '../code';
import type { CodeNode } from '../release';
import type { Hit, HitCode } from './results';
import type { VerdictsOf } from './search';

/** Rows of codes that were asked for by their spelling: there is nothing to explain about them. */
export async function plainHits(nodes: readonly CodeNode[], verdictsOf: VerdictsOf): Promise<Hit[]> {
  return (await hitCodes(nodes, verdictsOf)).map((code) => ({ ...code, matched: [] }));
}

/** Codes as a list shows them, in their order. */
export async function hitCodes(nodes: readonly CodeNode[], verdictsOf: VerdictsOf): Promise<HitCode[]> {
  const verdicts = await verdictsOf(nodes.map(({ code }) => code));
  return nodes.map(({ code, title }, at) => ({
    code,
    spelling: dotted(code),
    title,
    verdict: verdicts[at] ?? 'unknown',
  }));
}
