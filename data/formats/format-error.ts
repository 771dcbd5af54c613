/** An official file that is cut off, damaged or something else than it was taken for. */
export class FormatError extends Error {
  override readonly name = 'FormatError';

  /**
   * @param file   name of the file, as its user knows it
   * @param line   line on which it shows, from 1; null when it concerns the file as a whole
   * @param reason what is wrong, as a sentence without its full stop
   */
  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(line === null ? `${file}: ${reason}` : `${file}:${line}: ${reason}`);
  }
}
