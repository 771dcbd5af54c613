/** The host name in what a person types or pastes, an address or the name alone; null when there is none. */
export function siteIn(text: string): string | null {
  const address = text.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  // Chromium encodes blanks and takes the result for a name.
  return url && /^(?:[\w.-]+|\[.*\])$/.test(url.hostname) ? url.hostname : null;
}
