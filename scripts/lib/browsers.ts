import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { basename } from 'node:path';
import { candidates } from './browser-places.ts';
import type { Family } from './builds.ts';

export interface Browser {
  readonly family: Family;
  /** As it names itself where that can be asked: `Chromium 156.0.8078.79 built on Debian`. */
  readonly name: string;
  readonly executable: string;
  /** Why it cannot be used: it is Google's own Chrome, or an old Firefox. */
  readonly unfit?: 'branded' | 'old';
}

/** `strict_min_version` in wxt.config.ts. */
const OLDEST_FIREFOX = 142;

/** The browsers of this machine, best first; those that cannot be used are among them, last. */
export function findBrowsers(wanted?: Family): Browser[] {
  const found: Browser[] = [];
  for (const { family, executable } of candidates()) {
    if (wanted && family !== wanted) continue;
    const browser = identify(executable, family);
    if (browser) found.push(browser);
  }
  return found.sort((a, b) => Number(Boolean(a.unfit)) - Number(Boolean(b.unfit)));
}

/**
 * The browser that DXLENS_BROWSER names, when it is set.
 * @throws when nothing that runs is there
 */
export function namedBrowser(): Browser | undefined {
  const executable = process.env.DXLENS_BROWSER;
  if (!executable) return undefined;
  const browser = identify(executable, /firefox/i.test(basename(executable)) ? 'firefox' : 'chromium');
  if (!browser) throw new Error(`DXLENS_BROWSER is set to ${executable}, which does not run.`);
  return browser;
}

/** Asks a program for its version, which also shows that it runs: Ubuntu has launchers without a browser. */
function identify(executable: string, family: Family): Browser | undefined {
  if (!isExecutable(executable)) return undefined;
  // Windows' browsers open a window when asked for their version.
  const name = process.platform === 'win32' ? basename(executable) : versionOf(executable);
  if (name === undefined) return undefined;
  const unfit = family === 'firefox' ? isOld(name) && 'old' : isBranded(name, executable) && 'branded';
  return { family, name, executable, ...(unfit && { unfit }) };
}

function isOld(name: string): boolean {
  const version = /\d+/.exec(name)?.[0];
  return version !== undefined && Number(version) < OLDEST_FIREFOX;
}

/** Google's own Chrome ignores `--load-extension` since version 137; its builds for testing do not. */
function isBranded(name: string, executable: string): boolean {
  if (process.platform === 'win32') return /[\\/]Google[\\/]Chrome[\\/]/i.test(executable);
  return /^Google Chrome(?! for Testing)/i.test(name);
}

function versionOf(executable: string): string | undefined {
  const { status, stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? stdout.trim() : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // there is nothing at this place: the answer that was asked for
  }
}
