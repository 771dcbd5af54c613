/**
 * Built as one script, which the bench runs in the content script's own world of a page: there closed shadow roots
 * are seen, and the background answers.
 */
import type { Code } from '../../data/code';
import type { Verdict } from '../../data/lookup/answer';
import { Answers } from '../../entrypoints/content/marking/answers';
import { Roots } from '../../entrypoints/content/marking/roots';
import { Decider } from '../../entrypoints/content/weighing/decider';
import { explainPage } from '../../entrypoints/content/weighing/explain-page';

/** In the wire format of @webext-core/messaging 4. */
async function ask<Answer>(type: string, data: readonly string[]): Promise<Answer[]> {
  const { res, err } = await chrome.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });
  if (err) throw new Error(`the background refused ${type}: ${JSON.stringify(err)}`);
  return res as Answer[];
}

async function explain(): Promise<string> {
  const release = {
    verdicts: new Answers<Code, Verdict>((codes) => ask('verdicts', codes)),
    titles: new Answers<string, string | null>((texts) => ask('titles', texts)),
  };
  const roots: ShadowRoot[] = [];
  const finder = new Roots((root) => roots.push(root));
  finder.findIn(document.documentElement);
  finder.stop();
  return JSON.stringify(await explainPage([document.documentElement, ...roots], new Decider(release)));
}

Object.assign(globalThis, { dxlensBenchExplain: explain });

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ res?: unknown; err?: unknown }> };
};
