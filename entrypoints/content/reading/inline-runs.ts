/**
 * Reading a page as a person does: text that stands on one line without a gap is one run, whatever elements
 * it is split over; text of two cells, list items or paragraphs is two.
 */
import { areApart, readApart } from './apart';
import { firstChildOf, isElement, isText, nameOf, nextOf, parentOf, typeOf } from './nodes';
import { isShown } from './shown';

/** What holds a run: text can stand in a shadow root without an element around it. */
export type Container = Element | ShadowRoot;

export interface InlineRun {
  /** Without the characters that nobody sees; a blank where CSS sets elements apart. */
  readonly text: string;
  readonly container: Container;
  readonly parts: readonly RunPart[];
}

/** A stretch of a text node that stands in a run. */
interface RunPart {
  readonly node: Text;
  /** Offset of its first character in the run, and in the node. */
  readonly start: number;
  readonly from: number;
}

/** Elements that do not end a run. An author's CSS can make any of them a block: see `areApart`. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s ' +
    'samp slot small span strike strong sub sup time tspan tt u var wbr'
  ).split(' '),
);
/** Pictures in a line: a gap, and no end. Their own text is read by itself. */
const PICTURES = new Set(['img', 'svg', 'picture', 'canvas']);
/** Between two texts they are nothing. */
const UNSEEN_ELEMENTS = new Set(['script', 'style', 'template', 'link', 'meta']);
/** Elements whose text is not page text. Form fields are read by their value, on hover. */
const UNREAD = new Set(
  (
    'audio canvas datalist embed head iframe input noscript object option script select style template ' +
    'textarea title video desc metadata defs'
  ).split(' '),
);

/** Roles of elements that a script lays out as cells and lines, whatever their names. */
const BOUND_ROLES = new Set(
  'cell gridcell columnheader rowheader row listitem option tab treeitem menuitem'.split(' '),
);

function isInline(element: Element): boolean {
  if (!INLINE.has(nameOf(element))) return false;
  const role = element.getAttribute('role');
  return role === null || !BOUND_ROLES.has(role);
}

/**
 * The nearest node around a text that bounds its run.
 * @param known what was found for inline elements before, in the same pass
 */
export function containerOf(node: Node, known?: Map<Node, Container | null>): Container | null {
  const from = isText(node) ? parentOf(node) : node;
  let parent = from;
  while (parent && isElement(parent) && isInline(parent)) {
    const kept = known?.get(parent);
    if (kept) {
      parent = kept;
      break;
    }
    parent = parentOf(parent);
  }
  const container = parent && (isElement(parent) || parent instanceof ShadowRoot) ? parent : null;
  if (from && from !== container) known?.set(from, container);
  return container;
}

/** Whether a node ends the run before it. */
export function boundsRun(node: Node): boolean {
  if (isElement(node)) return !isInline(node) && !PICTURES.has(nameOf(node));
  return !isText(node) && typeOf(node) !== Node.COMMENT_NODE;
}

/**
 * Whether the text of a container is not page text.
 * @param known what has been found for the parents of others, in the same pass
 */
export function isUnread(container: Container, known?: Map<Node, boolean>): boolean {
  if (isElement(container) && UNREAD.has(nameOf(container))) return true;
  const passed: Node[] = [];
  let isIn = false;
  for (let at = parentOf(container); at; at = parentOf(at)) {
    const kept = known?.get(at);
    isIn = kept ?? (isElement(at) && UNREAD.has(nameOf(at)));
    if (isIn || kept !== undefined) break;
    passed.push(at);
  }
  for (const node of passed) known?.set(node, isIn);
  return isIn;
}

/** The runs that stand in a container itself; those of the blocks in it are their own. */
export function runsIn(container: Container): readonly InlineRun[] {
  const run = onlyRun(container);
  return run ? [run] : new RunReader(container).read(Number.POSITIVE_INFINITY);
}

/** A container with more text is read in stretches of about so many characters. */
const LONGEST_STRETCH = 4_000;
/** So many nodes are passed between two chances to pause. */
const STRIDE = 256;

/** The runs of a container in stretches of a few thousand characters; `others` is null where there is but one. */
export interface Stretches {
  readonly first: readonly InlineRun[];
  readonly others: Generator<readonly InlineRun[]> | null;
}

/**
 * The runs of a container in stretches of a few thousand characters: nearly all have but one.
 * @returns the first stretch, and what reads the others, null where there are none; a stretch without runs is a
 *   chance to pause
 */
export function stretchesOf(container: Container): Stretches {
  const run = onlyRun(container);
  if (run) return { first: [run], others: null };
  const reader = new RunReader(container);
  const first = reader.read(STRIDE);
  return { first, others: reader.isDone ? null : othersOf(reader) };
}

function* othersOf(reader: RunReader): Generator<readonly InlineRun[]> {
  while (!reader.isDone) yield reader.read(STRIDE);
}

/** The run of a container with one short text, in which nothing is to be mended: most are such. */
function onlyRun(container: Container): InlineRun | null {
  const node = firstChildOf(container);
  if (!node || !isText(node) || node.nextSibling) return null;
  const { data } = node;
  if (data.length > LONGEST_STRETCH || TO_BE_MENDED.test(data)) return null;
  return { text: data, container, parts: [{ node, start: 0, from: 0 }] };
}

/** Goes through a container, and remembers where it is. */
class RunReader {
  #run: RunBuilder;
  #node: Node | null;
  /** How much of a long text has been read. */
  #from = 0;
  #runs: InlineRun[] = [];
  #length = 0;

  constructor(private readonly container: Container) {
    this.#run = new RunBuilder(container);
    this.#node = firstChildOf(container);
  }

  get isDone(): boolean {
    return this.#node === null && this.#run.text === '';
  }

  /** @returns the runs of so many nodes; with a limit no more of them than a stretch of text has */
  read(mostNodes: number): readonly InlineRun[] {
    const isLimited = mostNodes < Number.POSITIVE_INFINITY;
    for (let count = 0; this.#node && count < mostNodes; count++) {
      if (isLimited && this.#length >= LONGEST_STRETCH) break;
      this.#step(this.#node);
    }
    if (!this.#node) this.#end();
    const runs = this.#runs;
    this.#runs = [];
    this.#length = 0;
    return runs;
  }

  #step(node: Node): void {
    let inner: Node | null = null;
    if (isText(node)) {
      this.#addText(node);
      // A very long one is gone on with at the next step.
      if (this.#from > 0) return;
    } else if (isElement(node)) {
      if (isInline(node)) {
        inner = node.firstChild;
        // What has no attributes is hidden with all of its kind, if at all.
        if (inner && node.hasAttributes() && !isShown(node)) inner = null;
        if (inner) this.#run.enter(node);
      } else if (PICTURES.has(nameOf(node))) this.#run.gap();
      else if (!UNSEEN_ELEMENTS.has(nameOf(node))) this.#end();
    }
    this.#node = inner ?? this.#behind(node);
  }

  #behind(node: Node): Node | null {
    let at = node;
    let next = nextOf(at);
    while (!next) {
      const parent = parentOf(at);
      if (!parent || parent === this.container) return null;
      this.#run.leave(parent as Element);
      at = parent;
      next = nextOf(at);
    }
    return next;
  }

  #addText(node: Text): void {
    const { data } = node;
    const from = this.#from;
    const to = endOfStretch(data, from);
    const { length } = this.#run.text;
    if (length > 0 && length + to - from > LONGEST_STRETCH && this.#run.mayEnd(data[from])) this.#end();
    this.#run.add(node, from === 0 && to === data.length ? data : data.slice(from, to), from);
    this.#from = to < data.length ? to : 0;
  }

  #end(): void {
    if (this.#run.text.trim()) {
      this.#runs.push(this.#run);
      this.#length += this.#run.text.length;
    }
    if (this.#run.text || this.#run.parts.length > 0) this.#run = new RunBuilder(this.container);
  }
}

/** Where to cut a long text: behind a line, or else behind a word. */
function endOfStretch(data: string, from: number): number {
  const to = from + LONGEST_STRETCH;
  if (to >= data.length) return data.length;
  for (const mark of ['\n', ' ']) {
    const cut = data.lastIndexOf(mark, to - 1);
    if (cut > from) return cut + 1;
  }
  return to;
}

/** The DOM range of a stretch of a run. */
export function spanOf({ parts }: InlineRun, start: number, end: number): StaticRange {
  const first = partAt(parts, start);
  const last = partAt(parts, end - 1);
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.from + start - first.start,
    endContainer: last.node,
    endOffset: last.from + end - last.start,
  });
}

function partAt(parts: readonly RunPart[], offset: number): RunPart {
  let index = parts.length - 1;
  while (index > 0 && (parts[index]?.start ?? 0) > offset) index--;
  const part = parts[index];
  if (!part) throw new Error('a run without text has no places');
  return part;
}

/** Line breaks, and what nobody sees. */
const TO_BE_MENDED = /[\n\t\r\u00ad\u200b-\u200d\u2060\ufeff]/;
/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]+/g;
const WORD = /[A-Za-zÀ-ɏ0-9.]/;

class RunBuilder implements InlineRun {
  text = '';
  readonly parts: RunPart[] = [];
  /** The elements that end and begin between the last text and the next one. */
  #left: Element[] = [];
  #entered: Element[] = [];
  #asked: Node | null = null;
  #keeps = false;

  constructor(readonly container: Container) {}

  enter(element: Element): void {
    this.#entered.push(element);
  }

  leave(element: Element): void {
    if (this.#entered.at(-1) === element) this.#entered.pop();
    else this.#left.push(element);
  }

  /** @param stretch of the text, from an offset on */
  add(node: Text, stretch: string, from: number): void {
    if (!TO_BE_MENDED.test(stretch)) {
      this.#take(node, stretch, from);
      return;
    }
    let data = stretch;
    if (/[\n\t\r]/.test(data) && !this.#keepsLines(node)) data = data.replace(/[\n\t\r]/g, ' ');
    let at = 0;
    for (const { index, 0: unseen } of data.matchAll(UNSEEN)) {
      this.#take(node, data.slice(at, index), from + at);
      at = index + unseen.length;
    }
    this.#take(node, data.slice(at), from + at);
  }

  gap(): void {
    if (this.text) this.text += ' ';
  }

  /** Whether no code can go over from the text so far into the next; a text without any blank is cut all the same. */
  mayEnd(next = ''): boolean {
    return /\s/.test(this.text.slice(-1) + next) || this.text.length > 2 * LONGEST_STRETCH;
  }

  #take(node: Text, data: string, from: number): void {
    if (!data) return;
    if (this.#left.length + this.#entered.length > 0) {
      const end = this.text.slice(-2);
      const isJoined = WORD.test(end.slice(-1)) && WORD.test(data.slice(0, 1));
      if (isJoined && (readApart(end, data) || areApart(this.#left, this.#entered))) this.gap();
      this.#left = [];
      this.#entered = [];
    }
    this.parts.push({ node, start: this.text.length, from });
    this.text += data;
  }

  #keepsLines(node: Text): boolean {
    const element = parentOf(node);
    if (element !== this.#asked) {
      this.#asked = element;
      const style = element !== null && isElement(element) ? getComputedStyle(element).whiteSpace : '';
      this.#keeps = /^(?:pre|break-spaces)/.test(style);
    }
    return this.#keeps;
  }
}
