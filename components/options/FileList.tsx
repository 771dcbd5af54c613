import type { FileKind } from '../../data/import/recognise';
import type { FileReport } from '../../data/import/report';

const KINDS: Readonly<Partial<Record<FileKind, string>>> = {
  order: 'Order file',
  'order-addenda': 'Order addenda',
  tabular: 'Tabular list',
  index: 'Alphabetic index',
  zip: 'Zip',
};

/** Each file with what it gave, or why it is not used. */
export function FileList({ files }: { readonly files: readonly FileReport[] }) {
  return (
    <ul class="files">
      {files.map(({ path, kind, used, says, asPublished }, index) => (
        <li key={`${index} ${path}`}>
          <strong>{path}</strong>: {used && KINDS[kind] ? `${KINDS[kind]}, ${says}` : `not used: ${says}`}
          {asPublished && <> (as published)</>}
        </li>
      ))}
    </ul>
  );
}
