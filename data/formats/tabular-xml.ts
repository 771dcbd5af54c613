import { SaxesParser } from 'saxes';
import { FormatError } from './format-error';
import type { Tabular } from './tabular';
import { TabularBuilder } from './tabular-builder';
import { canHold, isSkipped, isText, ROOT } from './tabular-schema';

/**
 * Reads a whole tabular list.
 * @param file its name, for error messages
 * @throws FormatError when the XML is cut off, damaged or no tabular list
 */
export function parseTabularXml(text: string, file: string): Tabular {
  const parser = new TabularXmlParser(file);
  parser.write(text);
  return parser.close();
}

/** Reads the tabular list's XML in pieces. Both methods throw FormatError. */
export class TabularXmlParser {
  readonly #sax = new SaxesParser();
  readonly #builder = new TabularBuilder((reason) => this.#fail(reason));
  /** Open elements, the innermost last. */
  readonly #open: string[] = [];
  /** How many of the innermost open elements are passed over. */
  #skipped = 0;
  #text = '';
  #ending = false;

  constructor(private readonly file: string) {
    this.#sax.on('opentag', (tag) => this.#onOpen(tag.name, tag.attributes));
    this.#sax.on('closetag', (tag) => this.#onClose(tag.name));
    this.#sax.on('text', (text) => this.#onText(text));
    this.#sax.on('cdata', (text) => this.#onText(text));
    this.#sax.on('doctype', () => this.#fail('it has a DOCTYPE, which no official tabular list has'));
    this.#sax.on('error', (error) => this.#onError(error));
  }

  /** Codes read so far, for progress. */
  get count(): number {
    return this.#builder.count;
  }

  write(chunk: string): void {
    if (chunk.includes('\ufffd')) this.#fail('it holds bytes that are not UTF-8 text');
    this.#sax.write(chunk);
  }

  close(): Tabular {
    this.#ending = true;
    this.#sax.close();
    return this.#builder.finish();
  }

  #onOpen(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipped > 0 || isSkipped(name)) {
      this.#skipped += 1;
      return;
    }
    const parent = this.#open.at(-1) ?? null;
    if (!canHold(parent, name)) this.#refuse(parent, name);
    if (name === ROOT && attributes.isAddenda === 'true') this.#fail('it is an addenda, not a full list');
    this.#open.push(name);
    this.#text = '';
    this.#builder.open(name, attributes);
  }

  #onClose(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    this.#open.pop();
    // Official lines have tabs and double blanks inside, which stay; those around them come from the layout.
    if (isText(name)) this.#builder.text(name, this.#open.at(-1) ?? '', this.#text.trim());
    else this.#builder.close(name);
  }

  #onText(text: string): void {
    if (this.#skipped > 0) return;
    const parent = this.#open.at(-1);
    if (parent !== undefined && isText(parent)) this.#text += text;
    else if (text.trim() !== '')
      this.#fail(`text outside of any title or note: ${JSON.stringify(text.trim().slice(0, 40))}`);
  }

  #refuse(parent: string | null, name: string): never {
    if (parent === null) this.#fail(`not a tabular list: the root element is <${name}>, not <${ROOT}>`);
    return this.#fail(`<${name}> cannot stand in <${parent}> of a full tabular list`);
  }

  #onError(error: Error): never {
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (this.#ending) this.#fail(`the file ends early: ${reason}`);
    return this.#fail(this.#open.length === 0 ? `not a tabular list: ${reason}` : `damaged XML: ${reason}`);
  }

  #fail(reason: string): never {
    throw new FormatError(this.file, this.#sax.line, reason);
  }
}
