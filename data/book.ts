import type { History } from './history/history';
import type { CodeSource } from './source';

/** All that lookups are answered from. */
export interface CodeBook {
  /** The release in use: the packaged one, or one that the user imported. */
  readonly installed: CodeSource;
  /** The release that ships in the package, which the history ends with. */
  readonly packaged: CodeSource;
  /** What became of each code over the releases. */
  history(): Promise<History>;
}
