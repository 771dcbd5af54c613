import { SaxesParser } from 'saxes';
import { type Code, parseCode } from '../code';
import type { AlphabeticIndex, IndexEntry } from './alphabetic-index';
import { FormatError } from './format-error';

/**
 * Reads a whole alphabetic index.
 * @param file its name, for error messages
 * @throws FormatError when the XML is cut off, damaged or no alphabetic index
 */
export function parseAlphabeticIndexXml(text: string, file: string): AlphabeticIndex {
  const parser = new AlphabeticIndexXmlParser(file);
  parser.write(text);
  return parser.close();
}

const ROOT = 'ICD10CM.index';

/** The published schema (icd10cm-index-2025.xsd) without its tables (`cell`) and its marks of changes (`diff`). */
const TERM = ['title', 'see', 'seeAlso', 'code', 'seecat', 'subcat', 'manif', 'warning', 'term'];
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  [ROOT]: ['version', 'title', 'letter'],
  letter: ['title', 'mainTerm'],
  mainTerm: TERM,
  term: TERM,
  title: ['nemod'],
};

/** Deeper than the nine levels of the schema: what nests further is no index, and would only fill memory. */
const DEEPEST = 16;

/** Reads the alphabetic index's XML in pieces. Both methods throw FormatError. */
export class AlphabeticIndexXmlParser {
  readonly #sax = new SaxesParser();
  /** Open elements, the innermost last. */
  readonly #open: string[] = [];
  /** Titles of the open main term and terms, the innermost last. */
  readonly #titles: string[] = [];
  readonly #entries: IndexEntry[] = [];
  #text = '';
  #version = '';
  #mainTerms = 0;
  #terms = 0;
  #unreadable = 0;
  #ending = false;

  constructor(private readonly file: string) {
    this.#sax.on('opentag', (tag) => this.#onOpen(tag.name));
    this.#sax.on('closetag', (tag) => this.#onClose(tag.name));
    this.#sax.on('text', (text) => this.#onText(text));
    this.#sax.on('cdata', (text) => this.#onText(text));
    this.#sax.on('doctype', () => this.#fail('it has a DOCTYPE, which no official index has'));
    this.#sax.on('error', (error) => this.#onError(error));
  }

  /** Terms read so far, for progress. */
  get count(): number {
    return this.#terms;
  }

  write(chunk: string): void {
    if (chunk.includes('\ufffd')) this.#fail('it holds bytes that are not UTF-8 text');
    this.#sax.write(chunk);
  }

  close(): AlphabeticIndex {
    this.#ending = true;
    this.#sax.close();
    if (this.#mainTerms === 0) this.#fail('the index holds no terms');
    return {
      version: this.#version,
      mainTerms: this.#mainTerms,
      terms: this.#terms,
      entries: this.#entries,
      unreadable: this.#unreadable,
    };
  }

  #onOpen(name: string): void {
    const parent = this.#open.at(-1);
    if (parent === undefined && name !== ROOT)
      this.#fail(`not an alphabetic index: the root element is <${name}>, not <${ROOT}>`);
    if (parent !== undefined && !CHILDREN[parent]?.includes(name))
      this.#fail(`<${name}> cannot stand in <${parent}> of a full alphabetic index`);
    if (this.#open.length > DEEPEST) this.#fail('its terms are nested deeper than in any official index');
    this.#open.push(name);
    if (isTerm(name)) {
      this.#titles.push('');
      this.#terms += 1;
      if (name === 'mainTerm') this.#mainTerms += 1;
    }
    // A modifier stands inside its title: a blank keeps the two apart.
    this.#text = name === 'nemod' ? `${this.#text} ` : '';
  }

  #onClose(name: string): void {
    this.#open.pop();
    const parent = this.#open.at(-1) ?? '';
    if (name === 'nemod') {
      this.#text += ' ';
      return;
    }
    const text = this.#text.replace(/\s+/g, ' ').trim();
    this.#text = '';
    if (name === 'version') this.#version = text;
    else if (name === 'title' && isTerm(parent)) this.#titles[this.#titles.length - 1] = text;
    else if (name === 'code') this.#addEntry(text);
    else if (isTerm(name)) this.#titles.pop();
  }

  #addEntry(text: string): void {
    if (this.#titles.includes('')) this.#fail('a term without a title');
    const code: Code | null = parseCode(text.replace(/\.?-*$/, ''));
    if (code === null) this.#unreadable += 1;
    else this.#entries.push({ term: this.#titles.join(', '), code });
  }

  #onText(text: string): void {
    const parent = this.#open.at(-1) ?? '';
    if (!(parent in CHILDREN) || parent === 'title') this.#text += text;
    else if (text.trim() !== '')
      this.#fail(`text outside of any term: ${JSON.stringify(text.trim().slice(0, 40))}`);
  }

  #onError(error: Error): never {
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (this.#ending) this.#fail(`the file ends early: ${reason}`);
    return this.#fail(
      this.#open.length === 0 ? `not an alphabetic index: ${reason}` : `damaged XML: ${reason}`,
    );
  }

  #fail(reason: string): never {
    throw new FormatError(this.file, this.#sax.line, reason);
  }
}

function isTerm(name: string): boolean {
  return name === 'mainTerm' || name === 'term';
}
