import { type Code, dotted } from '../../code';
import { isDay, today } from '../../day';
import { explain } from '../../lookup/explain';
import { diskBook } from '../disk-book';
import { type Command, UsageError } from './command';
import { parseCommandArgs } from './parse';
import { writeOut } from './write-out';

/** Prints what a card for a code holds. */
export const lookup: Command = {
  usage: 'CODE [--on DAY]',
  summary: 'prints as JSON all that the card of a code holds, for a date of service (2026-09-30) or today',
  async run(args) {
    const { values, positionals } = parseCommandArgs({
      args,
      options: { on: { type: 'string' } },
      allowPositionals: true,
    });
    const [text, ...others] = positionals;
    const on = values.on ?? today();
    if (text === undefined || others.length > 0) throw new UsageError('lookup takes one code');
    if (!isDay(on)) throw new UsageError(`"${on}" is no day of the form 2026-09-30`);
    const answer = await explain(diskBook(), text, on);
    if (answer === null) throw new Error(`"${text}" is not read as a code`);
    await writeOut(`${JSON.stringify(answer, asPrinted, 2)}\n`);
  },
};

/** Codes are printed as the card prints them, with the dot. */
function asPrinted(key: string, value: unknown): unknown {
  return CODES.has(key) && typeof value === 'string' ? dotted(value as Code) : value;
}

const CODES = new Set(['asked', 'code', 'definedBy']);
