import { cueOfCaption, isPositive } from '../../../data/spotting/captions';
import type { Cue } from '../../../data/spotting/cues';
import type { Caption, Surroundings } from '../../../data/spotting/weigh';
import type { Container } from '../reading/inline-runs';
import { closestOf, isPlainlyLonger } from '../reading/nodes';
import { headingBefore, isHeadingElement } from './headings';
import { type Column, TABLE, TableHeads } from './table-heads';

const CELL = 'td,th,[role="cell"],[role="gridcell"],[role="rowheader"],[role="columnheader"]';
/** A cell with more text is no caption of the next one. */
const LONGEST_KEY = 48;
const LONGEST_HEAD = 90;
/** The name of a code system. */
const LONGEST_SYSTEM = 16;
/** A code alone, with what may stand around it. */
const LONGEST_CODE = 14;
/** Longer than this it is a text under a heading. */
const LONGEST_VALUE = 80;

/** What has been found in one pass over the page; made anew for the next one. */
export class Captions {
  readonly tables = new TableHeads();
  readonly headings = new Map<Element, Cue | 'foreign' | null>();

  of(container: Container): Around {
    return new Around(container, this);
  }
}

/**
 * What the page says of the text of a container elsewhere: the heads of its column and row, the cell or term before
 * it, the heading above. Each part is looked for when it is asked for.
 */
export class Around implements Surroundings {
  readonly #element: Element | null;
  #cell: Element | null | undefined;
  #column: Column | null | undefined;
  #others: Caption[] | null = null;

  constructor(
    container: Container,
    private readonly kept: Captions,
  ) {
    this.#element = container instanceof Element ? container : null;
  }

  column(): Cue | null {
    return this.#columnOf()?.cue ?? null;
  }

  others(): readonly Caption[] {
    this.#others ??= this.#element ? this.#look(this.#element) : [];
    return this.#others;
  }

  /** The texts of the cells or terms beside it, where the title of a code often is. */
  beside(): string {
    const element = this.#element;
    if (!element) return '';
    const cell = this.#cellOf();
    const { previousElementSibling: before, nextElementSibling: after } = cell ?? element;
    if (cell) {
      const around = [before?.previousElementSibling, before, after, after?.nextElementSibling];
      return around.map(textOf).join(' | ');
    }
    if (element.localName === 'dd') return `${textOf(termOf(element))} | ${textOf(after)}`;
    return isShort(element, LONGEST_CODE) ? `${shortText(before)} | ${shortText(after)}` : '';
  }

  /** The same object for the cells of one column, and for the lines of one list. */
  series(): object | null {
    const cell = this.#cellOf();
    if (!cell) return this.#element?.localName === 'li' ? this.#element.parentElement : null;
    const column = isOfTable(cell) ? this.#columnOf() : null;
    // In a table without heads the cells behind the first are the values of different things.
    return column && (column.head || column.index === 0) ? column.series : null;
  }

  #cellOf(): Element | null {
    if (this.#cell === undefined) {
      const element = this.#element;
      const isCell = element?.localName === 'td' || element?.localName === 'th';
      this.#cell = isCell
        ? element
        : element && (closestOf(element, CELL) ?? this.kept.tables.cellLike(element));
    }
    return this.#cell;
  }

  #columnOf(): Column | null {
    if (this.#column === undefined) {
      const cell = this.#cellOf();
      this.#column = cell && this.kept.tables.columnOf(cell);
    }
    return this.#column;
  }

  #look(element: Element): Caption[] {
    const found: Caption[] = [];
    const say = (position: Caption['position'], text: string, longest: number) => {
      const short = text.length <= longest * 2 ? text.replace(/\s+/g, ' ').trim() : '';
      const cue = short && short.length <= longest ? cueOfCaption(short) : null;
      if (cue) found.push({ position, cue });
    };
    const cell = this.#cellOf();
    const column = this.#columnOf();
    if (cell && column) {
      // A row of heads is about the columns, not about itself.
      if (column.isOfHeads) return found;
      const { previousElementSibling: before, nextElementSibling: after } = cell;
      const isOther = this.kept.tables.isBesideDiagnoses(cell, column);
      say('key', textOf(before), LONGEST_KEY);
      if (isOther) return found.filter(({ cue }) => !isPositive(cue.sense));
      const first = before && before.localName !== 'th' ? cell.parentElement?.firstElementChild : null;
      if (first && first !== before) say('row', textOf(first), LONGEST_KEY);
      // A code system behind the code ("ICD-10", "RARC"); other texts are titles, or the names of the next values.
      const next = textOf(after);
      if (/\d|^\s*[A-Z]{3,6}\s*$/.test(next)) say('row', next, LONGEST_SYSTEM);
      if (found.every(({ position }) => position !== 'key') && !this.column()) this.#lookOutside(cell, found);
    } else if (element.localName === 'dd') {
      say('key', textOf(termOf(element)), LONGEST_HEAD);
      return found;
    } else {
      const key = element.previousElementSibling;
      if (key && isKey(key, element)) say('key', textOf(key), LONGEST_KEY);
      if (found.length > 0) return found;
    }
    const heading = headingBefore(cell ?? element, this.kept.headings);
    if (heading && heading !== 'foreign') found.push({ position: 'heading', cue: heading });
    return found;
  }

  /** A table within a cell: what the outer table says of that cell holds for all in it. */
  #lookOutside(cell: Element, found: Caption[]): void {
    const outer = cell.closest(TABLE)?.parentElement?.closest(CELL);
    if (!outer) return;
    const around = this.kept.of(outer);
    const column = around.column();
    if (column) found.push({ position: 'column', cue: column });
    found.push(...around.others());
  }
}

function isOfTable(cell: Element): boolean {
  return cell.localName === 'td' || cell.localName === 'th' || cell.matches(CELL);
}

/** A short block that names the one behind it, which is short too; a line of a list names nothing. */
function isKey(key: Element, value: Element): boolean {
  if (key.childElementCount > 2 || /^(?:li|dt|dd)$/.test(key.localName) || isHeadingElement(key))
    return false;
  if (isPlainlyLonger(key, LONGEST_KEY) || isPlainlyLonger(value, LONGEST_VALUE)) return false;
  const text = key.textContent ?? '';
  return (
    text.length <= LONGEST_KEY && !/\d{2}/.test(text) && (value.textContent?.length ?? 0) <= LONGEST_VALUE
  );
}

function isShort(element: Element, longest: number): boolean {
  return element.childElementCount <= 2 && (element.textContent ?? '').trim().length <= longest;
}

function shortText(element: Element | null): string {
  return element && isShort(element, LONGEST_HEAD) ? (element.textContent ?? '') : '';
}

function termOf(description: Element): Element | null {
  let term = description.previousElementSibling;
  while (term && term.localName === 'dd') term = term.previousElementSibling;
  return term;
}

/** The text of a small element; nothing of a large one, whose text would take long to gather. */
function textOf(element: Element | null | undefined): string {
  if (!element || element.childElementCount > 6) return '';
  return (element.textContent ?? '').slice(0, 300);
}
