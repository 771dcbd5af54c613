import { defineContentScript } from 'wxt/utils/define-content-script';
import './marking/marks.css';
import { startReader } from './reader';
import { siteOf } from './site';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  // In a task of its own: to compile this script takes most of a slice (Chromium 156).
  main: () => scheduler.postTask(() => startReader(siteOf(location)), { priority: 'user-blocking' }),
});
