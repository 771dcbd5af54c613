import { expect, it } from 'vitest';
import type { Mark } from '../../../entrypoints/content/marking/marks';
import { inReadingOrder } from '../../../entrypoints/content/reading/in-order';
import { show, the } from '../page';

/** A mark of a stretch of an element's first text. */
function markIn(place: Node, query: string): Mark {
  const text = place.firstChild as Text;
  const startOffset = text.data.indexOf(query);
  const endOffset = startOffset + query.length;
  const range = new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset });
  return { query, verdict: 'billable', range };
}

it('marks come in reading order, those in shadow roots where their hosts stand, whatever order they were made in', () => {
  show('<p id="a">I10, E11.9</p><div id="outer"></div><p id="z">J44.9</p>');
  const outer = the('#outer').attachShadow({ mode: 'closed' });
  outer.innerHTML = '<p>K21.9</p><div></div><p>N18.6</p>';
  const host = outer.querySelector('div') as HTMLElement;
  const inner = host.attachShadow({ mode: 'closed' });
  inner.innerHTML = '<p>M43.22</p>';
  const [first, last] = outer.querySelectorAll('p');
  const marks = [
    markIn(the('#z'), 'J44.9'),
    markIn(inner.querySelector('p') as Node, 'M43.22'),
    markIn(the('#a'), 'E11.9'),
    markIn(last as Node, 'N18.6'),
    markIn(the('#a'), 'I10'),
    markIn(first as Node, 'K21.9'),
  ];
  const order = inReadingOrder(marks, document, [inner, outer]).map(({ query }) => query);
  expect(order).toEqual(['I10', 'E11.9', 'K21.9', 'M43.22', 'N18.6', 'J44.9']);
});
