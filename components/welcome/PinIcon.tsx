import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** How the icon is pinned, in the words of each browser's own menus (2026). */
const WAYS = {
  chrome: 'Click the jigsaw piece (Extensions) in the toolbar, then the pin beside Dx Lens.',
  edge: 'Click the jigsaw piece (Extensions) in the toolbar, then the eye (Show in toolbar) beside Dx Lens.',
  firefox:
    'Click the jigsaw piece (Extensions) in the toolbar, then the cog beside Dx Lens, then Pin to Toolbar.',
  safari: 'Safari puts the icon into the toolbar by itself; View, Customise Toolbar moves it.',
} as const;

/** How the toolbar button is kept in sight, and what it is for. */
export function PinIcon() {
  const isPinned = usePinned();
  return (
    <section aria-labelledby="pin-heading">
      <h2 id="pin-heading">Pin the icon</h2>
      <p role="status">{isPinned ? 'The icon is in the toolbar.' : WAYS[browserName()]}</p>
      <p>It opens the search: by code, or by the words of a title. There you also switch off a site.</p>
    </section>
  );
}

/** Whether the browser says that the icon is in its toolbar; false as well where it says nothing. */
function usePinned(): boolean {
  const [isPinned, setPinned] = useState(false);
  useEffect(() => {
    const ask = async () => {
      try {
        // Firefox has it since 143.
        const settings = await browser.action.getUserSettings?.();
        setPinned(settings?.isOnToolbar === true);
      } catch (reason) {
        console.info('Dx Lens: the browser does not tell whether the icon is pinned', reason);
      }
    };
    void ask();
    // Who comes back from the browser's own menu may have pinned it.
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, []);
  return isPinned;
}

function browserName(): keyof typeof WAYS {
  if (import.meta.env.FIREFOX) return 'firefox';
  if (import.meta.env.SAFARI) return 'safari';
  return /\bEdg\//.test(navigator.userAgent) ? 'edge' : 'chrome';
}
