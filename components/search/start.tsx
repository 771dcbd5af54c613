import { type ComponentChildren, render } from 'preact';
import '../tokens.css';
import '../card/card.css';
import './search.css';
import type { Lookup } from '../../data/lookup/answer';
import { followAppearance } from '../appearance';
import { sendMessage } from '../messages';
import { pendingQuery } from '../pending-query';
import { LookupApp } from './LookupApp';

/** Where a page gets the query from that it is to open with. */
interface QuerySource {
  take(): Promise<string | null>;
  /** Calls when there is another one for the open page. */
  watch?(onCome: () => void): void;
}

/**
 * Starts a page that is search and card alone, with the query it was opened for, and its card when it is a code.
 * @param foot what stands below them, if anything
 */
export async function startLookupApp(
  foot?: ComponentChildren,
  source: QuerySource = pendingQuery,
): Promise<void> {
  const app = document.getElementById('app');
  if (!app) throw new Error('this page has no element for its content');
  followAppearance();
  let opened = 0;
  const open = async () => {
    const query = await source.take();
    if (query === null && opened > 0) return;
    // A text without a digit is words, and the search has the better answer.
    const card = query && /\d/.test(query) ? await explained(query) : null;
    opened++;
    render(<LookupApp key={opened} query={query ?? ''} card={card} foot={foot} />, app);
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
