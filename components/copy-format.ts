/** How a code is copied: `E11.9`, `E119` as claims systems want it, or `E11.9 Type 2 diabetes …`. */
export type CopyFormat = 'dotted' | 'undotted' | 'titled';

/**
 * The text that is copied of a code.
 * @param spelling as we print it, with its dot
 * @param title the official one; without it `titled` copies the code alone
 */
export function copiedText(spelling: string, title: string | undefined, format: CopyFormat): string {
  switch (format) {
    case 'dotted':
      return spelling;
    case 'undotted':
      return spelling.replaceAll('.', '');
    case 'titled':
      return title === undefined ? spelling : `${spelling} ${title}`;
  }
}
