/** Labelled texts and pages: `⟦E11.9⟧` is a code that is to be marked. How they are written: README.md. */

export interface Labelled {
  readonly name: string;
  /** Without the brackets. */
  readonly html: string;
  /** The codes to be marked, as a reader sees them. */
  readonly codes: readonly string[];
}

/** The snippets of a file: each begins with a comment that names it. */
export function readSnippets(file: string, content: string): Labelled[] {
  return content
    .split(/^<!-- (?=.+ -->$)/m)
    .slice(1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\n');
      return readLabelled(`${file}: ${head.replace(/ -->$/, '')}`, rest.join('\n'));
    });
}

export function readLabelled(name: string, source: string): Labelled {
  return {
    name,
    html: source.replace(/[⟦⟧]/g, ''),
    codes: [...source.matchAll(/⟦(.*?)⟧/gs)].map(([, code = '']) => seen(code)),
  };
}

/** What a reader sees of markup. */
function seen(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:shy|#173|#xad|#8203|#x200b|ZeroWidthSpace|#8288|#x2060|zwnj|zwj);/gi, '')
    .replace(/&(?:nbsp|#160|#xa0);/gi, ' ')
    .replace(/&(?:ndash|#8211|#x2013);/gi, '–')
    .replace(/&(?:mdash|#8212);/gi, '—')
    .replace(/&(?:#8209|#x2011);/gi, '‑')
    .replace(/&(?:#8208|#x2010|hyphen|dash);/gi, '‐')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ');
}

/** How many of the marks are right, and what is missing or wrong; each expected code is met once. */
export function compare(expected: readonly string[], marked: readonly string[]) {
  const missing = [...expected];
  const wrong: string[] = [];
  for (const text of marked) {
    const at = missing.indexOf(text);
    if (at >= 0) missing.splice(at, 1);
    else wrong.push(text);
  }
  return { right: expected.length - missing.length, missing, wrong };
}
