import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { givePart } from '../content/handover';
import { judgeOn } from '../content/weighing/judge';

/** The rules' part of the content script: the background puts it into a frame that has a text that looks like a code. */
export default defineUnlistedScript(() => givePart('judge', judgeOn));
