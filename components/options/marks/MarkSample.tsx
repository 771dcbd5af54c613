import { useEffect, useRef } from 'preact/hooks';
import type { MarkLook } from '../../settings';

/** Codes of FY2027 with the status that the highlight names have (`entrypoints/content/marking/marks.css`). */
const SAMPLES = [
  ['billable', 'M43.22', 'billable'],
  ['header', 'M43.2', 'not billable, a header'],
  ['incomplete', 'S52.501', 'incomplete, needs its 7th character'],
  ['deleted', 'T40.4X1A', 'deleted'],
  ['unknown', 'E11.99', 'no code, though the page says that it is one'],
] as const;

/** The marks as they are in pages: the same highlights with the same style sheet. */
export function MarkSample({ look }: { readonly look: MarkLook }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (look === 'off') return;
    const names = [...(list.current?.querySelectorAll('.code') ?? [])].map((element, index) => {
      const range = new Range();
      range.selectNodeContents(element);
      const name = `dxlens-${SAMPLES[index]?.[0]}${look === 'background' ? '-background' : ''}`;
      CSS.highlights.set(name, new Highlight(range));
      return name;
    });
    return () => {
      for (const name of names) CSS.highlights.delete(name);
    };
  }, [look]);
  return (
    <ul ref={list} class="mark-sample" aria-label="Sample of the marks">
      {SAMPLES.map(([status, code, meaning]) => (
        <li key={status}>
          <span class="code">{code}</span> {meaning}
        </li>
      ))}
    </ul>
  );
}
