import { useEffect, useState } from 'preact/hooks';
import type { Settings } from './settings';
import { followSettings } from './stored-settings';

/** The settings, wherever they are changed; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const stopped = new AbortController();
    followSettings(setSettings, stopped.signal);
    return () => stopped.abort();
  }, []);
  return settings;
}
