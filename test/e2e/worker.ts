import type { BrowserContext, CDPSession, Worker } from '@playwright/test';
import { pause } from '../../scripts/lib/card.ts';

/**
 * Stops the extension's service worker, as Chromium itself does to an idle one, and waits until it has stopped. One that
 * is still being installed is waited for: stopped then, it counts as not installed, and is never started again.
 */
export async function stopWorker(context: BrowserContext): Promise<void> {
  const control = await controlOf(context);
  await control.until('be installed', ({ status }) => status === 'activated');
  const stopped = control.until('stop', ({ runningStatus }) => runningStatus === 'stopped');
  await control.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await control.detach();
}

/**
 * Gives the extension's running service worker, and starts it first when it is stopped.
 * Playwright keeps one Worker object over all restarts, and an evaluate() in a stopped one waits for ever.
 */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const control = await controlOf(context);
  await control.send('ServiceWorker.startWorker', { scopeURL: new URL('/', worker.url()).href });
  await control.detach();
  await worker.evaluate(() => true);
  return worker;
}

/** A version of a worker's script. */
interface Version {
  readonly versionId: string;
  readonly status: string;
  readonly runningStatus: string;
}

/** CDP's ServiceWorker domain, which Playwright's types leave out. */
interface Domain {
  send(method: 'ServiceWorker.enable' | 'ServiceWorker.stopAllWorkers'): Promise<unknown>;
  send(method: 'ServiceWorker.startWorker', parameters: { scopeURL: string }): Promise<unknown>;
  on(event: 'ServiceWorker.workerVersionUpdated', listener: (update: { versions: Version[] }) => void): void;
  detach(): Promise<void>;
}

interface Control extends Pick<Domain, 'send' | 'detach'> {
  /** Waits until all versions that are not superseded are as wanted. */
  until(what: string, isWanted: (version: Version) => boolean): Promise<void>;
}

/** Any page can control the workers of its profile; the first, blank one is there as long as the browser. */
async function controlOf(context: BrowserContext): Promise<Control> {
  const page = context.pages()[0];
  if (!page) throw new Error('The browser has no page from which its workers can be controlled.');
  const session: CDPSession = await context.newCDPSession(page);
  const domain = session as unknown as Domain;
  const versions = new Map<string, Version>();
  let onUpdate: (() => void) | undefined;
  // Before it is enabled, since it then tells of all that there are.
  domain.on('ServiceWorker.workerVersionUpdated', (update) => {
    for (const version of update.versions) versions.set(version.versionId, version);
    onUpdate?.();
  });
  await domain.send('ServiceWorker.enable');
  return {
    send: domain.send.bind(domain),
    detach: () => domain.detach(),
    async until(what, isWanted) {
      // At each update: a page may start it again at once.
      const reached = new Promise<void>((resolve) => {
        onUpdate = () => {
          const current = [...versions.values()].filter(({ status }) => status !== 'redundant');
          if (current.length > 0 && current.every(isWanted)) resolve();
        };
        onUpdate();
      });
      const late = new Error(`The service worker did not ${what} within 5 s.`);
      await Promise.race([reached, pause(5000).then(() => Promise.reject(late))]);
    },
  };
}

/** Does what the browser does when the menu item is chosen: the real listeners get the real event. */
export async function chooseMenuItem(worker: Worker, selectionText: string): Promise<void> {
  await worker.evaluate(async (text) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const info = { menuItemId: 'lookup-selection', selectionText: text, editable: false, frameId: 0 };
    chrome.contextMenus.onClicked.dispatch(info, tab);
  }, selectionText);
}

/** Does what the browser does when the keys of a command are pressed. */
export async function press(worker: Worker, command: string): Promise<void> {
  await worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(name, tab);
  }, command);
}

declare const chrome: {
  tabs: { query(query: object): Promise<unknown[]> };
  commands: { onCommand: { dispatch(...parameters: unknown[]): void } };
  contextMenus: { onClicked: { dispatch(...parameters: unknown[]): void } };
};
