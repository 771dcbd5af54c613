import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';

/** Firefox 137 and later. */
type FirefoxCommands = { openShortcutSettings?: () => Promise<void> };

/** Browsers give the commands by their names; who reads them wants next and previous together. Others come first. */
const ORDER = ['lookup-selection', 'next-code', 'previous-code', 'pin-card'];

/** The keyboard shortcuts as the browser has them, and the way to its own page on which they are changed. */
export function Shortcuts() {
  const [commands, setCommands] = useState<readonly Browser.commands.Command[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (reason) {
      console.warn('Dx Lens: the browser refused', reason);
      setProblem(`The browser refused: ${reason instanceof Error ? reason.message : reason}`);
    }
  };
  useEffect(() => {
    const read = () =>
      void attempt(browser.commands.getAll().then((all) => setCommands(all.toSorted(byOrder))));
    read();
    // Who comes back from the browser's page may have changed them.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return (
    <>
      <dl class="shortcuts">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{shortcut ? <kbd>{shortcut}</kbd> : 'no keys'}</dt>
            <dd>{description || 'Open Dx Lens'}</dd>
          </div>
        ))}
      </dl>
      <p>
        <button type="button" onClick={() => void attempt(openBrowsersPage())}>
          Change the shortcuts
        </button>{' '}
        on the browser’s own page.
      </p>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}

function byOrder(a: Browser.commands.Command, b: Browser.commands.Command): number {
  return ORDER.indexOf(a.name ?? '') - ORDER.indexOf(b.name ?? '');
}

async function openBrowsersPage(): Promise<void> {
  const { openShortcutSettings } = browser.commands as FirefoxCommands;
  if (openShortcutSettings) return openShortcutSettings();
  // Edge and others take Chromium's address for their own.
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
