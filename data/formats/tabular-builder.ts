import { type Code, categoryOf, parseCode } from '../code';
import type { Extension, NoteKind, TabularNote } from '../release';
import type { Tabular, TabularChapter, TabularDetails, TabularDiag, TabularSection } from './tabular';
import { isNoteKind } from './tabular-schema';
import { VisualImpairmentTable } from './visual-impairment';

/** Builds the tabular list from its elements; that they stand where the schema allows is checked before. */
export class TabularBuilder {
  #version = '';
  readonly #chapters: TabularChapter[] = [];
  readonly #codes = new Set<Code>();
  /** Open chapter, section and codes, the innermost last. */
  readonly #nodes: NodeDraft[] = [];
  #table: VisualImpairmentTable | null = null;

  /** @param fail throws the error for a reason; it knows file and line */
  constructor(private readonly fail: (reason: string) => never) {}

  get count(): number {
    return this.#codes.size;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const node = this.#nodes.at(-1);
    if (isBranch(name)) this.#nodes.push(new NodeDraft(attributes.id ?? ''));
    else if (name === 'visualImpairment') this.#table = new VisualImpairmentTable();
    else if (isNoteKind(name)) node?.openNote(name);
    else if (name === 'extension')
      node?.openExtension(attributes.char ?? this.fail('an <extension> without its char'));
    this.#table?.open(name);
  }

  text(name: string, parent: string, text: string): void {
    if (name === 'version') this.#version = text;
    else if (this.#table !== null) this.#table.text(parent, text);
    else this.#nodes.at(-1)?.text(name, parent, text);
  }

  close(name: string): void {
    if (name === 'visualImpairment' && this.#table !== null) {
      this.#nodes.at(-1)?.closeTable(this.#table);
      this.#table = null;
    }
    if (!isBranch(name)) return;
    const draft = this.#nodes.pop();
    const parent = this.#nodes.at(-1);
    if (draft === undefined) return;
    if (draft.title === '') this.fail(`a <${name}> without a title${draft.name && `: ${draft.name}`}`);
    if (name === 'diag') parent?.diags.push(this.#diag(draft));
    if (name === 'section') parent?.sections.push(this.#section(draft));
    if (name === 'chapter') this.#chapters.push(this.#chapter(draft));
  }

  finish(): Tabular {
    if (this.#codes.size === 0) this.fail('the list holds no codes');
    return { version: this.#version, chapters: this.#chapters };
  }

  #diag(draft: NodeDraft): TabularDiag {
    const code = parseCode(draft.name);
    if (code === null) return this.fail(`${JSON.stringify(draft.name)} does not have the shape of a code`);
    if (this.#codes.has(code)) this.fail(`code ${draft.name} stands here a second time`);
    this.#codes.add(code);
    // No more than this can be asked: the FY2023 list has H54.512A below H54.511.
    const misplaced = draft.diags.find((child) => !isBelow(child.code, code));
    if (misplaced) this.fail(`code ${misplaced.code} cannot stand below ${draft.name}`);
    return { code, title: draft.title, ...draft.details(), diags: draft.diags };
  }

  #section(draft: NodeDraft): TabularSection {
    if (draft.id === '') this.fail('a <section> without its id');
    return { id: draft.id, title: draft.title, ...draft.details(), diags: draft.diags };
  }

  #chapter(draft: NodeDraft): TabularChapter {
    if (draft.name === '') this.fail('a <chapter> without its number');
    return { number: draft.name, title: draft.title, ...draft.details(), sections: draft.sections };
  }
}

/** Elements that are nodes of the list. */
function isBranch(name: string): boolean {
  return name === 'chapter' || name === 'section' || name === 'diag';
}

function isBelow(child: Code, parent: Code): boolean {
  return categoryOf(child) === categoryOf(parent) && child.length > parent.length;
}

/** A chapter, section or code whose element is still open. */
class NodeDraft {
  name = '';
  title = '';
  readonly sections: TabularSection[] = [];
  readonly diags: TabularDiag[] = [];
  readonly #notes: { kind: NoteKind; lines: string[] }[] = [];
  readonly #sevenChrNotes: string[] = [];
  readonly #extensions: { char: string; text: string; notes: string[] }[] = [];
  #table: VisualImpairmentTable | null = null;

  constructor(readonly id: string) {}

  openNote(kind: NoteKind): void {
    this.#notes.push({ kind, lines: [] });
  }

  openExtension(char: string): void {
    this.#extensions.push({ char, text: '', notes: [] });
  }

  text(name: string, parent: string, text: string): void {
    const extension = this.#extensions.at(-1);
    if (name === 'name') this.name = text;
    else if (name === 'desc') this.title = text;
    else if (name === 'extension' && extension) extension.text = text;
    else if (text === '') return;
    else if (parent === 'sevenChrDef' && extension) extension.notes.push(text);
    else if (parent === 'sevenChrNote' || parent === 'sevenChrDef') this.#sevenChrNotes.push(text);
    else this.#notes.at(-1)?.lines.push(text);
  }

  closeTable(table: VisualImpairmentTable): void {
    this.#table = table;
  }

  /** Only what the node has: an absent key, not an empty list. */
  details(): TabularDetails {
    const notes: TabularNote[] = this.#notes.filter((note) => note.lines.length > 0);
    const extensions = this.#extensions.map(
      ({ notes, ...extension }): Extension => (notes.length > 0 ? { ...extension, notes } : extension),
    );
    return {
      ...(notes.length > 0 && { notes }),
      ...(extensions.length > 0 && { sevenChr: { notes: this.#sevenChrNotes, extensions } }),
      ...(this.#table && { table: this.#table.rows() }),
    };
  }
}
