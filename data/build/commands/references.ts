import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Code, dotted } from '../../code';
import { EmbeddedRelease } from '../../embedded';
import { type ReferenceReport, reportReferences, type UnresolvedReference } from '../../notes/report';
import { whoIcd10 } from '../../other-systems/who-icd10';
import type { Shard } from '../../release';
import { RELEASE_DIR } from '../paths';
import type { Command } from './command';
import { parseCommandArgs } from './parse';
import { writeOut } from './write-out';

/** Reports on the references in the notes of the embedded release. */
export const references: Command = {
  usage: '',
  summary:
    'counts the references in the notes, and lists those that do not resolve: tab-separated, with the reason',
  async run(args) {
    parseCommandArgs({ args });
    const embedded = new EmbeddedRelease(() => readFile(join(RELEASE_DIR, 'release.zip')));
    const shards = new Map<Code, Shard>();
    for await (const shard of embedded.shards()) shards.set(shard.category, shard);
    const { name, notesAsOf } = await embedded.release();
    const report = await reportReferences(await embedded.outline(), shards);
    await writeOut(`${[`${name}, notes of ${notesAsOf}`, ...print(report)].join('\n')}\n`);
  },
};

function print(report: ReferenceReport): string[] {
  const { code, prefix, range } = report.references;
  const kinds = [...report.byNote].map(([kind, counts]) => {
    const parts = Object.entries(counts).map(([contents, count]) => `${contents} ${count}`);
    return `${kind}\t${parts.join('\t')}`;
  });
  return [
    `${report.lines} lines, ${report.linesWithReferences} of them with references`,
    `${code + prefix + range} references: ${code} codes, ${prefix} prefixes, ${range} ranges`,
    ...kinds,
    `${report.unresolved.length} references do not resolve`,
    ...report.unresolved.map((reference) =>
      [reference.at, reference.text, reasonOf(reference), reference.line].join('\t'),
    ),
  ];
}

function reasonOf({ why }: UnresolvedReference): string {
  const code = dotted(why.code);
  switch (why.reason) {
    case 'no such code':
      if (whoIcd10(why.code)) return `${code} is not in the release, it is of the WHO's ICD-10`;
      return `${code} is not in the release${why.nearest ? `; ${dotted(why.nearest)} is` : ''}`;
    case 'nothing below':
      return `a dash, but nothing lies below ${code}`;
    case 'backwards':
      return `the range ends at ${code}, before it begins`;
  }
}
