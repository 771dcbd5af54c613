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
  /** Google's own Chrome, which ignores `--load-extension` since version 137. */
  readonly branded: boolean;
}

/** The browsers of this machine, best first; branded Chrome is among them, last. */
export function findBrowsers(wanted?: Family): Browser[] {
  const found: Browser[] = [];
  for (const { family, executable } of candidates()) {
    if (wanted && family !== wanted) continue;
    const browser = identify(executable, family);
    if (browser) found.push(browser);
  }
  return found.sort((a, b) => Number(a.branded) - Number(b.branded));
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
  const branded =
    family === 'chromium' &&
    (process.platform === 'win32'
      ? /[\\/]Google[\\/]Chrome[\\/]/i.test(executable)
      : /^Google Chrome(?! for Testing)/i.test(name));
  return { family, name, executable, branded };
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
