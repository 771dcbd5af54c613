/** The card as its reader gets it. It sits in a closed shadow root, so it is read from outside the page. */
export interface Card {
  readonly role: 'tooltip' | 'dialog';
  /** The accessible name; it starts with the dotted code. */
  readonly name: string;
  /** What is painted, line by line, in reading order, without empty lines. */
  readonly text: readonly string[];
  /** The named parts for assistive technology, in reading order. Chromium only: empty in Firefox. */
  readonly parts: readonly CardPart[];
}

/** One node of the accessibility tree: `{ role: 'button', name: 'Copy M43.20' }`. */
export interface CardPart {
  readonly role: string;
  readonly name: string;
}

/** The card's host element; the name is fixed, see the design. */
export const HOST = 'dxlens-card';

export const CARD_ROLES = ['tooltip', 'dialog'] as const;

/** Writes a card as plain text: its name, then its lines. */
export function printCard(card: Card): string {
  return [`[${card.role}] ${card.name}`, ...card.text.map((line) => `  ${line}`)].join('\n');
}

/**
 * Reads until a card is there whose name matches.
 * @param read gives the card that is shown now, if any
 * @param timeout in milliseconds
 * @throws when the time is over, with what was shown instead
 */
export async function waitForCard(
  read: () => Promise<Card | undefined>,
  name: RegExp,
  timeout = 5000,
): Promise<Card> {
  const end = Date.now() + timeout;
  let card: Card | undefined;
  do {
    card = await read();
    if (card && name.test(card.name)) return card;
    await pause(50);
  } while (Date.now() < end);
  throw new Error(
    `No card named ${name} within ${timeout} ms; ${card ? `shown instead:\n${printCard(card)}` : 'no card was shown'}`,
  );
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Splits painted text into its lines: white space at the ends and empty lines go. */
export function linesOf(painted: string): string[] {
  return painted
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
