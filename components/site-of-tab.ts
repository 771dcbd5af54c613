import { sendMessage } from './messages';

/**
 * The host name of the site that a tab is at; empty for a local file. Its reader tells it, since without a further
 * permission the browser does not. It comes from the page's process, so it is looked at.
 * @throws Error when the tab has no reader
 */
export async function siteOfTab(tabId: number): Promise<string> {
  const site: unknown = await sendMessage('site', undefined, { tabId, frameId: 0 });
  return typeof site === 'string' && /^(?:[\w.-]+|\[[\da-f:.]+\])$/.test(site) ? site : '';
}
