import type { Page } from 'puppeteer-core';
import { CARD_ROLES, type Card, HOST, linesOf } from './card.ts';

/**
 * Reads the card in the top frame of a page of Firefox.
 *
 * Puppeteer's accessibility snapshot needs CDP, which Firefox does not have. WebDriver BiDi, which it does
 * have, hands out closed shadow roots by standard (`includeShadowTree: 'all'`), finds elements in them by
 * the role and the name that Firefox computes, and lets a function see them. Neither
 * `--remote-allow-system-access` nor a change to the page is needed.
 */
export async function readCard(page: Page): Promise<Card | undefined> {
  const { send, context } = bidiOf(page);
  const hosts = await send('browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: HOST },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
  });
  for (const host of hosts.nodes) {
    const root = host.value.shadowRoot;
    if (!root) continue;
    for (const role of CARD_ROLES) {
      const [found] = await locate(page, root, { role });
      if (!found) continue;
      const { name, painted } = await look(page, found);
      if (painted === '') continue;
      await confirmName(page, root, role, name);
      return { role, name, text: linesOf(painted), parts: [] };
    }
  }
  return undefined;
}

/** Where the first part of a card with a role, and a name, stands in the viewport; undefined without one. */
export async function boxOfPart(
  page: Page,
  part: { role: string; name?: string },
): Promise<{ x: number; y: number; width: number; height: number } | undefined> {
  const { send, context } = bidiOf(page);
  const { nodes } = await send('browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: HOST },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
  });
  const root = nodes[0]?.value.shadowRoot;
  const [found] = root ? await locate(page, root, part) : [];
  if (!found) return undefined;
  const { result } = await send('script.callFunction', {
    functionDeclaration: '(element) => JSON.stringify(element.getBoundingClientRect())',
    awaitPromise: false,
    target: { context, sandbox: 'dxlens-test' },
    arguments: [{ sharedId: found.sharedId }],
  });
  return JSON.parse(result.value);
}

interface BidiNode {
  readonly sharedId: string;
  readonly value: { readonly shadowRoot?: BidiNode | null };
}

function locate(page: Page, root: BidiNode, value: { role: string; name?: string }): Promise<BidiNode[]> {
  const { send, context } = bidiOf(page);
  return send('browsingContext.locateNodes', {
    context,
    startNodes: [{ sharedId: root.sharedId }],
    locator: { type: 'accessibility', value },
  }).then((result) => result.nodes);
}

/** The name as the author gave it, and the painted text. It runs in a sandbox that the page cannot see. */
async function look(page: Page, node: BidiNode): Promise<{ name: string; painted: string }> {
  const { send, context } = bidiOf(page);
  const { result } = await send('script.callFunction', {
    functionDeclaration: `(element) => {
      const root = element.getRootNode();
      const ids = element.getAttribute('aria-labelledby')?.trim().split(/\\s+/) ?? [];
      const labels = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
      const name = labels || element.getAttribute('aria-label') || element.textContent;
      return JSON.stringify({
        name: name.replace(/\\s+/g, ' ').trim(),
        painted: element.checkVisibility() ? element.innerText : '',
      });
    }`,
    awaitPromise: false,
    target: { context, sandbox: 'dxlens-test' },
    arguments: [{ sharedId: node.sharedId }],
  });
  return JSON.parse(result.value);
}

/** Firefox tells no name, but it finds an element by its name: so the name is the one that it computes. */
async function confirmName(page: Page, root: BidiNode, role: string, name: string): Promise<void> {
  const confirmed = await locate(page, root, { role, name });
  if (confirmed.length === 0)
    throw new Error(`Firefox computes another name than "${name}" for the ${role}.`);
}

// biome-ignore lint/suspicious/noExplicitAny: the answers of BiDi; each caller reads what its command gives
type Send = (method: string, parameters: object) => Promise<any>;

/** Puppeteer keeps its BiDi connection and the context's id out of its public types. */
function bidiOf(page: Page): { send: Send; context: string } {
  const { connection } = page.browser() as unknown as {
    connection?: { send(method: string, parameters: object): Promise<{ result: unknown }> };
  };
  const context = (page.mainFrame() as unknown as { _id?: string })._id;
  if (!connection || !context) throw new Error('This puppeteer-core hides its BiDi connection elsewhere.');
  return {
    context,
    send: async (method, parameters) => (await connection.send(method, parameters)).result,
  };
}
