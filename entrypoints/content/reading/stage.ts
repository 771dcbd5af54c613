import { flatParentOf } from './flat-tree';

/** Elements that can be fullscreen, and show no children. */
const CHILDLESS = 'video, audio, img, canvas, iframe, embed, object, input, textarea, select, svg, svg *';

/**
 * What stands in front of all else, so that nothing outside it can be clicked: an open modal dialog, or, in Chromium, a
 * fullscreen element.
 */
export function stageAround(element: Element | null): Element | null {
  for (let at = element; at; at = flatParentOf(at)) if (at.matches('dialog:modal, :fullscreen')) return at;
  return null;
}

/**
 * The stage in front of the others: the one with the focus; where none has it, the last dialog of the document. None
 * where it can't have children.
 */
export function frontStage(): Element | null {
  const focused = stageAround(document.activeElement);
  const stage =
    focused ?? [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.fullscreenElement;
  return stage && !stage.matches(CHILDLESS) && !stage.shadowRoot ? stage : null;
}

/** Whether an element can be clicked: it stands on the stage, if there is one. */
export function isOnStage(element: Element): boolean {
  const stage = frontStage();
  for (let at: Element | null = element; at && stage; at = flatParentOf(at)) if (at === stage) return true;
  return stage === null;
}
