import { CUES, type Sense } from '../../../data/spotting/cues';
import { CUE_POINTS } from '../../../data/spotting/points';
import { QUIRKS } from '../../../data/spotting/quirks';
import { signed } from './CandidateTable';
import { pointsOfRules } from './points';

const SENSES: Readonly<Record<Sense, string>> = {
  system: 'ICD-10-CM itself',
  diagnosis: 'a diagnosis',
  clinical: 'a place where diagnoses stand',
  other: 'something else',
  'other-undotted': 'something else, written without a dot',
  silent: 'nothing',
};

/** All rules by which texts are taken for codes, as they are in this version. */
export function RuleTables() {
  return (
    <details>
      <summary>All rules</summary>
      <table>
        <caption>Points</caption>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>
          {pointsOfRules().map(({ rule, points }) => (
            <tr key={rule}>
              <th scope="row">{rule}</th>
              <td class="number">{signed(points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CuePoints />
      <Named
        caption="Cues: words that tell what stands beside them"
        rows={CUES.map(({ name, example, sense }) => ({ name, example, says: SENSES[sense] }))}
      />
      <Named caption="Nearest surroundings that show something else" rows={QUIRKS} />
    </details>
  );
}

function CuePoints() {
  const senses = Object.entries(SENSES).filter(([sense]) => sense !== 'silent') as [Sense, string][];
  return (
    <table>
      <caption>Points of a cue, by where it stands and what it speaks of</caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          {senses.map(([sense, words]) => (
            <th scope="col" key={sense}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(CUE_POINTS).map(([position, points]) => (
          <tr key={position}>
            <th scope="row">{position}</th>
            {senses.map(([sense]) => (
              <td class="number" key={sense}>
                {signed(points[sense])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface NamedProps {
  readonly caption: string;
  readonly rows: readonly { readonly name: string; readonly example: string; readonly says?: string }[];
}

function Named({ caption, rows }: NamedProps) {
  const tells = rows.some(({ says }) => says !== undefined);
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Example</th>
          {tells && <th scope="col">Speaks of</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, example, says }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="code">{example}</td>
            {tells && <td>{says}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
