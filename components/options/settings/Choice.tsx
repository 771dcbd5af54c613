import type { ComponentChildren } from 'preact';

interface Props<T extends string | number> {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly (readonly [value: T, words: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly children?: ComponentChildren;
}

/** One of a few values, as radio buttons. */
export function Choice<T extends string | number>(props: Props<T>) {
  const { name, label, choices, value, onChange, children } = props;
  return (
    <fieldset>
      <legend>{label}</legend>
      {choices.map(([one, words]) => (
        <label key={one} class="choice">
          <input
            type="radio"
            name={name}
            value={one}
            checked={one === value}
            onChange={() => onChange(one)}
          />{' '}
          {words}
        </label>
      ))}
      {children}
    </fieldset>
  );
}
