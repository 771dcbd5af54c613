/** `npm run data -- COMMAND`: wires the commands, and nothing else. */
import { build } from './commands/build';
import { type Command, UsageError } from './commands/command';
import { fetch } from './commands/fetch';
import { hcpcs } from './commands/hcpcs';
import { history } from './commands/history';
import { historyBuild } from './commands/history-build';
import { lookup } from './commands/lookup';
import { print } from './commands/print';
import { references } from './commands/references';

const COMMANDS: Readonly<Record<string, Command>> = {
  fetch,
  build,
  print,
  lookup,
  references,
  history,
  'history-build': historyBuild,
  hcpcs,
};

async function main([name = '', ...args]: string[]): Promise<void> {
  if (name === '--help' || name === '-h' || name === 'help') return console.log(usage());
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new UsageError(name === '' ? 'no command given' : `there is no command "${name}"`);
  await command.run(args);
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { usage, summary }]) => [
    `${name} ${usage}`.trim(),
    summary,
  ]);
  const width = Math.max(...lines.map(([call = '']) => call.length));
  return [
    'usage: npm run data -- COMMAND',
    ...lines.map(([call = '', what]) => `  ${call.padEnd(width)}  ${what}`),
  ].join('\n');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UsageError) console.error(usage());
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
