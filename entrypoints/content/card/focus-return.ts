/** Where the focus was in the page before it came into a card, with the caret of editable text. */
export class FocusReturn {
  readonly #range: Range | null = null;

  /** @param element what has the focus now */
  constructor(private readonly element: Element | null) {
    const selection = getSelection();
    if (element instanceof HTMLElement && element.isContentEditable && selection && selection.rangeCount > 0)
      this.#range = selection.getRangeAt(0).cloneRange();
  }

  giveBack(): void {
    const { element } = this;
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || !element.isConnected) return;
    element.focus({ preventScroll: true });
    const selection = getSelection();
    if (!this.#range || !selection) return;
    selection.removeAllRanges();
    selection.addRange(this.#range);
  }
}
