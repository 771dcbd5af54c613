import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Family } from './builds.ts';
import { run } from './run.ts';

/** A way in which this system installs a browser. */
interface Installer {
  readonly family: Family;
  /** The commands, in order; they are printed before they run. */
  readonly commands: readonly (readonly string[])[];
}

/**
 * Installs a browser that takes an unpacked extension, by the means of the system, and says what it does.
 * @returns false when the system has no such means, or the installation failed (its output says why)
 */
export async function installBrowser(family?: Family): Promise<boolean> {
  for (const installer of installers()) {
    if (family && installer.family !== family) continue;
    console.log(`Installing ${installer.family === 'firefox' ? 'Firefox' : 'Chromium'} for this, with:`);
    for (const command of installer.commands) console.log(`  ${command.join(' ')}`);
    if (await runAll(installer.commands)) return true;
  }
  return false;
}

async function runAll(commands: Installer['commands']): Promise<boolean> {
  for (const [program, ...args] of commands) {
    if (program === undefined) continue;
    if ((await run(program, args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true })) !== 0)
      return false;
  }
  return true;
}

function installers(): Installer[] {
  if (process.platform === 'darwin') {
    return exists('brew')
      ? [{ family: 'firefox', commands: [['brew', 'install', '--cask', 'firefox']] }]
      : [];
  }
  if (process.platform === 'win32') {
    const agreed = ['--accept-package-agreements', '--accept-source-agreements'];
    const command = ['winget', 'install', '--exact', '--id', 'Mozilla.Firefox', '--silent', ...agreed];
    return exists('winget') ? [{ family: 'firefox', commands: [command] }] : [];
  }
  const root = rootPrefix();
  if (root === undefined) return [];
  const apt = (...names: string[]) => [
    [...root, 'apt-get', 'update', '-qq'],
    [...root, 'apt-get', 'install', '-qq', '-y', '--no-install-recommends', ...names],
  ];
  const dnf = (name: string) => [[...root, 'dnf', 'install', '-y', name]];
  if (exists('apt-get')) {
    // On Ubuntu both packages only fetch a snap, under other names.
    const ubuntu = isUbuntu();
    return [
      // Where a container forbids user namespaces, Chromium needs its set-uid sandbox for anyone but root.
      {
        family: 'chromium',
        commands: ubuntu ? apt('chromium-browser') : apt('chromium', 'chromium-sandbox'),
      },
      { family: 'firefox', commands: apt(ubuntu ? 'firefox' : 'firefox-esr') },
    ];
  }
  if (exists('dnf')) {
    return [
      { family: 'chromium', commands: dnf('chromium') },
      { family: 'firefox', commands: dnf('firefox') },
    ];
  }
  return [];
}

/** What to put before a command that needs root; undefined when a password would be asked for. */
function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

function exists(program: string): boolean {
  return !spawnSync(program, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).error;
}

function isUbuntu(): boolean {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
