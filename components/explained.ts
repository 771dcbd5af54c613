import type { Verdict } from '../data/lookup/answer';
import type { Reason } from '../data/spotting/weigh';

/** Why a text of a page was taken for a code, or was not. */
export interface ExplainedCandidate {
  /** As it stands in the page: only what has the shape of a code, nothing around it. */
  readonly text: string;
  readonly verdict: Verdict;
  readonly counts: boolean;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

/** What one frame says of its candidates. */
export interface ExplainedFrame {
  /** The number of the question that it answers. */
  readonly asked: number;
  /** How many candidates the frame has; the list may end before. */
  readonly total: number;
  readonly candidates: readonly ExplainedCandidate[];
}

/** The most candidates that a frame tells of. */
export const MOST_EXPLAINED = 2_000;
