import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages } from './answers';
import { showCounts } from './badge';
import { openCodeSet } from './code-set';
import { offerCommands } from './commands';
import { offerContextMenu } from './context-menu';
import { offerFirstRun } from './first-run';
import { injectParts } from './inject-part';
import { offerOmnibox } from './omnibox';
import { readOpenTabs } from './open-tabs';
import { passCodesUp } from './pass-up';
import { offerSidePanel } from './side-panel';

// Every listener is registered before the first await: a stopped worker is started for the event that it
// then has to find a listener for.
export default defineBackground(() => {
  const codeSet = openCodeSet();
  answerMessages(codeSet);
  offerFirstRun(codeSet.store);
  offerContextMenu();
  offerCommands();
  offerOmnibox(codeSet);
  offerSidePanel();
  showCounts();
  injectParts();
  passCodesUp();
  void codeSet.store.fill();
  void readOpenTabs();
});
