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

/** Whether the text of a container is not page text. */
export function isUnread(container: Container): boolean {
  for (let at: Node | null = container; at; at = parentOf(at)) {
    if (isElement(at) && UNREAD.has(nameOf(at))) return true;
  }
  return false;
}

/** The runs that stand in a container itself; those of the blocks in it are their own. */
export function runsIn(container: Container): InlineRun[] {
  return stretch ?? [...readRuns(container)].filter((run) => run !== null);
}

/** A container with more text is read in stretches of about so many characters. */
const LONGEST_STRETCH = 4_000;
/** So many nodes are passed between two chances to pause. */
const STRIDE = 256;

/** What `runsIn` gives of a container that is being read in stretches. */
let stretch: InlineRun[] | null = null;

/**
 * Reads a container with a chance to pause after each few thousand characters.
 * @param read calls `runsIn` for this container, which gives the runs of one stretch
 */
export function* inStretches(container: Container, read: () => void): Generator<void> {
  let runs: InlineRun[] = [];
  let length = 0;
  const readThese = () => {
    stretch = runs;
    try {
      read();
    } finally {
      stretch = null;
      runs = [];
      length = 0;
    }
  };
  for (const run of readRuns(container)) {
    if (!run) yield;
    else {
      runs.push(run);
      length += run.text.length;
      if (length < LONGEST_STRETCH) continue;
      readThese();
      yield;
    }
  }
  if (runs.length > 0) readThese();
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
      for (let from = 0; from < node.data.length; ) {
        const to = endOfStretch(node.data, from);
        if (
          run.text.length > 0 &&
          run.text.length + to - from > LONGEST_STRETCH &&
          run.mayEnd(node.data, from)
        ) {
          if (run.text.trim()) yield run;
          run = new RunBuilder(container);
        }
        run.add(node, from, to);
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
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]+/g;
const WORD = /[\p{L}\p{N}.]/u;

class RunBuilder implements InlineRun {
  text = '';
  readonly parts: RunPart[] = [];
  /** The elements that end and begin between the last text and the next one. */
  #left: Element[] = [];
  #entered: Element[] = [];
  #keeps: { element: Node | null; lines: boolean } = { element: null, lines: false };

  constructor(readonly container: Container) {}

  enter(element: Element): void {
    this.#entered.push(element);
  }

  leave(element: Element): void {
    if (this.#entered.at(-1) === element) this.#entered.pop();
    else this.#left.push(element);
  }

  /** @param to behind the last character */
  add(node: Text, from: number, to: number): void {
    const whole = from === 0 && to === node.data.length;
    let data = whole ? node.data : node.data.slice(from, to);
    if (/[\n\t\r]/.test(data) && !this.#keepsLines(node)) data = data.replace(/[\n\t\r]/g, ' ');
    let at = 0;
    for (const { index, 0: unseen } of data.matchAll(UNSEEN)) {
      this.#take(node, data.slice(at, index), from + at);
      at = index + unseen.length;
    }
    this.#take(node, at === 0 ? data : data.slice(at), from + at);
  }

  gap(): void {
    if (this.text) this.text += ' ';
  }

  /** Whether no code can go over from the text so far into the next; a text without any blank is cut all the same. */
  mayEnd(data: string, from: number): boolean {
    return /\s$/.test(this.text) || /\s/.test(data[from] ?? '') || this.text.length > 2 * LONGEST_STRETCH;
  }

  #take(node: Text, data: string, from: number): void {
    if (!data) return;
    if (this.#left.length + this.#entered.length > 0) {
      const isJoined = WORD.test(this.text.slice(-1)) && WORD.test(data.slice(0, 1));
      if (isJoined && (readApart(this.text, data) || areApart(this.#left, this.#entered))) this.gap();
      this.#left = [];
      this.#entered = [];
    }
    this.parts.push({ node, start: this.text.length, from });
    this.text += data;
  }

  #keepsLines(node: Text): boolean {
    const element = parentOf(node);
    if (element !== this.#keeps.element) {
      const lines =
        element !== null &&
        isElement(element) &&
        /^(?:pre|break-spaces)/.test(getComputedStyle(element).whiteSpace);
      this.#keeps = { element, lines };
    }
    return this.#keeps.lines;
  }
}
