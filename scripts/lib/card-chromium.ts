import type { CDPSession, Page } from 'playwright-core';
import { CARD_ROLES, type Card, type CardPart, HOST, linesOf } from './card.ts';

/**
 * Reads the card in a page of Chromium, in whichever frame it is shown.
 * Role, name and parts come from the browser's accessibility tree, which holds closed shadow roots too; the
 * text is what the card's element paints.
 */
export async function readCard(page: Page): Promise<Card | undefined> {
  for (const session of await sessionsOf(page)) {
    try {
      for (const frameId of await framesOf(session)) {
        const card = await cardIn(session, frameId);
        if (card) return card;
      }
    } finally {
      await session.detach();
    }
  }
  return undefined;
}

type AxNode = Awaited<ReturnType<typeof treeOf>>[number];

async function cardIn(session: CDPSession, frameId: string): Promise<Card | undefined> {
  const tree = await treeOf(session, frameId);
  for (const node of tree) {
    const role = CARD_ROLES.find((cardRole) => cardRole === roleOf(node));
    if (!role || node.ignored || node.backendDOMNodeId === undefined) continue;
    const painted = await paintedInHost(session, node.backendDOMNodeId);
    if (painted === undefined) continue;
    return { role, name: nameOf(node), text: linesOf(painted), parts: partsOf(node, tree) };
  }
  return undefined;
}

/** The text that an element paints, or undefined when it does not stand in the card's host. */
async function paintedInHost(session: CDPSession, backendNodeId: number): Promise<string | undefined> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  if (!object.objectId) return undefined;
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function () {
      return this.getRootNode().host?.localName === '${HOST}' ? this.innerText : undefined;
    }`,
    returnByValue: true,
  });
  return typeof result.value === 'string' ? result.value : undefined;
}

/** Roles that only repeat the text or carry none. */
const PLAIN_ROLES = new Set(['StaticText', 'InlineTextBox', 'ListMarker', 'generic', 'none', '']);

function partsOf(root: AxNode, tree: readonly AxNode[]): CardPart[] {
  const byId = new Map(tree.map((node) => [node.nodeId, node]));
  const parts: CardPart[] = [];
  const visit = (node: AxNode) => {
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (!child) continue;
      const part = { role: roleOf(child), name: nameOf(child) };
      if (!child.ignored && part.name && !PLAIN_ROLES.has(part.role)) parts.push(part);
      visit(child);
    }
  };
  visit(root);
  return parts;
}

function roleOf(node: AxNode): string {
  return String(node.role?.value ?? '');
}

function nameOf(node: AxNode): string {
  return String(node.name?.value ?? '').trim();
}

async function treeOf(session: CDPSession, frameId: string) {
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId });
  return nodes;
}

/** The page's session, and one for each frame that Chromium runs in a process of its own. */
async function sessionsOf(page: Page): Promise<CDPSession[]> {
  const context = page.context();
  const sessions = [await context.newCDPSession(page)];
  for (const frame of page.frames().slice(1)) {
    try {
      sessions.push(await context.newCDPSession(frame));
    } catch (error) {
      // Frames in the page's own process have no session of their own; they are in its frame tree.
      if (!/separate CDP session|detached/i.test(String(error))) throw error;
    }
  }
  return sessions;
}

async function framesOf(session: CDPSession): Promise<string[]> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const ids: string[] = [];
  const queue = [frameTree];
  for (let tree = queue.pop(); tree; tree = queue.pop()) {
    ids.push(tree.frame.id);
    queue.push(...(tree.childFrames ?? []));
  }
  return ids;
}
