import { checkSetting, SETTING_NAMES, type Settings } from '../../settings';

const FORMAT = 'dxlens-settings';
/** Raised when a file of the new kind would be misread by an older version. */
const VERSION = 1;
/** More than any file of ours, in bytes. */
export const LARGEST_FILE = 1_000_000;

/** What a settings file gives. */
export type SettingsFile =
  | { readonly is: 'refused'; readonly because: string }
  | {
      readonly is: 'read';
      readonly settings: Partial<Settings>;
      /** What of the file was not taken, in sentences. */
      readonly left: readonly string[];
    };

/** The text of a file that holds all settings. */
export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;
}

/** Reads a settings file. What is wrong in it is left out and told of; the rest is taken. */
export function readSettingsFile(text: string): SettingsFile {
  const parsed = parseJson(text);
  if (!parsed) return refused('It is no JSON, or not the whole of it. Export the settings again.');
  const { format, version, settings } = objectOf(parsed.value);
  if (format !== FORMAT) return refused('It is no file of Dx Lens settings.');
  if (!Number.isInteger(version)) return refused('It does not say which version it has.');
  if ((version as number) > VERSION)
    return refused(`It was written by a newer Dx Lens (version ${version}; this one reads ${VERSION}).`);
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
    return refused('There are no settings in it.');
  return takeSettings(objectOf(settings));
}

function takeSettings(found: Readonly<Record<string, unknown>>): SettingsFile {
  const taken: Record<string, unknown> = {};
  const left: string[] = [];
  for (const name of Object.keys(found)) {
    const known = SETTING_NAMES.find((one) => one === name);
    if (!known) left.push(`“${name}” is no setting of this version.`);
    else {
      const value = checkSetting(known, found[name]);
      if (value === undefined)
        left.push(`“${name}” has a value that this version does not know: ${short(found[name])}`);
      else taken[name] = value;
      const [given, kept] = [lengthOf(found[name]), lengthOf(value)];
      if (kept < given) left.push(`“${name}” has entries that are none: ${given - kept} of ${given}.`);
    }
  }
  for (const name of SETTING_NAMES)
    if (!Object.hasOwn(found, name)) left.push(`“${name}” is not in the file, and stays as it is.`);
  return { is: 'read', settings: taken as Partial<Settings>, left };
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null; // the answer that was asked for: the caller tells the user
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function short(value: unknown): string {
  return JSON.stringify(value).slice(0, 60);
}

function refused(because: string): SettingsFile {
  return { is: 'refused', because };
}
