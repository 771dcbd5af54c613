import { useState } from 'preact/hooks';

/** Stores settings, and tells what went wrong, until the next one is stored. */
export function useStoring(): {
  readonly problem: string | null;
  store(storing: Promise<void>): Promise<void>;
} {
  const [problem, setProblem] = useState<string | null>(null);
  const store = async (storing: Promise<void>) => {
    try {
      await storing;
      setProblem(null);
    } catch (reason) {
      console.warn('Dx Lens: the setting could not be stored', reason);
      setProblem(`The setting was not stored: ${reason instanceof Error ? reason.message : reason}`);
    }
  };
  return { problem, store };
}
