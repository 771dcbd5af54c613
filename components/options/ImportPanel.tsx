import { DropZone } from './DropZone';
import { ImportProgress } from './ImportProgress';
import { ImportReportView } from './ImportReportView';
import { PublishedAt } from './PublishedAt';
import type { Importer } from './use-importer';

/** Brings in a release from official files: choose, read, report, use. */
export function ImportPanel({ importer }: { readonly importer: Importer }) {
  const { state } = importer;
  return (
    <section id="import" aria-labelledby="import-heading">
      <h2 id="import-heading">Import a release</h2>
      <p>
        Takes the official files as published, zips or what is in them: the order file, the tabular list and
        the alphabetic index as XML. Nothing is fetched: <PublishedAt />
      </p>
      {(state.step === 'idle' || state.step === 'done') && <DropZone onFiles={importer.read} />}
      {state.step === 'idle' && state.problem && <p role="alert">{state.problem}</p>}
      {state.step === 'done' && <p role="status">{state.release.name} is in use.</p>}
      {(state.step === 'reading' || state.step === 'storing') && (
        <ImportProgress
          progress={state.progress}
          waiting={state.step === 'storing' && state.waiting}
          onCancel={importer.cancel}
        />
      )}
      {(state.step === 'report' || state.step === 'storing') && (
        <ImportReportView
          report={state.report}
          problem={state.step === 'report' ? state.problem : null}
          busy={state.step === 'storing'}
          onUse={importer.use}
          onDiscard={importer.discard}
        />
      )}
    </section>
  );
}
