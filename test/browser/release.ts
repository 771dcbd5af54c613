import { parseCode } from '../../data/code';
import { EmbeddedRelease } from '../../data/embedded';
import { type Lookup, lookup } from '../../data/lookup';

const embedded = new EmbeddedRelease(async () => {
  const response = await fetch(new URL('../../data/icd10cm/release.zip', import.meta.url));
  return new Uint8Array(await response.arrayBuffer());
});

/** What the embedded release says of a code. */
export async function lookUp(text: string): Promise<Lookup> {
  const code = parseCode(text);
  if (!code) throw new Error(`${text} has not the shape of a code`);
  return lookup(embedded, code);
}
