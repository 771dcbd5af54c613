import { useRef, useState } from 'preact/hooks';
import type { CopyFormat } from '../../copy-format';
import type { SiteCopyFormat } from '../../settings';
import { changeSettings, setSiteCopyFormat } from '../../stored-settings';
import { useSettings } from '../../use-settings';
import { siteIn } from '../marks/site-name';
import { Choice } from './Choice';
import { COPY_FORMATS, LABELS } from './choices';
import { useStoring } from './use-storing';

/** How codes are copied, and on which sites otherwise: claims systems refuse the dot. */
export function CopyPanel() {
  const settings = useSettings();
  const { problem, store } = useStoring();
  const set = (site: string, format: CopyFormat | null) => void store(setSiteCopyFormat(site, format));
  return (
    <section id="copying" aria-labelledby="copying-heading">
      <h2 id="copying-heading">Copying</h2>
      {problem && <p role="alert">{problem}</p>}
      {settings && (
        <>
          <Choice
            name="copyFormat"
            label={LABELS.copyFormat}
            choices={COPY_FORMATS}
            value={settings.copyFormat}
            onChange={(copyFormat) => void store(changeSettings(() => ({ copyFormat })))}
          />
          <SiteFormats own={settings.siteCopyFormats} onSet={set} />
        </>
      )}
    </section>
  );
}

interface Props {
  readonly own: readonly SiteCopyFormat[];
  readonly onSet: (site: string, format: CopyFormat | null) => void;
}

function SiteFormats({ own, onSet }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {LABELS.siteCopyFormats}
      </h3>
      {own.length > 0 && (
        <ul class="sites">
          {own.map(({ site, format }) => (
            <li key={site} class="actions">
              {site}
              <FormatChoice label={`Format on ${site}`} value={format} onChange={(one) => onSet(site, one)} />
              <button
                type="button"
                aria-label={`As everywhere on ${site}`}
                onClick={() => {
                  onSet(site, null);
                  // The button goes, and with it the focus.
                  heading.current?.focus();
                }}
              >
                As everywhere
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddFormat onAdd={onSet} />
    </>
  );
}

function AddFormat({ onAdd }: { readonly onAdd: (site: string, format: CopyFormat) => void }) {
  const [text, setText] = useState('');
  const [format, setFormat] = useState<CopyFormat>('undotted');
  const [isRefused, setRefused] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const site = siteIn(text);
    setRefused(!site);
    if (!site) return;
    onAdd(site, format);
    setText('');
  };
  return (
    <form class="actions" noValidate onSubmit={submit}>
      <label for="copy-site">On the site:</label>
      <input
        id="copy-site"
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder="claims.example.org"
        aria-invalid={isRefused}
        aria-describedby={isRefused ? 'copy-site-refused' : undefined}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <FormatChoice label="Format on this site" value={format} onChange={setFormat} />
      <button type="submit">Set</button>
      {isRefused && (
        <p id="copy-site-refused" role="alert">
          This is not the name of a site. It looks like claims.example.org.
        </p>
      )}
    </form>
  );
}

interface FormatProps {
  readonly label: string;
  readonly value: CopyFormat;
  readonly onChange: (format: CopyFormat) => void;
}

function FormatChoice({ label, value, onChange }: FormatProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as CopyFormat)}
    >
      {COPY_FORMATS.map(([one, words]) => (
        <option key={one} value={one}>
          {words.split(':')[0]}
        </option>
      ))}
    </select>
  );
}
