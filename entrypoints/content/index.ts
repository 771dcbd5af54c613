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
  main: () => startReader(siteOf(location)),
});
