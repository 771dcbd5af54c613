import { useId } from 'preact/hooks';
import type { Lookup } from '../../data/lookup/answer';
import { day } from '../day';
import { entryOf } from '../verdict';

const STATUS = { billable: 'Billable', header: 'Header', absent: 'No code' };

/** Since when and until when the code could be billed, and the titles that it had before. */
export function Validity({ lookup }: { readonly lookup: Lookup }) {
  const id = useId();
  const { validity } = lookup;
  const earlier = entryOf(lookup)?.earlierTitles ?? [];
  // What never changed needs no history; the verdict has said since when.
  if (validity.filter(({ status }) => status !== 'absent').length < 2 && earlier.length === 0) return null;
  return (
    <section class="validity" aria-labelledby={id}>
      <h3 id={id}>History since FY2016</h3>
      <ul>
        {validity.map(({ status, from, to }) => (
          <li key={from}>
            {STATUS[status]} {to ? `${day(from)} to ${day(to)}` : `since ${day(from)}`}
          </li>
        ))}
        {earlier.map(({ title, until, exact }) => (
          <li key={until}>
            Until {exact ? '' : 'about '}
            {day(until)} titled “<span class="title">{title}</span>”
          </li>
        ))}
      </ul>
    </section>
  );
}
