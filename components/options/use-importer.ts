import { useEffect, useRef, useState } from 'preact/hooks';
import type { Confirmed } from '../../data/import/import-session';
import type { ImportReport } from '../../data/import/report';
import type { Progress } from '../../data/import/work';
import type { Release } from '../../data/release';
import type { FromImporter, ToImporter } from './import-protocol';

/** Where an import stands. */
type ImportState =
  | { readonly step: 'idle'; readonly problem: string | null }
  | { readonly step: 'reading'; readonly progress: Progress }
  /** Read and waiting for the user; `problem` is why an attempt to use it failed. */
  | { readonly step: 'report'; readonly report: ImportReport; readonly problem: string | null }
  | {
      readonly step: 'storing';
      readonly report: ImportReport;
      readonly progress: Progress;
      readonly waiting: boolean;
    }
  | { readonly step: 'done'; readonly release: Release };

export interface Importer {
  readonly state: ImportState;
  read(files: readonly File[]): void;
  use(confirmed: Confirmed): void;
  cancel(): void;
  discard(): void;
}

const IDLE: ImportState = { step: 'idle', problem: null };

/**
 * Runs imports in a worker of their own, which lives as long as what it has read.
 * @param onUsed called when another release has become current
 */
export function useImporter(openImporter: () => Worker, onUsed: (release: Release) => void): Importer {
  const [state, setState] = useState<ImportState>(IDLE);
  const worker = useRef<Worker | null>(null);
  const close = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => close, []);
  const tell = (message: ToImporter) => worker.current?.postMessage(message);

  return {
    state,
    read(files) {
      close();
      const opened = openImporter();
      worker.current = opened;
      opened.onmessage = ({ data }: MessageEvent<FromImporter>) => {
        setState((before) => next(before, data));
        if (data.is === 'used') onUsed(data.release);
      };
      opened.onerror = (event) =>
        setState((before) =>
          next(before, { is: 'failed', reason: event.message || 'the worker has stopped' }),
        );
      setState({ step: 'reading', progress: { phase: 'looking', share: 0 } });
      tell({ do: 'read', files });
    },
    use(confirmed) {
      setState((before) =>
        before.step === 'report'
          ? {
              step: 'storing',
              report: before.report,
              progress: { phase: 'writing', share: 0 },
              waiting: false,
            }
          : before,
      );
      tell({ do: 'use', confirmed });
    },
    cancel: () => tell({ do: 'cancel' }),
    discard() {
      close();
      setState(IDLE);
    },
  };
}

function next(state: ImportState, message: FromImporter): ImportState {
  switch (message.is) {
    case 'progress':
      if (state.step === 'storing') return { ...state, progress: message.progress, waiting: false };
      return state.step === 'reading' ? { ...state, progress: message.progress } : state;
    case 'waiting':
      return state.step === 'storing' ? { ...state, waiting: true } : state;
    case 'report':
      return { step: 'report', report: message.report, problem: null };
    case 'used':
      return { step: 'done', release: message.release };
    case 'failed':
      return stopped(state, `Nothing was changed: ${message.reason}`);
    case 'cancelled':
      return stopped(state, 'Cancelled. Nothing was changed.');
  }
}

/** What was read is still there when storing it failed. */
function stopped(state: ImportState, problem: string): ImportState {
  return state.step === 'storing'
    ? { step: 'report', report: state.report, problem }
    : { step: 'idle', problem };
}
