import { type Code, categoryOf } from '../../../data/code';
import {
  areAlike,
  areOneList,
  isNextInList,
  neighbourReasons,
  withReason,
} from '../../../data/spotting/decide';
import { placeOf } from '../../../data/spotting/place';
import {
  CATEGORY_POINTS,
  CODES_ONLY_POINTS,
  FAMILY_POINTS,
  LIST_POINTS,
  MANNER_POINTS,
  RANGES_POINTS,
  SERIES_POINTS,
  TEXT_POINTS,
} from '../../../data/spotting/points';
import type { Container } from '../reading/inline-runs';
import type { PageCandidate } from './candidates';
import { type Draft, isOpen, settle } from './decider';
import { SeriesTally } from './series-tally';

/** How many candidates of a text are looked at on each side of one. */
const TEXT_REACH = 12;
const IN_TEXT = 'another code in the text';
const IN_SERIES = 'in a column or list of codes';
const IN_BRACKETS = 'in brackets as other codes of the text';
const OF_CATEGORY = 'another code of its category in the text';
/** In messages of machines the fields have nothing to do with each other. */
const MACHINE_TEXT = /\|[^|\n]*\|[^|\n]*\||\*[^*\n]*\*[^\n]*~/;

/** A list of so many codes of different categories is no chance. */
const LEAST_CATEGORIES = 3;
/** In a column or list of more the first ones tell what it is. */
const MOST_WAITING = 200;
/** So many of those decided last are kept for a column or list that has none yet that needs it. */
const MOST_KEPT = 1_000;

/** Lets the codes around a candidate speak for it: those of its text, and those of its column or list. */
export class Neighbours {
  readonly #series = new SeriesTally();
  /** Candidates that do not count yet, by their columns and lists. */
  readonly #waiting = new WeakMap<object, Draft[]>();
  /** Decided while none needed its column or list, as on most pages: those of them are not looked for until one does. */
  #decided: Draft[] = [];
  #isWaiting = false;

  /** @returns candidates of earlier calls that count now, since more of their column or list has turned out to be codes */
  ask(drafts: readonly Draft[]): Draft[] {
    // There and back: a code that counts by the one before it speaks for the next.
    askTexts(drafts);
    askTexts(drafts.toReversed());
    askLists(drafts);
    this.#isWaiting ||= drafts.some((draft) => isAsking(draft) && seriesOf(draft.candidate) !== null);
    if (!this.#isWaiting) {
      this.#decided = [...this.#decided, ...drafts].slice(-MOST_KEPT);
      return [];
    }
    const all = new Set<object>();
    for (const draft of [...this.#decided, ...drafts]) {
      const series = seriesOf(draft.candidate);
      if (!series) continue;
      all.add(series);
      this.#series.note(series, draft.candidate.nominee.shape, draft.counts);
      if (isAsking(draft)) this.#keep(series, draft);
    }
    this.#decided = [];
    const late = [...all].flatMap((series) => this.#askSeries(series));
    const now = new Set(drafts);
    return late.filter((draft) => !now.has(draft));
  }

  #keep(series: object, draft: Draft): void {
    const waiting = this.#waiting.get(series);
    if (!waiting) this.#waiting.set(series, [draft]);
    else if (waiting.length < MOST_WAITING) waiting.push(draft);
  }

  /** @returns those of a column or list that count now */
  #askSeries(series: object): Draft[] {
    const asked = (this.#waiting.get(series) ?? []).filter(
      ({ counts, weighed, candidate }) =>
        !counts &&
        !weighed.reasons.some(({ rule }) => rule === IN_SERIES) &&
        this.#series.isOfCodes(series, candidate.nominee.shape),
    );
    for (const draft of asked) add(draft, IN_SERIES, SERIES_POINTS);
    return asked.filter(({ counts }) => counts);
  }
}

function askTexts(drafts: readonly Draft[]): void {
  drafts.forEach((draft, index) => {
    if (isAsking(draft)) askText(draft, drafts, index);
  });
}

/** What the codes before a candidate say of it, in the order given. */
function askText(draft: Draft, drafts: readonly Draft[], index: number): void {
  const { nominee, run, text } = draft.candidate;
  if (nominee.shape === 'dotted' && !nominee.to) return;
  let nearest: Draft | null = null;
  let areInBrackets = false;
  const family = new Set<Code>();
  for (let at = index - 1; at >= 0 && index - at <= TEXT_REACH; at--) {
    const other = drafts[at];
    if (other?.candidate.run !== run) break;
    // Six or seven characters are no chance beside the same code with its dot.
    const isSame = nominee.shape === 'long' && isOfOneCategory(other, draft);
    if (!other.counts) continue;
    const isAlike = isSame || areAlike(nominee, other.candidate.nominee);
    if (!isAlike && !(nominee.shape === 'long' && draft.verdict === 'billable')) continue;
    if (areOneList(text, nominee, other.candidate.nominee)) {
      add(draft, 'in a list with a code', LIST_POINTS);
      return;
    }
    if (!isAlike) continue;
    if (isOfOneCategory(other, draft)) family.add(other.candidate.nominee.code);
    if (!nearest || isOfOneCategory(other, draft)) nearest = other;
    areInBrackets ||= isInBrackets(draft) && isInBrackets(other);
  }
  const isAsked = draft.weighed.reasons.some(({ rule }) => rule === IN_TEXT || rule === OF_CATEGORY);
  if (!nearest || isAsked || MACHINE_TEXT.test(text)) return;
  const shape = nominee.to ? 'short' : nominee.shape;
  if (shape === 'short' && family.size > 1) add(draft, OF_CATEGORY, FAMILY_POINTS);
  else if (isOfOneCategory(nearest, draft)) add(draft, OF_CATEGORY, CATEGORY_POINTS[shape]);
  // Ranges are named together; beside a single code one may be anything.
  else add(draft, IN_TEXT, nominee.to && nearest.candidate.nominee.to ? RANGES_POINTS : TEXT_POINTS[shape]);
  if (areInBrackets && shape === 'short') add(draft, IN_BRACKETS, MANNER_POINTS);
}

/** Lets nothing but codes of the release, one behind the other, speak for each other. */
function askLists(drafts: readonly Draft[]): void {
  let list: Draft[] = [];
  for (const draft of [...drafts, null]) {
    const last = list.at(-1);
    if (draft && isListed(draft) && (!last || follows(draft, last))) {
      list.push(draft);
      continue;
    }
    if (isOfCodesOnly(list)) {
      for (const one of list)
        if (isAsking(one)) add(one, 'in a list of nothing but codes', CODES_ONLY_POINTS);
    }
    list = draft && isListed(draft) ? [draft] : [];
  }
}

function isListed({ verdict, candidate: { nominee } }: Draft): boolean {
  return verdict === 'billable' && !nominee.to && !nominee.isLower && nominee.shape !== 'dotted';
}

function follows(draft: Draft, last: Draft): boolean {
  const { run, text, nominee } = draft.candidate;
  return last.candidate.run === run && isNextInList(text, last.candidate.nominee, nominee);
}

function isOfCodesOnly(list: readonly Draft[]): boolean {
  if (list.length < LEAST_CATEGORIES || !list.some(isPlainlyCode)) return false;
  return new Set(list.map(({ candidate }) => categoryOf(candidate.nominee.code))).size >= LEAST_CATEGORIES;
}

/** Whether it can be billed, and neither HCPCS nor a room is spelled so: "I109", "S52501A". */
function isPlainlyCode({ verdict, candidate: { nominee } }: Draft): boolean {
  if (verdict !== 'billable' || nominee.to || nominee.isLower) return false;
  return nominee.shape === 'long' || (nominee.shape === 'undotted' && nominee.code.length === 4);
}

function isInBrackets({ candidate: { text, nominee } }: Draft): boolean {
  return placeOf(text, nominee) === 'in brackets';
}

function add(draft: Draft, rule: string, points: number): void {
  settle(draft, withReason(draft.weighed, ...neighbourReasons(draft.candidate, rule, points)));
}

/** Whether neighbours may make it count: not what its surroundings show to be something else. */
function isAsking(draft: Draft): boolean {
  return isOpen(draft) && !draft.weighed.isQuirk;
}

function isOfOneCategory(one: Draft, other: Draft): boolean {
  return categoryOf(one.candidate.nominee.code) === categoryOf(other.candidate.nominee.code);
}

/**
 * The same object for candidates that begin the cells of one column, or the lines of one list or text, and for those
 * in brackets in the lines of a list.
 */
function seriesOf({ text, nominee, around, run }: PageCandidate): object | null {
  if (text.slice(0, nominee.start).trim() === '') return around.series() ?? run.container;
  // "1. Delirium, resolving (F05). Lights on."
  return isItem(run.container) && placeOf(text, nominee) === 'in brackets' ? around.series() : null;
}

function isItem(container: Container): boolean {
  return container instanceof Element && container.localName === 'li';
}
