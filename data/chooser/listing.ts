import type { Below, CodeTitle } from '../lookup/answer';
import { questionAbout } from './question';

/** So many codes are taken in at a glance. */
const FEW = 10;

/** So many, if they differ in one thing only: no fracture has more seventh characters. */
const ONE_AXIS = 20;

/** Whether codes are too many to be listed, so that they are better chosen from by one question after another. */
export function areToBeChosenFrom(below: Below, codes: readonly CodeTitle[]): boolean {
  if (codes.length <= FEW) return false;
  if (codes.length > ONE_AXIS) return true;
  return questionAbout(below, codes)?.answers.length !== codes.length;
}
