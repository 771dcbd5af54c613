import { render } from 'preact';
import '../tokens.css';
import '../card/card.css';
import './search.css';
import { pendingQuery } from '../pending-query';
import { LookupApp } from './LookupApp';

/** Starts a page that is search and card alone, with the query it was opened for. */
export async function startLookupApp(): Promise<void> {
  const app = document.getElementById('app');
  if (!app) throw new Error('this page has no element for its content');
  const query = await pendingQuery.take();
  render(<LookupApp query={query ?? ''} />, app);
}
