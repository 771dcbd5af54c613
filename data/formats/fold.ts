/** Takes the accents off a title: the tabular list has them (`Ménière's disease`), the order file has none. */
export function foldAccents(title: string): string {
  return title.normalize('NFD').replace(/\p{M}+/gu, '');
}
