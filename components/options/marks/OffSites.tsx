import { useRef, useState } from 'preact/hooks';
import { siteIn } from './site-name';

interface Props {
  readonly sites: readonly string[];
  readonly onSwitch: (site: string, on: boolean) => void;
}

/** The sites on which nothing is read. */
export function OffSites({ sites, onSwitch }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const remove = (site: string) => {
    onSwitch(site, true);
    // The button goes, and with it the focus.
    heading.current?.focus();
  };
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        Sites that are switched off
      </h3>
      <p>
        There Dx Lens reads nothing: no marks, and no cards under the pointer. A text that you select can
        still be looked up. The switch is in the popup too.
      </p>
      {sites.length > 0 && (
        <ul class="sites">
          {sites.map((site) => (
            <li key={site}>
              {site}{' '}
              <button type="button" aria-label={`Remove ${site}`} onClick={() => remove(site)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddSite onAdd={(site) => onSwitch(site, false)} />
    </>
  );
}

function AddSite({ onAdd }: { readonly onAdd: (site: string) => void }) {
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const site = siteIn(text);
    setRefused(!site);
    if (!site) return;
    onAdd(site);
    setText('');
  };
  return (
    <form class="actions" noValidate onSubmit={submit}>
      <label for="off-site">Switch off a site:</label>
      <input
        id="off-site"
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder="www.example.org"
        aria-invalid={isRefused}
        aria-describedby={isRefused ? 'off-site-refused' : undefined}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit">Add</button>
      {isRefused && (
        <p id="off-site-refused" role="alert">
          This is not the name of a site. It looks like www.example.org.
        </p>
      )}
    </form>
  );
}
