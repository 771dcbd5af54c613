import { useState } from 'preact/hooks';
import { DEFAULTS, type Settings } from '../../settings';
import { changeSettings } from '../../stored-settings';
import { useSettings } from '../../use-settings';
import { differencesOf, LABELS } from './choices';
import { LARGEST_FILE, readSettingsFile, writeSettingsFile } from './settings-file';
import { useStoring } from './use-storing';

/** Settings that may come to hold: shown before they do. */
interface Proposal {
  readonly from: string;
  readonly settings: Partial<Settings>;
  readonly left: readonly string[];
}

/** Exports the settings, imports them, and resets them; what would change is shown first. */
export function SettingsFilePanel() {
  const settings = useSettings();
  const { problem, store } = useStoring();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const propose = (next: Proposal | null) => {
    setProposal(next);
    setRefusal(null);
    setSaid('');
  };
  const read = async (file: File) => {
    propose(null);
    if (file.size > LARGEST_FILE) return setRefusal(`${file.name}: It is too large for a file of settings.`);
    const result = readSettingsFile(await file.text());
    if (result.is === 'refused') setRefusal(`${file.name} was not taken. ${result.because}`);
    else setProposal({ from: file.name, ...result });
  };
  const apply = async ({ from, settings: change }: Proposal) => {
    await store(changeSettings(() => change));
    propose(null);
    setSaid(`The settings of ${from} hold now.`);
  };
  return (
    <section id="file" aria-labelledby="file-heading">
      <h2 id="file-heading">Export and import of settings</h2>
      {problem && <p role="alert">{problem}</p>}
      {settings && (
        <p class="actions">
          <button type="button" onClick={() => save(settings)}>
            Export the settings
          </button>
          <button
            type="button"
            onClick={() => propose({ from: 'the defaults', settings: DEFAULTS, left: [] })}
          >
            Reset to the defaults
          </button>
        </p>
      )}
      <p class="actions">
        <label for="settings-file">Import a settings file:</label>
        <input
          id="settings-file"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void read(file);
            // The same file can then be chosen again.
            currentTarget.value = '';
          }}
        />
      </p>
      {refusal && <p role="alert">{refusal}</p>}
      {settings && proposal && (
        <Review
          proposal={proposal}
          settings={settings}
          onApply={() => void apply(proposal)}
          onCancel={() => propose(null)}
        />
      )}
      <p role="status">{said}</p>
    </section>
  );
}

interface ReviewProps {
  readonly proposal: Proposal;
  readonly settings: Settings;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

function Review({ proposal, settings, onApply, onCancel }: ReviewProps) {
  const differences = differencesOf(settings, { ...settings, ...proposal.settings });
  return (
    <div class="notice">
      {differences.length === 0 ? (
        <p>Nothing would change: {proposal.from} has the settings that hold already.</p>
      ) : (
        <table>
          <caption>What {proposal.from} would change</caption>
          <thead>
            <tr>
              <th scope="col">Setting</th>
              <th scope="col">Now</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, now, next }) => (
              <tr key={name}>
                <th scope="row">{LABELS[name]}</th>
                <td>{now}</td>
                <td>{next}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {proposal.left.length > 0 && (
        <>
          <p>Not taken from the file:</p>
          <ul>
            {proposal.left.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        {differences.length > 0 && (
          <button type="button" onClick={onApply}>
            Apply
          </button>
        )}
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

function save(settings: Settings): void {
  const url = URL.createObjectURL(new Blob([writeSettingsFile(settings)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'dxlens-settings.json';
  link.click();
  URL.revokeObjectURL(url);
}
