const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** Prints an ISO day (`2026-04-01`) for people: “April 1, 2026”. */
export function day(iso: string): string {
  return DAY.format(new Date(`${iso}T00:00:00Z`));
}
