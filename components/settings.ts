import type { CopyFormat } from './copy-format';

/** How marks look. Without any, codes are explained under the pointer all the same. */
export type MarkLook = 'underline' | 'background' | 'off';

/** How long the pointer rests on a code before its card opens, in milliseconds; or that none opens under it. */
export type HoverDelay = 150 | 300 | 600 | 'never';

/** What the card's light or dark goes by; our own screens take `page` for `system`. */
export type Theme = 'page' | 'system' | 'light' | 'dark';

export type TextSize = 'small' | 'medium' | 'large';

/** How codes are copied on one site, by its host name. */
export interface SiteCopyFormat {
  readonly site: string;
  readonly format: CopyFormat;
}

/** What the user has set. */
export interface Settings {
  readonly look: MarkLook;
  /** Whether the toolbar button tells how many codes a page has. */
  readonly badge: boolean;
  /** Host names of sites on which nothing is read and marked. */
  readonly offSites: readonly string[];
  readonly hoverDelay: HoverDelay;
  /** Whether a card under the pointer opens with all of its parts unfolded. */
  readonly unfolded: boolean;
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly copyFormat: CopyFormat;
  /** The sites that want another format, each once. */
  readonly siteCopyFormats: readonly SiteCopyFormat[];
  /** Whether the search keeps favourites and the codes that were looked up last. */
  readonly favouritesAndRecents: boolean;
}

export const DEFAULTS: Settings = {
  look: 'underline',
  badge: false,
  offSites: [],
  hoverDelay: 150,
  unfolded: false,
  theme: 'page',
  textSize: 'medium',
  copyFormat: 'dotted',
  siteCopyFormats: [],
  favouritesAndRecents: true,
};

type Check<T> = (stored: unknown) => T | undefined;

const isCopyFormat = oneOf<CopyFormat>('dotted', 'undotted', 'titled');

const CHECKS: { readonly [Key in keyof Settings]: Check<Settings[Key]> } = {
  look: oneOf('underline', 'background', 'off'),
  badge: oneOf(true, false),
  offSites: (stored) =>
    Array.isArray(stored) ? stored.filter((site) => typeof site === 'string') : undefined,
  hoverDelay: oneOf<HoverDelay>(150, 300, 600, 'never'),
  unfolded: oneOf(true, false),
  theme: oneOf('page', 'system', 'light', 'dark'),
  textSize: oneOf('small', 'medium', 'large'),
  copyFormat: isCopyFormat,
  siteCopyFormats: (stored) => (Array.isArray(stored) ? stored.flatMap(siteCopyFormat) : undefined),
  favouritesAndRecents: oneOf(true, false),
};

/** The names of the settings, in the order in which they are shown. */
export const SETTING_NAMES = Object.keys(CHECKS) as (keyof Settings)[];

/**
 * One setting out of what may be anything; undefined when it is no value of this setting. Of a list the entries
 * that are none are left out.
 */
export function checkSetting<Key extends keyof Settings>(
  name: Key,
  stored: unknown,
): Settings[Key] | undefined {
  return CHECKS[name](stored);
}

/**
 * What is stored, checked by hand, for the content script is in every frame and has no room for a library. Pages'
 * processes can write to this storage too; and what an older or newer version has stored may differ. What is
 * wrong falls back to its default by itself.
 */
export function parseSettings(stored: unknown): Settings {
  const found = (stored ?? {}) as Partial<Record<keyof Settings, unknown>>;
  const entries = SETTING_NAMES.map((name) => [name, checkSetting(name, found[name]) ?? DEFAULTS[name]]);
  return Object.fromEntries(entries) as Settings;
}

/** Whether nothing is to be read on a site; one without a host name can't be switched off. */
export function isOff({ offSites }: Settings, site: string): boolean {
  return offSites.includes(site);
}

/** How codes are copied on a site. */
export function copyFormatOn({ copyFormat, siteCopyFormats }: Settings, site: string): CopyFormat {
  return siteCopyFormats.find((own) => own.site === site)?.format ?? copyFormat;
}

function oneOf<T>(...values: T[]): Check<T> {
  return (stored) => values.find((value) => value === stored);
}

/** One entry or none. */
function siteCopyFormat(stored: unknown): SiteCopyFormat[] {
  const { site, format } = (stored ?? {}) as Partial<Record<keyof SiteCopyFormat, unknown>>;
  const known = isCopyFormat(format);
  return typeof site === 'string' && known ? [{ site, format: known }] : [];
}
