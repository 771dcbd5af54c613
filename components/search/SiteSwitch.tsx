import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { isOff } from '../settings';
import { siteOfTab } from '../site-of-tab';
import { switchSite } from '../stored-settings';
import { useSettings } from '../use-settings';

/** Switches the marks off and on for the site of the tab that the popup belongs to. */
export function SiteSwitch() {
  const site = useSiteOfTab();
  const settings = useSettings();
  const [problem, setProblem] = useState<string | null>(null);
  if (!site || !settings) return null;
  const set = async (on: boolean) => {
    try {
      await switchSite(site, on);
      setProblem(null);
    } catch (reason) {
      console.warn('Dx Lens: the setting could not be stored', reason);
      setProblem(`Not stored: ${reason instanceof Error ? reason.message : reason}`);
    }
  };
  return (
    <div class="site-switch">
      <label>
        <input
          type="checkbox"
          checked={!isOff(settings, site)}
          onChange={(event) => void set(event.currentTarget.checked)}
        />{' '}
        Mark codes on {site}
      </label>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

/** Empty where no site can be switched off: on pages without a reader, and on local files. */
function useSiteOfTab(): string {
  const [site, setSite] = useState('');
  useEffect(() => {
    const ask = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.id !== undefined) setSite(await siteOfTab(tab.id));
    };
    ask().catch((reason) => console.info('Dx Lens: this page has no reader', reason));
  }, []);
  return site;
}
