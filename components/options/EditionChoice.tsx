import { type Edition, editionFacts, FIRST_YEAR } from '../../data/edition';
import { day } from '../day';

interface Props {
  readonly value: Edition;
  /** How the proposed edition is known. */
  readonly why: string;
  readonly onChange: (edition: Edition) => void;
}

/** An order file does not say which edition it is: what its content suggests is for the user to confirm. */
export function EditionChoice({ value, why, onChange }: Props) {
  const last = Math.max(value.fiscalYear, new Date().getFullYear()) + 2;
  const editions: Edition[] = [];
  for (let fiscalYear = last; fiscalYear >= FIRST_YEAR; fiscalYear--) {
    editions.push({ fiscalYear, april: true }, { fiscalYear, april: false });
  }
  return (
    <p>
      <label for="import-edition">Edition ({why}):</label>{' '}
      <select
        id="import-edition"
        value={editionFacts(value).name}
        onChange={(event) => {
          const chosen = editions.find((edition) => editionFacts(edition).name === event.currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {editions.map((edition) => {
          const { name, effectiveFrom } = editionFacts(edition);
          return (
            <option key={name} value={name}>
              {name}, from {day(effectiveFrom)}
            </option>
          );
        })}
      </select>
    </p>
  );
}
