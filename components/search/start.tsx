import { type ComponentChildren, render } from 'preact';
import '../tokens.css';
import '../card/card.css';
import './search.css';
import type { Lookup } from '../../data/lookup/answer';
import { followAppearance } from '../appearance';
import { sendMessage } from '../messages';
import { pendingQuery } from '../pending-query';
import { type Layout, LookupApp } from './LookupApp';
import { lastViewOf } from './last-view';
import { NO_QUERY } from './use-search';

/** Where a page gets the query from that it is to open with. */
interface QuerySource {
  take(): Promise<string | null>;
  /** Calls when there is another one for the open page. */
  watch?(onCome: () => void): void;
}

/**
 * Starts a page that is search and card alone: with the query it was opened for, and its card when it is a code; else
 * as it was closed, when that is not long ago.
 * @param foot what stands below them, if anything
 */
export async function startLookupApp(
  layout: Layout,
  foot?: ComponentChildren,
  source: QuerySource = pendingQuery,
): Promise<void> {
  const app = document.getElementById('app');
  if (!app) throw new Error('this page has no element for its content');
  followAppearance();
  // The background may have to start first, and to read the index.
  sendMessage('prepareSearch').catch((reason) =>
    console.warn('Dx Lens: the search is not ready yet', reason),
  );
  const lastView = lastViewOf(layout);
  let opened = 0;
  const open = async () => {
    const [text, last] = await Promise.all([source.take(), lastView.read()]);
    if (text === null && opened > 0) return;
    // A text without a digit is words, and the search has the better answer.
    const card = text && /\d/.test(text) ? await explained(text) : null;
    const empty = { ...NO_QUERY, active: 0 };
    const start = text === null ? (last ?? empty) : { ...empty, text };
    opened++;
    render(
      <LookupApp key={opened} layout={layout} start={start} card={card} lastView={lastView} foot={foot} />,
      app,
    );
  };
  source.watch?.(open);
  await open();
}

/** The card of a query; none where the lookup fails, for the search says so itself. */
async function explained(query: string): Promise<Lookup | null> {
  try {
    return await sendMessage('explain', query);
  } catch (reason) {
    console.warn('Dx Lens: the text could not be looked up', reason);
    return null;
  }
}
