import { writeFileSync } from 'node:fs';
import { buildHistory } from '../history/build-history';
import { FACTS_DIR, HISTORY_FILE } from '../paths';
import type { Command } from './command';
import { parseCommandArgs } from './parse';

/** Builds the packaged history from the official files and the cached wheels. */
export const historyBuild: Command = {
  usage: '[--facts DIR]',
  summary: 'builds data/icd10cm/history.json from the official files in DIR, by default ../shared/icd10cm',
  async run(args) {
    const { values } = parseCommandArgs({ args, options: { facts: { type: 'string' } } });
    const text = await buildHistory(values.facts ?? FACTS_DIR);
    writeFileSync(HISTORY_FILE, text);
    console.log(`${HISTORY_FILE}: ${Buffer.byteLength(text).toLocaleString('en-US')} bytes`);
  },
};
