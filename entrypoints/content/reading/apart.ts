/** From this width on, in CSS pixels, a reader sees a gap. */
const VISIBLE_GAP = 4;

/**
 * Whether CSS sets two texts apart that their elements' names join, as with `<span>`s laid out as cells.
 * @param left the elements that end between them, and those that begin
 */
export function areApart(left: readonly Element[], entered: readonly Element[]): boolean {
  // The number of a footnote is no part of the code before it.
  if ([...left, ...entered].some(({ localName }) => localName === 'sup')) return true;
  // In SVG each of them can have its own place.
  if (
    entered.some(
      (element) => element.localName === 'tspan' && (element.hasAttribute('x') || element.hasAttribute('y')),
    )
  )
    return true;
  let gap = 0;
  for (const element of left) {
    const style = getComputedStyle(element);
    if (isBox(style) || hasText(element, '::after')) return true;
    gap += px(style.marginInlineEnd) + px(style.paddingInlineEnd);
  }
  for (const element of entered) {
    const style = getComputedStyle(element);
    if (isBox(style) || hasText(element, '::before')) return true;
    gap += px(style.marginInlineStart) + px(style.paddingInlineStart);
  }
  return gap >= VISIBLE_GAP;
}

function isBox({ display }: CSSStyleDeclaration): boolean {
  return display !== 'inline' && display !== 'contents';
}

/** A comma between the items of a list is often made by CSS. */
function hasText(element: Element, pseudo: string): boolean {
  return !/^(?:none|normal|""|)$/.test(getComputedStyle(element, pseudo).content);
}

function px(length: string): number {
  return Number.parseFloat(length) || 0;
}

/**
 * Whether two texts without a blank between them are two words all the same, as badges are whose gap is a matter of
 * a style sheet: "Dx" and "Z00.00", "M81.0" and "Osteoporosis". Of `T36.0` and `X1A` the second goes on.
 */
export function readApart(before: string, after: string): boolean {
  if (/[a-zß-ɏ]$/.test(before) && /^[A-ZÀ-Þ]/.test(after)) return true;
  if (/[0-9A-ZÀ-Þ]$/.test(before) && /^[A-ZÀ-Þ][a-zß-ɏ]/.test(after)) return true;
  // The letters of a claim's diagnoses: "A." and "S93401A", and the next "B."
  if (/(?:^|\W)[A-L]\.$/.test(before) && /^[A-WYZ]\d[0-9A-Z]/.test(after)) return true;
  if (/[0-9A-Z]$/.test(before) && /^(?:[A-L]\.$|[A-Z]{2,}:)/.test(after)) return true;
  return /[A-Za-zÀ-ɏ0-9]$/.test(before) && /^[A-WYZ]\d[0-9A-Z]/.test(after);
}
