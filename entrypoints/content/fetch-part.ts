import { sendMessage } from '../../components/messages';
import { type Part, type PartName, takePart } from './handover';

const coming = new Map<PartName, Promise<unknown>>();

/**
 * Has a part's script put into this frame, if it is not there.
 * @throws Error when it can't be: the frame has gone, or the permission for this site was withdrawn
 */
export async function fetchPart<Name extends PartName>(name: Name): Promise<Part<Name>> {
  if (!takePart(name)) {
    let asked = coming.get(name);
    if (!asked) {
      asked = sendMessage('needPart', name).finally(() => coming.delete(name));
      coming.set(name, asked);
    }
    await asked;
  }
  const part = takePart(name);
  if (!part) throw new Error(`the script ${name}.js is not in this frame`);
  return part;
}
