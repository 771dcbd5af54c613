import { render } from 'preact';
import '../tokens.css';
import '../card/card.css';
import './search.css';
import { parseCodeText } from '../../data/code';
import { sendMessage } from '../messages';
import { pendingQuery } from '../pending-query';
import { LookupApp } from './LookupApp';

/** Starts a page that is search and card alone, with the query it was opened for, and its card when it is a code. */
export async function startLookupApp(): Promise<void> {
  const app = document.getElementById('app');
  if (!app) throw new Error('this page has no element for its content');
  const query = await pendingQuery.take();
  const code = parseCodeText(query ?? '');
  render(<LookupApp query={query ?? ''} card={code && (await sendMessage('explain', code))} />, app);
}
