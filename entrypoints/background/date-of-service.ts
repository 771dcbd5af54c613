import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { sendMessage } from '../../components/messages';
import { type Day, isDay, today } from '../../data/day';

/** In the browser's memory for this session; null is today, whichever day that is. */
const item = storage.defineItem<string | null>('session:dateOfService', { fallback: null });

/** The day for which verdicts are given. */
export async function dateOfService(): Promise<Day> {
  const day = await item.getValue();
  return day && isDay(day) ? day : today();
}

/** Sets it and tells the readers of all tabs. */
export async function setDateOfService(day: Day | null): Promise<void> {
  await item.setValue(day);
  await tellReaders();
}

/**
 * Tells the readers of all tabs that the verdicts which they were given do not hold any more. It does not wait until
 * they have heard it: a tab that is frozen, or has a dialog open, hears it when it goes on.
 */
export async function tellReaders(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    // A tab without a reader (browser pages, the store) does not answer, and need not.
    if (id !== undefined) sendMessage('verdictsChanged', undefined, id).catch(() => undefined);
  }
}
