import { mustRun } from './run.ts';

/** The engine decides which build a browser takes: Edge is `chromium`. */
export type Family = 'chromium' | 'firefox';

/** The unpacked builds; the folder names are fixed, see the design. */
export const BUILDS: Readonly<Record<Family, string>> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/** Builds the extension for one kind of browser; takes a few seconds, and prints only what went wrong. */
export async function build(family: Family): Promise<void> {
  await mustRun('wxt', family === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['build'], {
    quiet: true,
  });
  console.log(`Built ${BUILDS[family]}`);
}
