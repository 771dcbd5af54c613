import { SETTING_NAMES, type Settings } from '../../settings';

/** The settings in words: their names, and those of their values that are not lists. */
export const LABELS: Readonly<Record<keyof Settings, string>> = {
  look: 'Look of the marks in pages',
  badge: 'Number of codes on the toolbar button',
  offSites: 'Sites that are switched off',
  hoverDelay: 'A card opens under the pointer',
  unfolded: 'Cards open with all parts unfolded',
  theme: 'Colours of the card',
  textSize: 'Size of the text',
  copyFormat: 'How codes are copied',
  siteCopyFormats: 'Sites where codes are copied another way',
  favouritesAndRecents: 'Favourites and recent codes are kept',
};

type Choices<T> = readonly (readonly [value: T, words: string])[];

export const LOOKS: Choices<Settings['look']> = [
  ['underline', 'Underlines'],
  ['background', 'Underlines and backgrounds'],
  ['off', 'No marks: codes are explained under the pointer all the same'],
];

export const DELAYS: Choices<Settings['hoverDelay']> = [
  [150, 'soon (after 0.15 seconds)'],
  [300, 'after 0.3 seconds'],
  [600, 'after 0.6 seconds'],
  ['never', 'never: only when asked for'],
];

export const THEMES: Choices<Settings['theme']> = [
  ['page', 'as the page is, light or dark'],
  ['system', 'as the system is'],
  ['light', 'light'],
  ['dark', 'dark'],
];

export const TEXT_SIZES: Choices<Settings['textSize']> = [
  ['small', 'small'],
  ['medium', 'medium'],
  ['large', 'large'],
];

export const COPY_FORMATS: Choices<Settings['copyFormat']> = [
  ['dotted', 'with the dot: E11.9'],
  ['undotted', 'without the dot: E119'],
  ['titled', 'with its title: E11.9 Type 2 diabetes mellitus without complications'],
];

/** What is different between two sets of settings. */
export interface Difference {
  readonly name: keyof Settings;
  readonly now: string;
  readonly next: string;
}

/** The settings that differ, in words. */
export function differencesOf(now: Settings, next: Settings): Difference[] {
  return SETTING_NAMES.map((name) => ({ name, now: inWords(name, now), next: inWords(name, next) })).filter(
    (difference) => difference.now !== difference.next,
  );
}

function inWords(name: keyof Settings, settings: Settings): string {
  switch (name) {
    case 'look':
      return wordsOf(LOOKS, settings.look);
    case 'hoverDelay':
      return wordsOf(DELAYS, settings.hoverDelay);
    case 'theme':
      return wordsOf(THEMES, settings.theme);
    case 'textSize':
      return wordsOf(TEXT_SIZES, settings.textSize);
    case 'copyFormat':
      return wordsOf(COPY_FORMATS, settings.copyFormat);
    case 'offSites':
      return settings.offSites.join(', ') || 'none';
    case 'siteCopyFormats':
      return settings.siteCopyFormats.map(({ site, format }) => `${site} ${format}`).join(', ') || 'none';
    case 'badge':
    case 'unfolded':
    case 'favouritesAndRecents':
      return settings[name] ? 'yes' : 'no';
  }
}

function wordsOf<T>(choices: Choices<T>, value: T): string {
  return choices.find(([one]) => one === value)?.[1] ?? String(value);
}
