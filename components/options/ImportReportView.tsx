import { useEffect, useRef, useState } from 'preact/hooks';
import { editionFacts, editionOf, isOlder } from '../../data/edition';
import type { Confirmed } from '../../data/import/import-session';
import type { EditionFrom, ImportReport } from '../../data/import/report';
import { DifferencesView } from './DifferencesView';
import { EditionChoice } from './EditionChoice';
import { FileList } from './FileList';

interface Props {
  readonly report: ImportReport;
  /** Why using it failed. */
  readonly problem: string | null;
  readonly busy: boolean;
  readonly onUse: (confirmed: Confirmed) => void;
  readonly onDiscard: () => void;
}

const FROM: Readonly<Record<EditionFrom, string>> = {
  'published file': 'the order file is as published',
  'published counts': 'the order file has the published counts',
  addenda: 'the addenda name it',
  'present release': 'the codes stay those in use',
  guess: 'a guess: please check it',
};

/** What the files gave, what they lack, how the release differs from the one in use, and whether to use it. */
export function ImportReportView({ report, problem, busy, onUse, onDiscard }: Props) {
  const { present, release } = report;
  const [edition, setEdition] = useState(report.edition);
  const [accepted, setAccepted] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { name } = editionFacts(edition);
  const older = isOlder(edition, editionOf(present));
  const fixed = report.editionFrom === 'published file' || report.editionFrom === 'present release';

  return (
    <div class="import-report">
      <h3 ref={heading} tabIndex={-1}>
        {release.system} {name}: {release.counts.codes.toLocaleString('en-US')} codes,{' '}
        {release.counts.billable.toLocaleString('en-US')} billable
      </h3>
      {fixed ? (
        <p>
          Edition: {name} ({FROM[report.editionFrom]}).
        </p>
      ) : (
        <EditionChoice value={edition} why={FROM[report.editionFrom]} onChange={setEdition} />
      )}
      <Sentences title="Warnings" sentences={report.warnings} />
      <Sentences title="Not in these files" sentences={report.missing} />
      <h4>Files</h4>
      <FileList files={report.files} />
      <h4>Compared with {present.name}, in use</h4>
      <DifferencesView differences={report.differences} />
      {older && (
        <p class="notice">
          <label>
            <input
              type="checkbox"
              checked={accepted}
              onChange={(event) => setAccepted(event.currentTarget.checked)}
            />{' '}
            {name} is older than {present.name}, which is in use. Use the older release all the same.
          </label>
        </p>
      )}
      {problem && <p role="alert">{problem}</p>}
      <p class="actions">
        <button
          type="button"
          disabled={busy || (older && !accepted)}
          onClick={() => onUse({ edition, older: accepted })}
        >
          Use this release
        </button>
        <button type="button" disabled={busy} onClick={onDiscard}>
          Discard
        </button>
      </p>
    </div>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
