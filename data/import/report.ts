/** What an import found, for people. Plain data: it goes from a worker to its page. */
import type { Edition } from '../edition';
import type { Release } from '../release';
import type { Differences } from './compare';
import type { FileKind } from './recognise';

export interface ImportReport {
  readonly files: readonly FileReport[];
  /** The manifest as it would be stored. */
  readonly release: Release;
  readonly edition: Edition;
  /** How the edition is known; a guess is for the user to confirm. */
  readonly editionFrom: EditionFrom;
  /** The release with which the files were compared, and from which comes what they lack. */
  readonly present: Release;
  /** What the files lack, and what stands in for it. */
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
  readonly differences: Differences;
}

export type EditionFrom = 'published file' | 'published counts' | 'addenda' | 'present release' | 'guess';

export interface FileReport {
  readonly path: string;
  readonly kind: FileKind;
  readonly used: boolean;
  /** `98,403 codes, 74,879 billable`; for a file that is not used the reason. */
  readonly says: string;
  /** Its SHA-256 is that of a published file. */
  readonly asPublished: boolean;
}
