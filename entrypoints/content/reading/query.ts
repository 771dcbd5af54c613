import { dotted } from '../../../data/code';
import { printSpan } from '../../../data/code-span';
import type { Nominee } from '../../../data/spotting/nominate';

/** What is looked up for a nominee. */
export function queryOf({ code, to, dashEnd, shape }: Nominee): string {
  if (to) return printSpan({ kind: 'range', from: code, to });
  if (dashEnd !== undefined) return printSpan({ kind: 'prefix', code });
  // Without its dot it may be a HCPCS code as well, which the card then says.
  return shape === 'undotted' ? code : dotted(code);
}
