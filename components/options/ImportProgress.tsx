import type { Phase, Progress } from '../../data/import/work';

const PHASES: Readonly<Record<Phase, string>> = {
  looking: 'Looking into the files',
  reading: 'Reading the files',
  joining: 'Putting the release together',
  indexing: 'Building the search index',
  writing: 'Storing and checking the release',
};

interface Props {
  readonly progress: Progress;
  readonly waiting: boolean;
  readonly onCancel: () => void;
}

export function ImportProgress({ progress, waiting, onCancel }: Props) {
  const percent = Math.round(progress.share * 100);
  return (
    <div class="import-progress">
      {/* Read out when the phase changes; the number beside it would be read out all the time. */}
      <p role="status">
        {waiting ? 'Waiting: another tab of Dx Lens is storing a release' : PHASES[progress.phase]}
      </p>
      <progress value={progress.share} max={1} aria-label="Import">
        {percent}%
      </progress>
      <span aria-hidden="true">{percent}%</span>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
