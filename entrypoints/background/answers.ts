import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { MOST_CODES, onMessage } from '../../components/messages';
import { type Code, parseCode } from '../../data/code';
import { isDay } from '../../data/day';
import { explain } from '../../data/lookup/explain';
import { verdicts } from '../../data/lookup/lookup';
import { lookupText } from '../../data/lookup/lookup-text';
import { titles } from '../../data/lookup/titles';
import type { CodeSet } from './code-set';
import { dateOfService, setDateOfService, tellReaders } from './date-of-service';

const CodeText = v.pipe(
  v.string(),
  v.maxLength(16),
  v.transform(parseCode),
  v.check((code) => code !== null, 'not the spelling of a code'),
  v.transform((code) => code as Code),
);
const Codes = v.pipe(v.array(CodeText), v.maxLength(MOST_CODES));
/** `T36.0X1A-T50.996S` */
const Spans = v.pipe(v.array(v.pipe(v.string(), v.maxLength(24))), v.maxLength(MOST_CODES));
const Text = v.pipe(v.string(), v.maxLength(10_000));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const Request = v.object({
  text: Text,
  limit: v.pipe(Count, v.maxValue(200)),
  offset: v.exactOptional(Count),
  billableOnly: v.exactOptional(v.boolean()),
  chapter: v.exactOptional(v.pipe(v.string(), v.maxLength(2))),
});
const Nothing = v.nullish(v.never());
const DayOrToday = v.nullable(v.pipe(v.string(), v.check(isDay, 'not a day')));

/**
 * Answers the messages of pages and of our own screens. A page's process may be broken into, so nothing that
 * comes in is trusted: it is parsed first, and what only our own screens need is refused to others.
 * A message that does not parse is answered with the parser's error.
 */
export function answerMessages({ store, book, search, prepareSearch, synonyms }: CodeSet): void {
  onMessage('verdicts', async ({ data }) => verdicts(book, v.parse(Codes, data), await dateOfService()));
  onMessage('titles', async ({ data }) => titles(book, v.parse(Spans, data), await dateOfService()));
  onMessage('lookup', async ({ data }) => lookupText(book, v.parse(Text, data), await dateOfService()));
  onMessage('explain', async ({ data }) => explain(book, v.parse(Text, data), await dateOfService()));
  onMessage('synonyms', ({ data }) => synonyms(v.parse(CodeText, data)));
  onMessage('setDateOfService', ({ data }) => setDateOfService(v.parse(DayOrToday, data)));
  onMessage('search', ({ data, sender }) => {
    assertOurs(sender);
    return search(v.parse(Request, data));
  });
  onMessage('prepareSearch', ({ data, sender }) => {
    assertOurs(sender);
    v.parse(Nothing, data);
    return prepareSearch();
  });
  onMessage('chapters', async ({ sender }) => {
    assertOurs(sender);
    const { chapters } = await book.installed.outline();
    return chapters.map(({ number, title }) => ({ number, title }));
  });
  onMessage('storeState', ({ sender }) => {
    assertOurs(sender);
    return store.state();
  });
  onMessage('releaseChanged', async ({ data, sender }) => {
    assertOurs(sender);
    v.parse(Nothing, data);
    store.forget();
    // Nothing is filled, for an imported release stays; what the switch has left over is dropped.
    void store.fill();
    await tellReaders();
  });
  onMessage('goBack', async ({ data, sender }) => {
    assertOurs(sender);
    v.parse(Nothing, data);
    await store.goBack();
    await tellReaders();
  });
}

function assertOurs(sender: { url?: string }): void {
  if (!sender.url?.startsWith(browser.runtime.getURL('/'))) {
    throw new Error('only the pages of Dx Lens may ask this');
  }
}
