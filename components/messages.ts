import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Day } from '../data/day';
import type { Lookup, Verdict } from '../data/lookup/answer';
import type { Synonyms } from '../data/lookup/synonyms';
import type { Chapter } from '../data/release';
import type { SearchRequest, SearchResults } from '../data/search/results';
import type { StoreState } from '../data/store/release-store';
import type { CodeInFrame, Leaving } from './code-in-frame';
import type { ExplainedFrame } from './explained';
import type { Meant } from './meant';

/** The parts of the content script that come to a frame when it first needs them: `card.js`, `judge.js`. */
export const PARTS = ['card', 'judge'] as const;

/**
 * Every message of the extension. What the background gets is checked there (`entrypoints/background`), since
 * it comes from a process that also runs the page.
 */
interface Messages {
  /** Content → background: the verdicts of candidate codes, in their order. */
  verdicts(codes: readonly string[]): Verdict[];
  /** Content → background: the official titles of codes and ranges, in their order; null for what has none. */
  titles(texts: readonly string[]): (string | null)[];
  /**
   * Anyone → background: what the code set says of a text on the date of service, as it stands in the page: a code
   * (`E11.9`, `E119`), a prefix (`E10.-`) or a range (`M40-M43`); null when it is none. From our own screens a code
   * comes with its dot: without it, the answer says which HCPCS code it may be as well.
   */
  lookup(text: string): Lookup | null;
  /** The same for a text that a person selected or typed: what is nearly a code is read as one, and says so. */
  explain(text: string): Lookup | null;
  /** Anyone → background: other names for what a code, with its dot or without, stands for. */
  synonyms(code: string): Synonyms;
  /** Anyone → background: the date of service of this browser session, or null for today. */
  setDateOfService(on: Day | null): void;
  /** Background → content: verdicts that were given do not hold any more. */
  verdictsChanged(): void;
  /** Our pages → background. */
  search(request: SearchRequest): SearchResults;
  /** Our pages → background: a search will follow soon; answered when what it needs has been read. */
  prepareSearch(): void;
  /** Our pages → background: the chapters of the release in use, in their order. */
  chapters(): readonly Pick<Chapter, 'number' | 'title'>[];
  /** Our pages → background: where answers come from. */
  storeState(): StoreState;
  /** Our pages → background: another release has been made current, what is kept of the old one is to be dropped. */
  releaseChanged(): void;
  /** Our pages → background: make the previous release the current one. */
  goBack(): void;
  /** Background → content: what the user of this frame means to have looked up, by selection, caret or marker. */
  meant(): Meant | null;
  /**
   * Background → content: show the card of such a text beside it.
   * @returns false when the text does not stand there, or is not a code
   */
  showMeant(text: string): boolean;
  /** Background → content: how many codes this frame has, and what of the keyboard is in it. */
  codesHere(): CodesHere;
  /**
   * Background → content: move the marker to the next or previous code, from where it is, or from an edge of the frame.
   * @returns false when there is no further code in this frame
   */
  stepCode(step: { readonly direction: 'next' | 'previous'; readonly from: 'here' | 'edge' }): boolean;
  /** Background → content: the marker has gone to another frame. */
  leaveCode(): void;
  /**
   * Content → background: this frame is to get the script of a part; answered when it is there.
   * Fails when it can't be put there.
   */
  needPart(name: (typeof PARTS)[number]): void;
  /**
   * Content → background: a frame has no room for the card of a code; the frames around it are to show it.
   * @returns false when none of them can
   */
  showAbove(code: CodeInFrame): boolean;
  /** Background → content: the same, to the frame around. Returns false when it is none, or can't. */
  takeCode(code: CodeInFrame): boolean;
  /**
   * Content → background: the card that was shown for this frame is to close.
   * @returns false when it is still open, since the pointer is in it
   */
  closeAbove(leaving: Leaving): boolean;
  /** Background → content, the top frame: the same. */
  leaveTaken(leaving: Leaving): boolean;
  /** Background → content: pin the card of this frame that comes and goes. Returns false when there is none. */
  pinCard(): boolean;
  /** Content → background: the button of a card was clicked that shows its code, prefix or range in the side panel. */
  openSidePanel(query: string): void;
  /** Our pages → content, the top frame: the host of the site that it is on; empty for a local file. */
  site(): string;
  /**
   * Content → background: how many codes this frame has. `asked` when it answers to `countCodes`; without, the
   * number has changed.
   */
  codesCounted(counted: { readonly count: number; readonly asked: boolean }): void;
  /** Background → all frames of a tab: each is to answer with `codesCounted`. */
  countCodes(): void;
  /** Options page → all frames of a tab: each is to answer with `explained`, with the number given here. */
  explainPage(asked: number): void;
  /** Content → options page: the candidates of this frame, and why they are marked or not. */
  explained(frame: ExplainedFrame): void;
  /**
   * Popup and side panel → all frames of a tab: each is to connect by the name that `listPort` gives for this number,
   * and to tell its codes (`FromListedFrame`) now and whenever they have changed, until the connection ends.
   */
  listCodes(asked: number): void;
}

/** What a frame has for the keys that go from code to code. */
export interface CodesHere {
  readonly count: number;
  readonly hasMarker: boolean;
  readonly hasFocus: boolean;
}

/** What a frame tells over the connection that `listCodes` asks for. */
export type FromListedFrame =
  | {
      readonly kind: 'codes';
      /** In the order in which they are read, each once, at most `MOST_LISTED`: as they are printed. */
      readonly codes: readonly { readonly spelling: string; readonly verdict: Verdict }[];
    }
  /** A frame in this one has loaded: it has not been asked yet. */
  | { readonly kind: 'frame-loaded' };

/** The name of the connections of one question. */
export const listPort = (asked: number): string => `list-codes ${asked}`;

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();

/** The most codes in one `verdicts` message. */
export const MOST_CODES = 500;

/** The most codes that one frame lists. */
export const MOST_LISTED = 100;
