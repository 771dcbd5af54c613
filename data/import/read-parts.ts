import type { AlphabeticIndex } from '../formats/alphabetic-index';
import { AlphabeticIndexXmlParser } from '../formats/alphabetic-index-xml';
import { FormatError } from '../formats/format-error';
import { type OrderAddenda, parseOrderAddenda } from '../formats/order-addenda';
import { type OrderFile, OrderFileParser } from '../formats/order-file';
import { countTabular, type Tabular } from '../formats/tabular';
import { TabularXmlParser } from '../formats/tabular-xml';
import { sha256 } from '../sha256';
import { knownFile } from './known-files';
import type { FileKind } from './recognise';
import type { FileReport } from './report';
import type { FoundFile } from './unpack';
import type { Work } from './work';

/** A file that was read, with what it holds. */
export interface Part<T> {
  readonly path: string;
  readonly sha256: string;
  readonly content: T;
}

/** What the files of a release hold; each is absent where no file has it. */
export interface Parts {
  readonly order?: Part<OrderFile>;
  readonly addenda?: Part<OrderAddenda & { readonly fiscalYear: number | null }>;
  /** One, or several with a part of the chapters each. */
  readonly tabulars: readonly Part<Tabular>[];
  readonly index?: Part<AlphabeticIndex>;
  readonly reports: readonly FileReport[];
}

/** Characters parsed between two pauses: some 10 ms of work. */
const CHUNK = 1 << 17;

/**
 * Reads the files of a release, one after the other, and passes over what is not needed. A file that is there
 * twice, with the same content, is read once.
 * @throws FormatError when a file is damaged, or two of one kind differ
 */
export async function readParts(found: readonly FoundFile[], work: Work): Promise<Parts> {
  const reader = new PartsReader(work, found);
  for (const file of found) await reader.read(file);
  return reader.parts;
}

class PartsReader {
  readonly parts: {
    -readonly [Key in keyof Parts]: Parts[Key] extends readonly (infer Item)[] ? Item[] : Parts[Key];
  } = { tabulars: [], reports: [] };
  readonly #seen = new Map<string, string>();
  readonly #size: number;
  #done = 0;

  constructor(
    private readonly work: Work,
    found: readonly FoundFile[],
  ) {
    this.#size = found.reduce((sum, { kind, size }) => sum + (isUsed(kind) ? size : 0), 0);
  }

  async read(file: FoundFile): Promise<void> {
    if (!isUsed(file.kind)) {
      this.#report(file, false, UNUSED[file.kind] ?? 'not a file of the release', false);
      return;
    }
    const bytes = await file.read();
    const hash = await sha256(bytes as Uint8Array<ArrayBuffer>);
    const twin = this.#seen.get(hash);
    this.#seen.set(hash, file.path);
    const asPublished = knownFile(hash) !== undefined;
    if (twin) this.#report(file, false, `the same as ${twin}`, asPublished);
    else this.#report(file, true, await this.#parse(file, hash, bytes), asPublished);
    this.#done += file.size;
  }

  async #parse(file: FoundFile, hash: string, bytes: Uint8Array): Promise<string> {
    const { path, kind, size } = file;
    const part = <T>(content: T): Part<T> => ({ path, sha256: hash, content });
    const feed = (parser: { write(chunk: string): void }) => this.#feed(parser, bytes, size);
    if (kind === 'order') {
      const parser = new OrderFileParser(path);
      await feed(parser);
      const content = parser.close();
      this.#only(this.parts.order, path);
      this.parts.order = part(content);
      return `${number(content.rows.length)} codes, ${number(content.billable)} billable`;
    }
    if (kind === 'tabular') {
      const parser = new TabularXmlParser(path);
      await feed(parser);
      const content = parser.close();
      this.parts.tabulars.push(part(content));
      const { chapters, sections, codes, noteLines } = countTabular(content);
      return `version ${content.version}: ${chapters === 1 ? '1 chapter' : `${chapters} chapters`}, ${sections} blocks, ${number(codes)} codes, ${number(noteLines)} lines of notes`;
    }
    if (kind === 'index') {
      const parser = new AlphabeticIndexXmlParser(path);
      await feed(parser);
      const content = parser.close();
      this.#only(this.parts.index, path);
      this.parts.index = part(content);
      return `version ${content.version}: ${number(content.mainTerms)} main terms, ${number(content.entries.length)} terms with a code`;
    }
    const text = new TextDecoder().decode(bytes);
    const content = { ...parseOrderAddenda(text, path), fiscalYear: addendaYear(text) };
    this.#only(this.parts.addenda, path);
    this.parts.addenda = part(content);
    return `${number(content.adds.length)} added, ${number(content.deletes.length)} deleted, ${number(content.revisions.length)} revised; used to check the order file`;
  }

  async #feed(parser: { write(chunk: string): void }, bytes: Uint8Array, size: number): Promise<void> {
    const decoder = new TextDecoder();
    for (let from = 0; from < bytes.length; from += CHUNK) {
      parser.write(decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true }));
      const part = Math.min(1, (from + CHUNK) / bytes.length);
      await this.work.step('reading', (this.#done + size * part) / this.#size);
    }
    parser.write(decoder.decode());
  }

  #only(first: Part<unknown> | undefined, path: string): void {
    if (first)
      throw new FormatError(
        path,
        null,
        `${first.path} is of the same kind with another content: give the files of one release`,
      );
  }

  #report({ path, kind }: FoundFile, used: boolean, says: string, asPublished: boolean): void {
    this.parts.reports.push({ path, kind, used, says, asPublished });
  }
}

function isUsed(kind: FileKind): boolean {
  return kind === 'order' || kind === 'order-addenda' || kind === 'tabular' || kind === 'index';
}

/** Why a file is not used. */
const UNUSED: Readonly<Partial<Record<FileKind, string>>> = {
  codes: 'list of billable codes: not needed, the order file has them',
  'codes-addenda': 'changes of the list of billable codes: not needed',
  'external-cause-index': 'index of external causes: not used',
  'drug-table': 'table of drugs: not used',
  'neoplasm-table': 'table of neoplasms: not used',
  'conversion-table': 'conversion table: not used; what came after ended codes ships with Dx Lens',
  workbook: 'a workbook, but not the conversion table',
  procedures: 'ICD-10-PCS, procedures: Dx Lens has the diagnoses, ICD-10-CM',
  'utf-16': 'text in UTF-16, as no official file is: save it as UTF-8, or take the file as published',
  pdf: 'PDF: to read, not to import',
  schema: 'XML schema: not needed',
  'web-page': 'a web page, perhaps the error page of a server',
  empty: 'the file is empty',
};

/** The year in the name of the newer order file, which the closing counts give: `icd10cm_order_2027.txt`. */
function addendaYear(text: string): number | null {
  const year = /\bcodes in \S+\s+\d+ codes in \S*?(20\d\d)\S*/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
