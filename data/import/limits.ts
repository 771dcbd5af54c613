/** The most that is taken from the files of one import. Official zips have 21 MB, unpacked 60 MB, 10 entries. */
export const LIMITS = {
  /** Bytes of a zip or a single file. */
  file: 100_000_000,
  /** Bytes of one unpacked file; the largest official one has 15 MB. */
  unpacked: 64_000_000,
  /** Bytes of all files that are unpacked. */
  total: 200_000_000,
  /** Files in all zips together. */
  entries: 500,
  /** Zips in zips. */
  depth: 3,
  /** Times that a file may be larger than its packed form; official texts reach 13. */
  ratio: 200,
} as const;

/** `14,724,229` → `15 MB`, for messages. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('en-US')} MB`;
}
