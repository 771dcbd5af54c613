import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { MOST_CODES, onMessage } from '../../components/messages';
import { type Code, parseCode } from '../../data/code';
import { lookup, verdicts } from '../../data/lookup';
import type { CodeSet } from './code-set';

const CodeText = v.pipe(
  v.string(),
  v.maxLength(16),
  v.transform(parseCode),
  v.check((code) => code !== null, 'not the spelling of a code'),
  v.transform((code) => code as Code),
);
const Codes = v.pipe(v.array(CodeText), v.maxLength(MOST_CODES));
const Query = v.pipe(v.string(), v.maxLength(10_000));

/**
 * Answers the messages of pages and of our own screens. A page's process may be broken into, so nothing that
 * comes in is trusted: it is parsed first, and what only our own screens need is refused to others.
 * A message that does not parse is answered with the parser's error.
 */
export function answerMessages({ store, search }: CodeSet): void {
  onMessage('verdicts', ({ data }) => verdicts(store, v.parse(Codes, data)));
  onMessage('lookup', ({ data }) => {
    const text = v.parse(Query, data);
    const code = parseCode(text);
    return code ? lookup(store, code) : null;
  });
  onMessage('search', ({ data, sender }) => {
    assertOurs(sender);
    return search(v.parse(Query, data));
  });
  onMessage('storeState', ({ sender }) => {
    assertOurs(sender);
    return store.state();
  });
}

function assertOurs(sender: { url?: string }): void {
  if (!sender.url?.startsWith(browser.runtime.getURL('/'))) {
    throw new Error('only the pages of Dx Lens may ask this');
  }
}
