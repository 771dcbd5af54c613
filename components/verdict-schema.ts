import * as v from 'valibot';
import type { Verdict } from '../data/lookup/answer';

/** A verdict in what a page's process tells our own pages. It may be broken into, so that is parsed first. */
export const VerdictSchema = v.picklist([
  'billable',
  'header',
  'incomplete',
  'deleted',
  'not-yet',
  'other-system',
  'unknown',
] satisfies Verdict[]);
