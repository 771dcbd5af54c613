import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import type { Family } from './builds.ts';

export interface Candidate {
  readonly family: Family;
  readonly executable: string;
}

/** Where browsers are on this system, best first; branded Chrome is among them. */
export function candidates(): Candidate[] {
  const places = placesOf(process.platform);
  return [
    ...places.chromium.map((place) => ({ family: 'chromium' as const, place })),
    ...places.firefox.map((place) => ({ family: 'firefox' as const, place })),
  ].flatMap(({ family, place }) => {
    const executable = basename(place) === place ? inPath(place) : place;
    return executable && existsSync(executable) ? [{ family, executable }] : [];
  });
}

const home = homedir();

/** Paths, or on Linux also bare names, which are looked up in PATH. */
function placesOf(platform: NodeJS.Platform): Record<Family, string[]> {
  switch (platform) {
    case 'darwin':
      return {
        chromium: [
          ...app('Chromium'),
          ...app('Google Chrome for Testing'),
          ...downloaded(join(home, 'Library', 'Caches', 'ms-playwright'), [
            join('Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'),
            join('Chromium.app', 'Contents', 'MacOS', 'Chromium'),
          ]),
          ...app('Microsoft Edge'),
          ...app('Google Chrome'),
        ],
        firefox: [...app('Firefox', 'firefox'), ...app('Firefox Developer Edition', 'firefox')],
      };
    case 'win32': {
      const local = process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
      const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], local]
        .filter((folder) => folder !== undefined)
        .map(
          (folder) =>
            (...parts: string[]) =>
              join(folder, ...parts),
        );
      return {
        chromium: [
          ...programs.map((at) => at('Chromium', 'Application', 'chrome.exe')),
          ...downloaded(join(local, 'ms-playwright'), ['chrome.exe']),
          ...programs.map((at) => at('Microsoft', 'Edge', 'Application', 'msedge.exe')),
          ...programs.map((at) => at('Google', 'Chrome', 'Application', 'chrome.exe')),
        ],
        firefox: programs.map((at) => at('Mozilla Firefox', 'firefox.exe')),
      };
    }
    default:
      return {
        chromium: [
          'chromium',
          'chromium-browser',
          '/snap/bin/chromium',
          ...downloaded(join(home, '.cache', 'ms-playwright'), ['chrome']),
          'microsoft-edge',
          'microsoft-edge-stable',
          'google-chrome',
          'google-chrome-stable',
        ],
        firefox: ['firefox', 'firefox-esr', '/snap/bin/firefox'],
      };
  }
}

function app(name: string, program = name): string[] {
  return ['/Applications', join(home, 'Applications')].map((folder) =>
    join(folder, `${name}.app`, 'Contents', 'MacOS', program),
  );
}

/** Chrome for Testing and Chromium as Puppeteer and Playwright leave them: `VERSION/PLATFORM/program`. */
function downloaded(playwright: string, programs: string[]): string[] {
  const versions = [
    ...subfolders(join(home, '.cache', 'puppeteer', 'chrome')),
    ...subfolders(playwright).filter((folder) => basename(folder).startsWith('chromium-')),
  ];
  return versions.flatMap(subfolders).flatMap((folder) => programs.map((program) => join(folder, program)));
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

function inPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
