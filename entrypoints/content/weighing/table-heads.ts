import { cueOfCaption } from '../../../data/spotting/captions';
import type { Cue } from '../../../data/spotting/cues';
import { isHeadingElement } from './headings';
import { isSectionRow, spanOf } from './spans';

/** A column of a table, of a grid, or of rows of blocks that are laid out as one. */
export interface Column {
  readonly index: number;
  /** Of the cells of the heads themselves. */
  readonly isOfHeads: boolean;
  /** The text of its head, empty without one. */
  readonly head: string;
  readonly cue: Cue | null;
  /** The same for all its cells. */
  readonly series: object;
}

interface Heads {
  readonly columns: Column[];
  readonly texts: readonly string[];
  /** Whether one of its columns has the head of diagnoses. */
  hasDiagnoses?: boolean;
  readonly rows: ReadonlySet<Element>;
  /** No cell of the table spans several columns, so that a cell's index is its column's. */
  readonly isPlain: boolean;
  /** Of a table with cells that span several rows: the columns of all cells. */
  readonly places: ReadonlyMap<Element, number> | null;
}

const ROW = 'tr,[role="row"]';
export const TABLE = 'table,[role="table"],[role="grid"],[role="treegrid"]';
const HEAD_CELL = 'th,[role="columnheader"]';
const SPANNING = '[colspan],[rowspan],[aria-colindex],[aria-colspan]';
/** Rows above the body that can be heads. */
const MOST_HEAD_ROWS = 3;
/** How many blocks up a cell of rows made of plain elements is looked for. */
const MOST_LEVELS = 3;
/** A head is no longer. */
const LONGEST_HEAD = 90;
/** The head of codes beside one of diagnoses in words. */
const PLAIN_HEAD =
  /^(?:codes?|values?|entry|entries|primary|secondary|principal|admitting|other|additional|further|first|second|third|[\d\W]+)(?:\s*(?:codes?|\d+))*$/i;

/** The heads of tables: read once each, kept for one pass over the page. */
export class TableHeads {
  readonly #heads = new Map<Element, Heads>();
  readonly #tables = new Map<Element, Element>();
  readonly #isRow = new Map<Element, boolean>();

  columnOf(cell: Element): Column {
    const row = rowOf(cell);
    const heads = this.#headsOf(row);
    const isOfHeads = heads.rows.has(row);
    const index = heads.places?.get(cell) ?? (heads.isPlain ? plainIndexOf(cell, row) : indexOf(cell, row));
    const column = isOfHeads ? -1 : index;
    let found = heads.columns[column];
    if (!found) {
      const head = heads.texts[column] ?? '';
      found = { index, isOfHeads, head, cue: cueOf(head), series: heads.columns };
      heads.columns[column] = { ...found, series: found };
    }
    return heads.columns[column] ?? found;
  }

  /**
   * Whether a cell stands under a head of its own in a table that has another column for diagnoses: "Queue" beside
   * "Primary Dx". What is above the table, or in the cell before, is not about it.
   */
  isBesideDiagnoses(cell: Element, { head, cue }: Column): boolean {
    if (!head || cue || PLAIN_HEAD.test(head)) return false;
    const heads = this.#headsOf(rowOf(cell));
    heads.hasDiagnoses ??= heads.texts.some((text) =>
      /^(?:system|diagnosis)$/.test(cueOf(text)?.sense ?? ''),
    );
    return heads.hasDiagnoses;
  }

  /** The block that is a cell by its place: one of several blocks in one of several rows of as many. */
  cellLike(block: Element): Element | null {
    let cell: Element | null = block;
    for (let level = 0; level < MOST_LEVELS && cell; level++) {
      const row: Element | null = cell.parentElement;
      if (!row || /^(?:body|ul|ol|dl|p|li|section|article|main|form)$/.test(row.localName)) return null;
      let isRow = this.#isRow.get(row);
      if (isRow === undefined) {
        isRow = isRowLike(row);
        this.#isRow.set(row, isRow);
      }
      if (isRow) return cell;
      cell = row;
    }
    return null;
  }

  #headsOf(row: Element): Heads {
    const parent = row.parentElement ?? row;
    let table = this.#tables.get(parent);
    if (!table) {
      // What holds the rows of a grid that has no element for it.
      table = row.closest(TABLE) ?? parent;
      this.#tables.set(parent, table);
    }
    let heads = this.#heads.get(table);
    if (!heads) {
      const rows = headRows(table, row);
      const isPlain = table.querySelector(SPANNING) === null;
      const places = !isPlain && table instanceof HTMLTableElement ? placesIn(table) : null;
      heads = { columns: [], texts: headTexts(rows), rows: new Set(rows), isPlain, places };
      this.#heads.set(table, heads);
    }
    return heads;
  }
}

function cueOf(head: string | undefined): Cue | null {
  return head && head.length <= LONGEST_HEAD ? cueOfCaption(head) : null;
}

function rowOf(cell: Element): Element {
  const { parentElement: parent } = cell;
  return parent?.localName === 'tr' ? parent : (cell.closest(ROW) ?? parent ?? cell);
}

function isRowLike(row: Element): boolean {
  const { childElementCount: count, parentElement: body } = row;
  if (count < 2 || count > 40 || !body) return false;
  // A box with its heading.
  if (row.firstElementChild && isHeadingElement(row.firstElementChild)) return false;
  const sibling = row.previousElementSibling ?? row.nextElementSibling;
  const isAlike = sibling?.childElementCount === count && sibling.localName === row.localName;
  // The document's own head is none of columns.
  const head = body.localName === 'body' ? null : body.previousElementSibling;
  return isAlike || head?.childElementCount === count || head?.lastElementChild?.childElementCount === count;
}

/** Where no cell spans several columns. */
function plainIndexOf(cell: Element, row: Element): number {
  if (cell instanceof HTMLTableCellElement) return cell.cellIndex;
  if (cell.parentElement !== row) return indexOf(cell, row);
  let index = 0;
  for (let at = cell.previousElementSibling; at; at = at.previousElementSibling) index++;
  return index;
}

/** `aria-colindex` where the grid shows only a part of its columns; else counted, with what spans several. */
function indexOf(cell: Element, row: Element): number {
  const named = Number(cell.getAttribute('aria-colindex'));
  if (named > 0) return named - 1;
  let column = 0;
  for (const other of row.children) {
    if (other === cell || other.contains(cell)) break;
    column += spanOf(other);
  }
  return column;
}

/** The columns of all cells, where some reach down into the next rows. */
function placesIn(table: HTMLTableElement): ReadonlyMap<Element, number> | null {
  if (!table.querySelector('[rowspan]')) return null;
  const places = new Map<Element, number>();
  /** In which row each column is free again. */
  const free: number[] = [];
  for (const [line, { cells }] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((free[column] ?? 0) > line) column++;
      places.set(cell, column);
      for (let across = spanOf(cell); across > 0; across--, column++) free[column] = line + cell.rowSpan;
    }
  }
  return places;
}

/** The texts above the columns: all head rows together, the lowest last. */
function headTexts(rows: readonly Element[]): string[] {
  const texts: string[] = [];
  const taken: number[] = [];
  for (const [line, head] of rows.entries()) {
    let column = 0;
    for (const cell of head.children) {
      while ((taken[column] ?? 0) > line) column++;
      const named = Number(cell.getAttribute('aria-colindex'));
      if (named > 0) column = named - 1;
      const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
      const down = Number(cell.getAttribute('rowspan') ?? 1);
      for (let across = spanOf(cell); across > 0; across--, column++) {
        texts[column] = `${texts[column] ?? ''} ${text}`.trim();
        taken[column] = line + (down > 0 ? down : 1);
      }
    }
  }
  return texts;
}

function headRows(table: Element, row: Element): Element[] {
  const rows = table.matches(TABLE) ? firstRowsOf(table) : rowsAbove(table);
  const isMarked = (candidate: Element) =>
    candidate.parentElement?.localName === 'thead' || isAllHeads(candidate);
  // The letters of a spreadsheet are no heads, but what its first line says is.
  if (isOfSpreadsheet(rows)) return rows.slice(1, 2);
  const begin = rows.findIndex(isMarked);
  if (begin >= 0) {
    const end = rows.findIndex((candidate, index) => index > begin && !isMarked(candidate));
    const marked = rows.slice(begin, end < 0 ? undefined : end).slice(0, MOST_HEAD_ROWS);
    return marked.every(isSectionRow) ? [] : marked;
  }
  // Without such a mark the first row is the head, unless it has codes or numbers itself.
  const [first] = rows;
  const isHead =
    first && first !== row && [...first.children].every((cell) => isHeadText(cell.textContent ?? ''));
  return isHead ? [first] : [];
}

/** The first rows of a table, which can have thousands. */
function firstRowsOf(table: Element): Element[] {
  if (table instanceof HTMLTableElement) {
    const { rows } = table;
    return [0, 1, 2, 3].flatMap((index) => rows[index] ?? []);
  }
  return [...table.querySelectorAll(ROW)].slice(0, MOST_HEAD_ROWS + 1);
}

/** The first row of the body, and the last one of what stands above it. */
function rowsAbove(body: Element): Element[] {
  const above = body.previousElementSibling;
  const columns = body.firstElementChild?.childElementCount ?? 0;
  const head = above?.childElementCount === columns ? above : above?.lastElementChild;
  if (head && columns > 1 && head.childElementCount === columns) return [head];
  return body.firstElementChild ? [body.firstElementChild] : [];
}

/**
 * Whether the first row has the letters of columns, behind an empty corner, and the next one its number: letters alone
 * also stand above the codes of a claim form (box 21 of a CMS-1500).
 */
function isOfSpreadsheet([letters, first]: readonly Element[]): boolean {
  if (!letters || first?.firstElementChild?.textContent?.trim() !== '1') return false;
  const [corner, ...texts] = [...letters.children].map((cell) => cell.textContent?.trim() ?? '');
  return (
    corner === '' &&
    texts.length > 1 &&
    texts.every((text, index) => text === String.fromCharCode(65 + index))
  );
}

function isAllHeads({ children }: Element): boolean {
  return (
    (children.length > 1 || children[0]?.hasAttribute('colspan') === true) &&
    [...children].every((cell) => cell.matches(HEAD_CELL) || !cell.textContent?.trim())
  );
}

function isHeadText(text: string): boolean {
  const words = text.trim();
  return words.length <= 40 && !/\d{3}|[A-Z]\d\d\.\d|\d\/\d/.test(words);
}
