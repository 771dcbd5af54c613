import { readFileSync } from 'node:fs';
import { type Code, dotted } from '../../data/code';
import { EmbeddedRelease } from '../../data/embedded';

/** A generated page, and what it is made of. */
export interface MadePage {
  readonly html: string;
  readonly texts: number;
  readonly characters: number;
  /** The codes in it, all of which are to be marked. */
  readonly hits: number;
}

const TEXTS = 20_000;
const CHARACTERS = 544_000;
/** Rows of six cells, one of which is a code. */
const ROWS = 2_000;
/** Paragraphs of four texts, with two codes. */
const PARAGRAPHS = 2_000;

const NAMES = ['Abbot-Test, Kim', 'Ortiz-Test, Max', 'Lindqvist-Test, Ana', 'Nakamura-Test, Jo'];
const ILLS = [
  'low back pain, better',
  'cough for three weeks',
  'follow-up after surgery',
  'medication review',
];
const WORDS =
  'seen in clinic today with her daughter, feels well, sleeps through, walks a mile each morning, takes all ' +
  'medicines as prescribed and has no new complaints; blood pressure and weight are as they were in the spring';

/**
 * 20,000 text nodes, 544,000 characters, 6,000 codes, 1,000 of them different: a claims table of 2,000 rows (the
 * head says “Dx”, one code a row, every other one without its dot) and 2,000 paragraphs of four texts (one code
 * with its dot in brackets, one without behind “Dx:”).
 */
export async function densePage(): Promise<MadePage> {
  const codes = await someCodes(1_000);
  const codeAt = (index: number) => codes[(index * 7) % codes.length] as Code;
  const rows: string[] = [];
  let spent = 0;
  let texts = 0;
  const heads = ['Claim', 'Patient', 'Dx', 'Reason for visit', 'CPT', 'Charge'];
  for (const head of heads) spent += head.length;
  texts += heads.length;
  for (let row = 0; row < ROWS; row++) {
    const code = codeAt(row);
    const cells = [
      `${4_400_000 + row}`,
      NAMES[row % 4] as string,
      row % 2 ? code : dotted(code),
      ILLS[(row >> 2) % 4] as string,
      `${99_200 + (row % 16)}`,
      `$${(row % 900) + 40}.00`,
    ];
    texts += cells.length;
    spent += cells.join('').length;
    rows.push(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  }
  // What is left of texts and characters is spread over the paragraphs.
  const paragraphs: string[] = [];
  const textsLeft = TEXTS - texts;
  for (let nth = 0; nth < PARAGRAPHS; nth++) {
    const [first, second] = [dotted(codeAt(nth + 3)), codeAt(nth * 3 + 1)];
    const fixed = [`${nth + 1}. `, 'Patient', ` (${first}) was `, ` Dx: ${second}`];
    const isLast = nth === PARAGRAPHS - 1;
    const length = isLast ? CHARACTERS - spent : Math.floor((CHARACTERS - spent) / (PARAGRAPHS - nth));
    const filling = filler(length - fixed.join('').length, nth);
    const extra = isLast ? textsLeft - 4 * PARAGRAPHS : 0;
    if (extra > 0 || length < fixed.join('').length) throw new Error('the parts of the page do not add up');
    spent += length;
    texts += 4;
    // The table's head has six texts, for which the last paragraphs have one or two less.
    const [start, patient, middle, end] = fixed as [string, string, string, string];
    if (nth >= PARAGRAPHS - heads.length) {
      paragraphs.push(`<p>${start}${patient}<i>${middle}${filling}</i><b>${end}</b></p>`);
      texts--;
    } else paragraphs.push(`<p>${start}<i>${patient}</i>${middle}${filling}<b>${end}</b></p>`);
  }
  const html = page(
    `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>${paragraphs.join('')}`,
  );
  return { html, texts, characters: spent, hits: ROWS + 2 * PARAGRAPHS };
}

/** As many text nodes as asked for, in paragraphs of ten; without a single code. */
export function codelessPage(texts: number): MadePage {
  const parts: string[] = [];
  let characters = 0;
  for (let nth = 0; nth < texts / 10; nth++) {
    const pieces = Array.from({ length: 10 }, (_, at) => filler(20 + ((nth + at) % 15), nth + at));
    characters += pieces.join('').length;
    parts.push(`<p>${pieces.map((piece, at) => (at % 2 ? `<i>${piece}</i>` : piece)).join('')}</p>`);
  }
  return { html: page(parts.join('')), texts, characters, hits: 0 };
}

/** As many text nodes as asked for, in paragraphs of ten with one code each; `#middle` is in the middle. */
export async function longPage(texts: number): Promise<MadePage> {
  const codes = await someCodes(1_000);
  const count = texts / 10;
  const parts: string[] = [];
  for (let nth = 0; nth < count; nth++) {
    const code = dotted(codes[(nth * 7) % codes.length] as Code);
    const pieces = Array.from({ length: 10 }, (_, at) =>
      at === 5 ? code : ` ${filler(20 + ((nth + at) % 15), nth + at)} `,
    );
    const id = nth === count / 2 ? ' id="middle"' : '';
    parts.push(`<p${id}>${pieces.map((piece, at) => (at % 2 ? `<i>${piece}</i>` : piece)).join('')}</p>`);
  }
  return { html: page(parts.join('')), texts, characters: 0, hits: count };
}

const GRID_ROWS = 50;
/** How often all rows of the grid are filled anew, in milliseconds. */
export const GRID_EVERY = 200;

/**
 * An ARIA grid whose fifty rows get other contents every 200 ms, as the rows of a virtual list that is scrolled
 * without end: two codes, a HCPCS code and four other cells a row. Every other column puts a new text into its
 * cell, the rest change the text that is there.
 */
export async function gridPage(): Promise<MadePage> {
  const codes = await someCodes(1_000);
  const heads = ['Line', 'Patient', 'Principal dx', 'Secondary dx', 'HCPCS', 'Reason', 'Charge'];
  const head = heads.map((text) => `<span role="columnheader">${text}</span>`).join('');
  const row = `<div role="row">${heads.map(() => '<span role="gridcell">–</span>').join('')}</div>`;
  const script = `
    const codes = ${JSON.stringify(codes)};
    const rows = [...document.querySelectorAll('#body [role="row"]')];
    let first = 0;
    function recycle() {
      first += rows.length;
      rows.forEach((row, at) => {
        const line = first + at;
        const a = codes[line * 7 % codes.length], b = codes[line * 11 % codes.length];
        const texts = [String(line), ${JSON.stringify(NAMES)}[line % 4], a.slice(0, 3) + '.' + a.slice(3), b, 'E0' + (100 + line % 800),
          ${JSON.stringify(ILLS)}[line % 4], '$' + line % 900 + '.00'];
        texts.forEach((text, column) => {
          const cell = row.children[column];
          if (column % 2) cell.textContent = text;
          else cell.firstChild.data = text;
        });
      });
    }
    recycle();
    setInterval(recycle, ${GRID_EVERY});`;
  const style = '[role="row"]{display:grid;grid-template-columns:repeat(7,1fr);height:16px;overflow:hidden}';
  const body = Array.from({ length: GRID_ROWS }, () => row).join('');
  const html = page(
    `<style>${style}</style><div role="grid"><div role="row">${head}</div><div id="body" role="rowgroup">${body}</div></div><script>${script}</script>`,
  );
  return { html, texts: GRID_ROWS * heads.length, characters: 0, hits: 2 * GRID_ROWS };
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page of the bench</title><body>${body}</body></html>`;
}

/** Words without a code, of exactly this length. */
function filler(length: number, from: number): string {
  let text = WORDS.slice((from * 13) % 90);
  while (text.length < length) text += ` ${WORDS}`;
  return text.slice(0, Math.max(0, length));
}

let billable: Promise<Code[]> | undefined;

/** Billable codes of at least four characters, from all chapters. */
export async function someCodes(count: number): Promise<Code[]> {
  billable ??= allBillable();
  const all = await billable;
  return Array.from({ length: count }, (_, nth) => all[Math.floor((nth * all.length) / count)] as Code);
}

async function allBillable(): Promise<Code[]> {
  const release = new EmbeddedRelease(async () => readFileSync('data/icd10cm/release.zip'));
  const found: Code[] = [];
  for await (const shard of release.shards()) {
    for (const { code, billable } of shard.nodes) if (billable && code.length > 3) found.push(code);
  }
  return found;
}
