/**
 * Reading a page as a person does: text that stands on one line without a gap is one run, whatever elements
 * it is split over; text of two cells, list items or paragraphs is two.
 */
import { areApart, readApart } from './apart';
import {
  childCountOf,
  firstChildOf,
  isElement,
  isText,
  nameOf,
  nextOf,
  parentOf,
  textOf,
  typeOf,
} from './nodes';
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
export function isUnread(container: Container, known = new Map<Node, boolean>()): boolean {
  if (isElement(container) && UNREAD.has(nameOf(container))) return true;
  const parent = parentOf(container);
  if (!parent) return false;
  let isIn = known.get(parent);
  if (isIn === undefined) {
    isIn = isUnread(parent as Container, known);
    known.set(parent, isIn);
  }
  return isIn;
}

/** The runs that stand in a container itself; those of the blocks in it are their own. */
export function runsIn(container: Container): InlineRun[] {
  return [...readRuns(container)].filter((run) => run !== null);
}

/** A container with more text is read in stretches of about so many characters. */
const LONGEST_STRETCH = 4_000;
/** So many nodes are passed between two chances to pause. */
const STRIDE = 256;
/** With more children a container may be a huge one. */
const MANY_CHILDREN = 64;

/** Whether a container has so little text that it can be read in one go: all but a few of any page have. */
export function isSmall(container: Container): boolean {
  const first = firstChildOf(container);
  if (first && !nextOf(first) && isText(first)) return first.data.length < LONGEST_STRETCH;
  return childCountOf(container) < MANY_CHILDREN && (textOf(container)?.length ?? 0) < LONGEST_STRETCH;
}

/** The runs of a container, as many at a time as a few thousand characters have; none at all is a chance to pause. */
export function* stretchesOf(container: Container): Generator<readonly InlineRun[]> {
  let runs: InlineRun[] = [];
  let length = 0;
  for (const run of readRuns(container)) {
    if (run) {
      runs.push(run);
      length += run.text.length;
    }
    if (run && length < LONGEST_STRETCH) continue;
    yield runs;
    runs = [];
    length = 0;
  }
  if (runs.length > 0) yield runs;
}

/** Null is a chance to pause. */
function* readRuns(container: Container): Generator<InlineRun | null> {
  let run = new RunBuilder(container);
  let count = 0;
  let node = firstChildOf(container);
  while (node) {
    if (++count % STRIDE === 0) yield null;
    let inner: Node | null = null;
    if (isText(node)) {
      const { data } = node;
      for (let from = 0; from < data.length; ) {
        const to = endOfStretch(data, from);
        const { length } = run.text;
        if (length > 0 && length + to - from > LONGEST_STRETCH && run.mayEnd(data[from])) {
          if (run.text.trim()) yield run;
          run = new RunBuilder(container);
        }
        run.add(node, from === 0 && to === data.length ? data : data.slice(from, to), from);
        from = to;
      }
    } else if (isElement(node)) {
      const name = nameOf(node);
      if (isInline(node)) {
        inner = firstChildOf(node);
        if (inner && !isShown(node)) inner = null;
        if (inner) run.enter(node);
      } else if (PICTURES.has(name)) run.gap();
      else if (!UNSEEN_ELEMENTS.has(name)) {
        if (run.text.trim()) yield run;
        run = new RunBuilder(container);
      }
    }
    if (inner) node = inner;
    else {
      let next = nextOf(node);
      while (!next) {
        const parent = parentOf(node);
        if (!parent || parent === container) break;
        run.leave(parent as Element);
        node = parent;
        next = nextOf(node);
      }
      node = next;
    }
  }
  if (run.text.trim()) yield run;
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

/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]+/;
const ALL_UNSEEN = new RegExp(UNSEEN, 'g');
const WORD = /[\p{L}\p{N}.]/u;

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
    let data = stretch;
    if (/[\n\t\r]/.test(data) && !this.#keepsLines(node)) data = data.replace(/[\n\t\r]/g, ' ');
    let at = 0;
    if (UNSEEN.test(data)) {
      for (const { index, 0: unseen } of data.matchAll(ALL_UNSEEN)) {
        this.#take(node, data.slice(at, index), from + at);
        at = index + unseen.length;
      }
    }
    this.#take(node, at === 0 ? data : data.slice(at), from + at);
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
