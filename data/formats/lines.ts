import { FormatError } from './format-error';

/** One line of a text file, without its end. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** False for a last line that no line end follows: it may have been cut off. */
  readonly ended: boolean;
}

/** No official text file has a line of more than 400 characters; without a limit, junk would fill memory. */
const LONGEST_LINE = 4096;

/** What a text file cannot hold: control characters, and what decoding puts in place of bytes it cannot read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const BINARY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/;

/** Cuts chunks of text into lines; LF, CRLF, and a chunk border anywhere, even between the two. */
export class LineSplitter {
  #rest = '';
  #number = 0;

  constructor(
    private readonly file: string,
    private readonly onLine: (line: Line) => void,
  ) {}

  /** @throws FormatError on binary content and on lines longer than any official one */
  write(chunk: string): void {
    const text = this.#rest + chunk;
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#emit(text.slice(start, end), true);
      start = end + 1;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > LONGEST_LINE) this.#refuse(this.#rest);
  }

  /** Hands over the last line if no line end follows it. */
  close(): void {
    const rest = this.#rest;
    this.#rest = '';
    if (rest !== '') this.#emit(rest, rest.endsWith('\r'));
  }

  #emit(raw: string, ended: boolean): void {
    if (raw.length > LONGEST_LINE || BINARY.test(raw)) this.#refuse(raw);
    this.#number += 1;
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    this.onLine({
      text: this.#number === 1 ? text.replace(/^\ufeff/, '') : text,
      number: this.#number,
      ended,
    });
  }

  #refuse(raw: string): never {
    const reason = BINARY.test(raw)
      ? 'the file holds binary data, not text'
      : `the line is longer than ${LONGEST_LINE} characters`;
    throw new FormatError(this.file, this.#number + 1, reason);
  }
}
