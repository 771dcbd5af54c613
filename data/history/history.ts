/** What became of each code from release to release, FY2016 to FY2027. */
import { type Code, categoryOf } from '../code';
import { dayBefore } from '../day';
import { HISTORY_FORMAT, type StoredHistory, unpackCodes } from './stored';

/** A release whose order file is known. `from` is the ISO day on which it came into force. */
export interface HistoryRelease {
  readonly name: string;
  readonly from: string;
}

export type Status = 'absent' | 'header' | 'billable';

/** A time in which a code's status was the same. `to` is the last day of it, null while it goes on. */
export interface Span {
  readonly status: Status;
  readonly from: string;
  readonly to: string | null;
}

/** A code of earlier releases that FY2027 has no more. */
export interface EndedCode {
  readonly code: Code;
  /** Null for headers that no source titles; every code that was ever billable has a title. */
  readonly title: string | null;
  /**
   * `long`: the official long title. `hcup`: the title in a table of HCUP (AHRQ), of codes that ended before
   * FY2019, the oldest release whose official titles are at hand.
   */
  readonly titleKind: 'long' | 'hcup';
  /** The code of FY2027 behind which it stood in tabular order: a sibling, what lies below one, or the parent. */
  readonly after: Code;
}

/** What was published to follow a code. */
export interface Successors {
  /** The first day on which the code itself was not billable any more. */
  readonly from: string;
  /** By spelling. All were billable on that day; they may have ended since. */
  readonly codes: readonly Code[];
}

export interface EarlierTitle {
  readonly title: string;
  /** The last day on which the code had it. */
  readonly until: string;
  /** False where the sources skip releases between: then `until` is the eve of the first October 1 between. */
  readonly exact: boolean;
}

/**
 * The history that ships in the package. It knows FY2027 only by its difference from the earlier releases, so
 * whoever asks brings the code's flag in the embedded release.
 */
export class History {
  readonly releases: readonly HistoryRelease[];
  readonly #marks = new Map<Code, string>();
  readonly #days = new Map<Code, string[]>();
  readonly #ended = new Map<Code, EndedCode>();
  readonly #endedIn = new Map<Code, EndedCode[]>();
  readonly #stored: StoredHistory;

  private constructor(stored: StoredHistory) {
    this.#stored = stored;
    this.releases = stored.releases.map(([name, from]) => ({ name, from }));
    for (const [marks, codes] of Object.entries(stored.marks)) {
      for (const code of unpackCodes(codes)) this.#marks.set(code, marks);
    }
    for (const [day, codes] of Object.entries(stored.days)) {
      for (const code of unpackCodes(codes)) append(this.#days, code, day);
    }
    for (const [code, after, title, kind] of stored.ended) {
      const ended: EndedCode = { code: code as Code, title, titleKind: kind ?? 'long', after: after as Code };
      this.#ended.set(ended.code, ended);
      append(this.#endedIn, categoryOf(ended.code), ended);
    }
  }

  /**
   * Reads the text of `history.json`.
   * @throws Error when the text is another one, or is cut off
   */
  static parse(text: string): History {
    let stored: Partial<StoredHistory> | null;
    try {
      stored = JSON.parse(text) as Partial<StoredHistory> | null;
    } catch (error) {
      throw new Error('the packaged history is damaged: it is no whole JSON', { cause: error });
    }
    if (stored?.format !== HISTORY_FORMAT) {
      throw new Error(`the packaged history is damaged: it is not of the form ${HISTORY_FORMAT}`);
    }
    return new History(stored as StoredHistory);
  }

  /**
   * One mark a release, oldest first: `1` billable, `0` header, `-` absent.
   * @param flag the code's flag in the embedded release FY2027, null when it has no such code
   * @returns null when no release up to FY2027 has the code
   */
  marksOf(code: Code, flag: 0 | 1 | null): string | null {
    const marks = this.#marks.get(code);
    if (marks !== undefined) return marks;
    return flag === null ? null : String(flag).repeat(this.releases.length);
  }

  /** The first day after a day on which any code changed, by a release or between two; null after the last. */
  nextChangeAfter(day: string): string | null {
    const days = [...this.releases.map(({ from }) => from), ...Object.keys(this.#stored.days)];
    return days.filter((change) => change > day).sort()[0] ?? null;
  }

  /** The codes of a category that FY2027 has no more, in tabular place. (FY2027 still has all categories.) */
  ended(category: Code): readonly EndedCode[] {
    return this.#endedIn.get(category) ?? [];
  }

  /** A code that FY2027 has no more; null for all others. */
  endedCode(code: Code): EndedCode | null {
    return this.#ended.get(code) ?? null;
  }

  /** All codes that FY2027 has no more, in tabular order. */
  get allEnded(): Iterable<EndedCode> {
    return this.#ended.values();
  }

  /**
   * The times in which the code was absent, header, billable: without gaps from 2015-10-01, when ICD-10-CM came
   * into use, to an open end. The days are those on which it changed, which is not always the start of a release
   * in `releases`: of FY2021 there is only the order file of January, and most of its codes date from October.
   * @param flag as for `marksOf`
   * @returns an empty list when no release up to FY2027 has the code
   */
  spansOf(code: Code, flag: 0 | 1 | null): readonly Span[] {
    const marks = this.marksOf(code, flag);
    if (marks === null) return [];
    const changes = [...marks].flatMap((mark, index) => (mark === marks[index - 1] ? [] : [index]));
    const days = changes.map((index) => this.#dayOfChange(code, index));
    return changes.map((index, nth) => {
      const next = days[nth + 1];
      return {
        status: STATUS[marks[index] as Mark],
        from: days[nth] as string,
        to: next === undefined ? null : dayBefore(next),
      };
    });
  }

  /**
   * The published successors of a code that ended or became a header. Where one of them has ended too, its own
   * successors are another question.
   * @returns null when the code is billable in FY2027 or never was, and when no successor is published
   */
  successorsOf(code: Code): Successors | null {
    const packed = this.#stored.successors[code];
    const marks = this.#marks.get(code);
    if (packed === undefined || marks === undefined) return null;
    return {
      from: this.#dayOfChange(code, marks.lastIndexOf('1') + 1),
      codes: unpackCodes(packed, code),
    };
  }

  /** Titles that a code of FY2027 had before the present one, as far as the sources show, oldest first. */
  earlierTitlesOf(code: Code): readonly EarlierTitle[] {
    return (this.#stored.titles[code] ?? []).map(([title, until, about]) => ({
      title,
      until,
      exact: about === undefined,
    }));
  }

  /** The day of the change that shows first in the release with this index. */
  #dayOfChange(code: Code, index: number): string {
    const from = this.releases[index]?.from ?? '';
    const before = this.releases[index - 1]?.from;
    const known = this.#days.get(code)?.find((day) => before !== undefined && before < day && day < from);
    return known ?? from;
  }
}

type Mark = '1' | '0' | '-';

const STATUS: Readonly<Record<Mark, Status>> = { '1': 'billable', '0': 'header', '-': 'absent' };

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
