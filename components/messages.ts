import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Lookup, Verdict } from '../data/lookup';
import type { SearchResults } from '../data/search/search';
import type { StoreState } from '../data/store/release-store';

/**
 * Every message of the extension. What the background gets is checked there (`entrypoints/background`), since
 * it comes from a process that also runs the page.
 */
interface Messages {
  /** Content → background: the verdicts of candidate codes, in their order. */
  verdicts(codes: readonly string[]): Verdict[];
  /** Anyone → background: what the release says of a code; null when the text is not one. */
  lookup(code: string): Lookup | null;
  /** Our pages → background. */
  search(query: string): SearchResults;
  /** Our pages → background: where answers come from. */
  storeState(): StoreState;
  /**
   * Background → content: show the card of the selected text beside it.
   * @returns false when this frame has no such selection or the text is not a code
   */
  showSelection(text: string): boolean;
  /** Background → content: the selected text, or an empty string. */
  readSelection(): string;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();

/** The most codes in one `verdicts` message. */
export const MOST_CODES = 500;
