/** What the options page and its import worker say to each other. */
import type { Confirmed } from '../../data/import/import-session';
import type { ImportReport } from '../../data/import/report';
import type { Progress } from '../../data/import/work';
import type { Release } from '../../data/release';

export type ToImporter =
  | { readonly do: 'read'; readonly files: readonly File[] }
  | { readonly do: 'use'; readonly confirmed: Confirmed }
  | { readonly do: 'cancel' };

export type FromImporter =
  | { readonly is: 'progress'; readonly progress: Progress }
  /** Another tab, or the first filling, holds the database: the writing begins when it is done. */
  | { readonly is: 'waiting' }
  | { readonly is: 'report'; readonly report: ImportReport }
  | { readonly is: 'used'; readonly release: Release }
  | { readonly is: 'failed'; readonly reason: string }
  | { readonly is: 'cancelled' };
