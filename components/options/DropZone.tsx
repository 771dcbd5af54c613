import { useState } from 'preact/hooks';

/** Files by dropping them, or by the button of the file input: both work with any number of files. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const give = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input is the first
    <div
      class={over ? 'drop-zone over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        give(event.dataTransfer?.files);
      }}
    >
      <label for="import-files">Drop the official files here, or choose them:</label>
      <input
        id="import-files"
        type="file"
        multiple
        onChange={(event) => {
          give(event.currentTarget.files);
          // The same files can then be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
