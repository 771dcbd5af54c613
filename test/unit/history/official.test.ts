import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { buildHistory } from '../../../data/build/history/build-history';
import { parseValidity } from '../../../data/build/history/validity';
import { FACTS_DIR } from '../../../data/build/paths';
import { describeWithWheel } from '../build/wheel';
import { describeOfficial, official } from '../official';
import { packaged, readFlags } from './packaged';

const TABLE = 'history/icd10cm-validity-fy2016-fy2027.tsv.gz';
const describeWheel = await describeWithWheel();

describeOfficial('the packaged history and the official table of validity', () => {
  it('agree for 99,085 codes in fourteen releases', async () => {
    const { marks } = parseValidity(official(TABLE), TABLE);
    const flags = await readFlags();
    expect(marks.size).toBe(99_085);
    expect(flags.size).toBe(99_085);
    const differing = [...marks].filter(
      ([code, own]) => own.length !== 14 || packaged.history.marksOf(code, flags.get(code) ?? null) !== own,
    );
    expect(differing).toEqual([]);
  });

  it('npm run data -- history prints the table, line by line', { timeout: 60_000 }, () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'data/build/cli.ts', 'history'],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    const table = official(TABLE);
    expect(status).toBe(0);
    expect(stdout === table.slice(table.indexOf('\n') + 1), 'the printed lines differ').toBe(true);
  });
});

describeOfficial('the history built again', () => {
  describeWheel('from the official files and the wheels', () => {
    it('is the one that is checked in, byte by byte', { timeout: 120_000 }, async () => {
      const same = (await buildHistory(FACTS_DIR)) === packaged.text;
      expect(same, 'history.json differs: run "npm run data -- history-build"').toBe(true);
    });
  });
});
