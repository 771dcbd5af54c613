import { useState } from 'preact/hooks';
import type { StoreState } from '../../data/store/store-state';
import { sendMessage } from '../messages';

/** Goes back to the release that was in use before. */
export function GoBack({ store, onGone }: { readonly store: StoreState; readonly onGone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ problem: boolean; text: string } | null>(null);
  const previous = store.state === 'stored' ? store.previous : null;
  const goBack = async () => {
    if (!previous) return;
    setBusy(true);
    try {
      await sendMessage('goBack');
      setSaid({ problem: false, text: `${previous.release.name} is in use.` });
      onGone();
    } catch (reason) {
      console.warn('Dx Lens: going back failed', reason);
      setSaid({
        problem: true,
        text: `Nothing was changed: ${reason instanceof Error ? reason.message : reason}`,
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {previous && (
        <p>
          <button type="button" disabled={busy} onClick={() => void goBack()}>
            Go back to {previous.release.name}
            {previous.origin === 'packaged' ? ' from the package' : ', imported'}
          </button>
        </p>
      )}
      {said && <p role={said.problem ? 'alert' : 'status'}>{said.text}</p>}
    </>
  );
}
