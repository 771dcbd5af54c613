import { nominate } from '../../../data/spotting/nominate';
import type { Marks } from '../marking/marks';
import { focusedElement } from './flat-tree';
import { isText } from './nodes';
import type { Pointed } from './pointed';
import { boxesInField, boxesOf, spotOf } from './under-pointer';

/** What is between two of them is a word: `E11.9`, `beta-blocker`, `Crohn’s`. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.'’-]*[\p{L}\p{N}])?/gu;

/**
 * The code or word at the caret of this frame: in a text field, in editable text, or in a code that was clicked on.
 * @param marks null where nothing is marked
 * @param roots the shadow roots that are known
 */
export function atCaret(marks: Marks | null, roots: readonly ShadowRoot[]): Pointed | null {
  const field = focusedElement(roots);
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) return inField(field);
  const selection = getSelection();
  const { focusNode: node, focusOffset: offset } = selection ?? {};
  if (!selection?.isCollapsed || !node || offset === undefined || !isText(node)) return null;
  const mark = marks?.at(node, offset);
  if (mark) return { ...spotOf(mark), text: mark.query };
  // Elsewhere there is a caret wherever one has clicked, which nobody sees.
  const element = node.parentElement;
  const word = element?.isContentEditable ? wordAt(node.data, offset) : null;
  if (!word) return null;
  const range = new StaticRange({
    startContainer: node,
    startOffset: word.start,
    endContainer: node,
    endOffset: word.start + word.text.length,
  });
  return { text: word.text, element, rects: () => boxesOf(range) };
}

function inField(field: HTMLInputElement | HTMLTextAreaElement): Pointed | null {
  const isRead = field instanceof HTMLTextAreaElement || field.type === 'text' || field.type === 'search';
  const { selectionStart, selectionEnd, value } = field;
  if (!isRead || selectionStart === null || selectionStart !== selectionEnd) return null;
  const word = wordAt(value, selectionStart);
  return word && { text: word.text, element: field, rects: boxesInField(field, selectionStart) };
}

/** A code, or else a word, that an offset is in or at. */
function wordAt(text: string, offset: number): { text: string; start: number } | null {
  const isAt = (start: number, end: number) => start <= offset && offset <= end;
  const code = nominate(text).find(({ start, end }) => isAt(start, end));
  if (code) return { text: text.slice(code.start, code.end), start: code.start };
  for (const { 0: word, index } of text.matchAll(WORD))
    if (isAt(index, index + word.length)) return { text: word, start: index };
  return null;
}
