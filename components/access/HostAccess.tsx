import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Firefox may install it without them, and any browser lets its user take them away. */
const PAGES = { origins: ['http://*/*', 'https://*/*'] };

interface Props {
  /** Whether what the user has before them can be read all the same: then nothing is said. */
  readonly isEnough?: () => Promise<boolean>;
}

/** Says so, and asks for it, when the browser does not let Dx Lens read all pages. */
export function HostAccess({ isEnough = async () => false }: Props) {
  const [isAllowed, setAllowed] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: Promise<boolean>) => {
    try {
      setAllowed(await work);
    } catch (reason) {
      console.warn('Dx Lens: the permission to read pages is not known', reason);
      setProblem(`The browser refused: ${reason instanceof Error ? reason.message : reason}`);
    }
  };
  useEffect(() => {
    const isAllowedNow = async () => (await browser.permissions.contains(PAGES)) || isEnough();
    const ask = () => void attempt(isAllowedNow());
    ask();
    window.addEventListener('focus', ask);
    // The side panel stays when another tab comes to the front.
    const { permissions, tabs } = browser;
    const events = [tabs.onActivated, permissions.onAdded, permissions.onRemoved] as const;
    for (const event of events) event.addListener(ask);
    return () => {
      window.removeEventListener('focus', ask);
      for (const event of events) event.removeListener(ask);
    };
  }, []);
  if (isAllowed && !problem) return null;
  return (
    <div class="notice">
      <p>Dx Lens is not allowed to read all pages. Where it is not, no code is marked.</p>
      <div class="actions">
        <button type="button" onClick={() => void attempt(browser.permissions.request(PAGES))}>
          Allow it on all sites
        </button>
        {problem && <p role="alert">{problem}</p>}
      </div>
    </div>
  );
}
