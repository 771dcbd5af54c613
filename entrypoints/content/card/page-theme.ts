/** Below it a background is dark: the middle of the relative luminance that WCAG 2.2 defines, as the eye sees it. */
const DARK = 0.18;

/**
 * Whether a part of the page is light or dark, by the nearest background behind it that is not see-through. Pictures
 * are not looked at; where nothing is painted it is the browser's own ground.
 */
export function themeAt(element: Element | null): 'light' | 'dark' {
  for (let at = element; at; at = at.parentElement ?? hostOf(at)) {
    const [red, green, blue, alpha = 1] = channelsOf(getComputedStyle(at).backgroundColor);
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    return luminance(red, green, blue) < DARK ? 'dark' : 'light';
  }
  const scheme = pageScheme();
  const isDarkWanted = matchMedia('(prefers-color-scheme: dark)').matches;
  const takesDark = /\bdark\b/.test(scheme) && (isDarkWanted || !/\blight\b/.test(scheme));
  return takesDark ? 'dark' : 'light';
}

/** The schemes that the page says it can do: by CSS, or by a meta element, of which the computed value tells nothing. */
function pageScheme(): string {
  const { colorScheme } = getComputedStyle(document.documentElement);
  if (colorScheme !== 'normal') return colorScheme;
  return document.querySelector<HTMLMetaElement>('meta[name="color-scheme" i]')?.content ?? colorScheme;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Of `rgb()` and `rgba()`; none of other spaces, which are passed by. */
function channelsOf(colour: string): number[] {
  return /^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []).map(Number) : [];
}

function luminance(...channels: [red: number, green: number, blue: number]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => (channel / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
