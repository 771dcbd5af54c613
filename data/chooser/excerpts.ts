/**
 * Of several titles the words in which they differ: what all of them begin and end with is left out. Where nothing
 * would be left of one, or two would be the same, all stay as they are.
 *
 * `Fusion of spine, cervical region`, `Fusion of spine, lumbar region` → `cervical`, `lumbar`
 */
export function excerptsOf(titles: readonly string[]): string[] {
  const texts = titles.map((title) => title.split(' '));
  const start = sharedStart(texts);
  const behind = texts.map((words) => words.slice(start));
  const end = sharedEnd(behind);
  const excerpts = behind.map((words) => plain(words.slice(0, words.length - end).join(' ')));
  return excerpts.every((excerpt) => excerpt !== '') && new Set(excerpts).size === new Set(titles).size
    ? excerpts
    : [...titles];
}

type Words = readonly string[];

/** How many words all of them begin with. A number is not parted from what it counts: `stage 4`. */
function sharedStart(texts: readonly Words[]): number {
  const length = sharedLength(texts, (words, at) => words[at]);
  const startsWithNumber = texts.some((words) => /^(\d+|[IVX]+)$/.test(plain(words[length] ?? '')));
  return startsWithNumber ? Math.max(0, length - 1) : length;
}

/** How many words all of them end with. None where one would break off: `with`, `without` tell nothing of bleeding. */
function sharedEnd(texts: readonly Words[]): number {
  const length = sharedLength(texts, (words, at) => words.at(-1 - at));
  return texts.some((words) => breaksOff(words.at(-1 - length))) ? 0 : length;
}

function breaksOff(word: string | undefined): boolean {
  return /^(with|without|of|or|and|in|to|by|from|for|at|on|the|due)$/i.test(word ?? '');
}

function sharedLength(
  texts: readonly Words[],
  wordAt: (words: Words, at: number) => string | undefined,
): number {
  const [first = []] = texts;
  let length = 0;
  while (
    length < first.length &&
    texts.every((words) => length < words.length && isSame(wordAt(words, length), wordAt(first, length)))
  ) {
    length++;
  }
  return length;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plain(one) === plain(other);
}

function plain(word: string): string {
  return word.replace(/[,;:]+$/, '');
}
