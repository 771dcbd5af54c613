import { render } from 'preact';
import '../tokens.css';
import '../card/card.css';
import './search.css';
import { sendMessage } from '../messages';
import { pendingQuery } from '../pending-query';
import { LookupApp } from './LookupApp';

/** Starts a page that is search and card alone, with the query it was opened for, and its card when it is a code. */
export async function startLookupApp(): Promise<void> {
  const app = document.getElementById('app');
  if (!app) throw new Error('this page has no element for its content');
  const query = await pendingQuery.take();
  // A text without a digit is words, and the search has the better answer.
  const card = query && /\d/.test(query) ? await sendMessage('explain', query) : null;
  render(<LookupApp query={query ?? ''} card={card} />, app);
}
