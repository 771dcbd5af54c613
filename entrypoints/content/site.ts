/**
 * The site that a frame belongs to: the host of its tab's page, so that a site is switched off with all that is
 * embedded in it, and a frame from there is read in other sites. Empty for local files.
 *
 * Chromium has `ancestorOrigins`, Firefox has it too (153), but there a frame with `referrerpolicy="no-referrer"`
 * sees "null" for its ancestors. Without, a frame has nothing but its own host to go by: what is at the top is
 * not to be seen from another origin.
 */
export function siteOf(
  frame: Pick<Location, 'hostname'> & { readonly ancestorOrigins?: ArrayLike<string> },
): string {
  const { ancestorOrigins = [], hostname } = frame;
  const top = ancestorOrigins[ancestorOrigins.length - 1];
  return (top && URL.parse(top)?.hostname) || hostname;
}
