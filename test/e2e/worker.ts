import type { BrowserContext, CDPSession, Worker } from '@playwright/test';
import { pause } from '../../scripts/lib/card.ts';

/** Stops the extension's service worker, as Chromium itself does to an idle one, and waits until it has stopped. */
export async function stopWorker(context: BrowserContext): Promise<void> {
  const control = await controlOf(context);
  const stopped = new Promise<void>((resolve) => {
    control.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await control.send('ServiceWorker.stopAllWorkers');
  await Promise.race([
    stopped,
    pause(5000).then(() => Promise.reject(new Error('The service worker did not stop within 5 s.'))),
  ]);
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

/** CDP's ServiceWorker domain, which Playwright's types leave out. */
interface Control {
  send(method: 'ServiceWorker.enable' | 'ServiceWorker.stopAllWorkers'): Promise<unknown>;
  send(method: 'ServiceWorker.startWorker', parameters: { scopeURL: string }): Promise<unknown>;
  on(
    event: 'ServiceWorker.workerVersionUpdated',
    listener: (update: { versions: { runningStatus: string }[] }) => void,
  ): void;
  detach(): Promise<void>;
}

/** Any page can control the workers of its profile; the first, blank one is there as long as the browser. */
async function controlOf(context: BrowserContext): Promise<Control> {
  const page = context.pages()[0];
  if (!page) throw new Error('The browser has no page from which its workers can be controlled.');
  const session: CDPSession = await context.newCDPSession(page);
  const control = session as unknown as Control;
  await control.send('ServiceWorker.enable');
  return control;
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
