import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export interface RunOptions {
  /** Environment variables on top of this process's. */
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps the output back, and prints it only when the command fails. */
  readonly quiet?: boolean;
}

/**
 * Runs a command in the foreground and gives its exit code. The tools of node_modules are on its PATH.
 * @throws when the command cannot be started
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // npm's tools are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
        // Some of the tools colour a log file too.
        ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
        ...options.env,
      },
    });
    const output: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => output.push(part));
    child.stderr?.on('data', (part: Buffer) => output.push(part));
    child.once('error', (error) => fail(new Error(`${command} could not be started.`, { cause: error })));
    child.once('close', (code, signal) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      if (signal) fail(new Error(`${command} was ended by ${signal}.`));
      else done(code ?? 1);
    });
  });
}

/** As `run`, for commands that have to succeed. */
export async function mustRun(command: string, args: readonly string[], options?: RunOptions): Promise<void> {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`"${[command, ...args].join(' ')}" failed with exit code ${code}.`);
}
