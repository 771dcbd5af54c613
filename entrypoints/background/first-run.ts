import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { ReleaseStore } from '../../data/store/release-store';

/** From the installation until the page has opened: it is told once, to a worker that may be stopped before. */
const isDue = storage.defineItem<boolean>('local:firstRunDue', { fallback: false });

/**
 * Opens the first-run page once, when Dx Lens is installed: not after updates of it or of the browser. It comes when
 * the database is filled, for a page that starts meanwhile nearly doubles the time that the first lookup takes.
 */
export function offerFirstRun(store: Pick<ReleaseStore, 'fill'>): void {
  let opening: Promise<void> | null = null;
  const openIfDue = async () => {
    if (!(await isDue.getValue())) return;
    // A worker that is started by the installation comes here twice.
    opening ??= openFirstRun(store);
    await opening;
  };
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') isDue.setValue(true).then(openIfDue).catch(sayWhyNot);
  });
  openIfDue().catch(sayWhyNot);
}

async function openFirstRun(store: Pick<ReleaseStore, 'fill'>): Promise<void> {
  await store.fill();
  // Who loads it from a folder has a page of their own in front, and tests have too: it opens behind that.
  const { installType } = await browser.management.getSelf();
  await browser.tabs.create({
    url: browser.runtime.getURL('/welcome.html'),
    active: installType !== 'development',
  });
  await isDue.removeValue();
}

function sayWhyNot(reason: unknown): void {
  // A browser that starts without a window has no place for a tab.
  console.warn('Dx Lens: the first-run page can’t be opened yet; the options page links to it', reason);
}
