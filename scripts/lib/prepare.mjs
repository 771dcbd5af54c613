import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Oldest Node that the tools start on, as in package.json's "engines". */
const OLDEST_NODE = [20, 19];

/**
 * Makes the rest of the scripts runnable: checks Node, goes to the repository's root, installs the
 * dependencies when they are missing or older than the lockfile, and lets Node import TypeScript.
 * It uses Node's own modules only, for it runs before anything is installed.
 */
export async function prepare() {
  checkNode();
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  if (!dependenciesAreCurrent()) installDependencies();
  const { register } = await import('tsx/esm/api');
  register();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Node ${OLDEST_NODE.join('.')} or later is needed, this is ${process.versions.node}. ` +
      'Install it from https://nodejs.org, or with "nvm install" in this folder.',
  );
}

/** npm writes node_modules/.package-lock.json at the end of an installation: a broken one does not count. */
function dependenciesAreCurrent() {
  const installed = statSync('node_modules/.package-lock.json', { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= statSync('package-lock.json').mtimeMs;
}

function installDependencies() {
  console.log('Installing the dependencies (npm ci) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  throw new Error(`"npm ci" failed${error ? `: ${error.message}` : ''}. Is the npm registry reachable?`);
}
