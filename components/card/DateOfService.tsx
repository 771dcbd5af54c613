import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Day, FIRST_DAY, isDay, today } from '../../data/day';

interface Props {
  readonly on: Day;
  /** The chosen day; null for today, whichever day that is. */
  readonly onDate: (on: Day | null) => void;
}

/** The date of service for which every verdict is given, kept for the browser session. */
export function DateOfService({ on, onDate }: Props) {
  // The browser tells of a change at every digit that leaves a valid day: typing 09/30/2025 passes through January
  // of the year 2. What is typed counts when the field is left or Enter is pressed.
  const isTyping = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  // Not as a property: with each rendering Preact would put the day back that is just being typed over.
  useLayoutEffect(() => {
    if (field.current) field.current.value = on;
  }, [on]);
  const choose = (input: HTMLInputElement) => {
    isTyping.current = false;
    const chosen = isDay(input.value) && input.value >= FIRST_DAY ? input.value : null;
    if (chosen === null) input.value = on;
    else if (chosen !== on) onDate(chosen);
  };

  return (
    <p class="date">
      <label>
        Date of service{' '}
        <input
          type="date"
          ref={field}
          min={FIRST_DAY}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter') choose(currentTarget);
            else isTyping.current = true;
          }}
          onPointerDown={() => {
            isTyping.current = false;
          }}
          onChange={({ currentTarget }) => isTyping.current || choose(currentTarget)}
          onBlur={({ currentTarget }) => choose(currentTarget)}
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
