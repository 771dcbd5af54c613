import { type Day, FIRST_DAY, isDay, today } from '../../data/day';

interface Props {
  readonly on: Day;
  /** The chosen day; null for today, whichever day that is. */
  readonly onDate: (on: Day | null) => void;
}

/** The date of service for which every verdict is given, kept for the browser session. */
export function DateOfService({ on, onDate }: Props) {
  return (
    <p class="date">
      <label>
        Date of service{' '}
        <input
          type="date"
          value={on}
          min={FIRST_DAY}
          onChange={({ currentTarget: { value } }) => onDate(isDay(value) ? value : null)}
        />
      </label>
      {on === today() ? (
        <span class="remark"> today</span>
      ) : (
        <button type="button" onClick={() => onDate(null)}>
          Use today
        </button>
      )}
    </p>
  );
}
