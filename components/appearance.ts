import type { Settings, Theme } from './settings';
import { followSettings } from './stored-settings';

/**
 * The class names (tokens.css) that give an element the theme and the text size that are set.
 * @param page what the page around it is; our own screens go by the system
 */
export function appearanceOf(
  { theme, textSize }: Pick<Settings, 'theme' | 'textSize'>,
  page: Exclude<Theme, 'page'> = 'system',
): string {
  const own = theme === 'page' ? page : theme;
  return [own !== 'system' && `theme-${own}`, textSize !== 'medium' && `text-${textSize}`]
    .filter(Boolean)
    .join(' ');
}

/** Gives one of our own screens the appearance that is set, now and after each change. */
export function followAppearance(root: HTMLElement = document.documentElement): void {
  followSettings((settings) => {
    root.className = appearanceOf(settings);
  }, new AbortController().signal);
}
