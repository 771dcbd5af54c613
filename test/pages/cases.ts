/** What is marked in the test pages, in all frames together; the same in Chromium and Firefox. */

export interface Case {
  /** Reads on as the name of a test. */
  readonly name: string;
  readonly page: string;
  /** The marks once the page is read. */
  readonly marks: readonly string[];
  /** What the page then does by itself (`steps.edit()`), and the marks after each. */
  readonly steps?: readonly Step[];
}

export interface Step {
  readonly name: string;
  /** Marks that come with it, and those that go. */
  readonly adds?: readonly string[];
  readonly drops?: readonly string[];
}

export const CASES: readonly Case[] = [
  {
    name: 'codes in all layouts are marked, and nothing that nobody sees',
    page: 'layouts.html',
    marks: [
      ...['E11.65', 'I48.91', 'J44.1', 'M54.50'],
      ...['K219', 'C18.9', 'N18.6', 'D63.1', 'G9341', 'F331', 'L03.115'],
    ],
  },
  {
    name: 'codes in open, closed, nested and late shadow roots are marked',
    page: 'shadow.html',
    marks: ['E78.1', 'E78.2', 'E78.3', 'E78.41', 'E78.00'],
    steps: [
      { name: 'attachLater', adds: ['E78.5'] },
      { name: 'editInside', adds: ['E78.6'], drops: ['E78.3'] },
      { name: 'addHost', adds: ['E78.70'] },
    ],
  },
  {
    name: 'codes in frames are marked: nested, srcdoc, blank, written, blob, of another origin, sandboxed',
    page: 'frames.html',
    marks: [
      ...['G40.A01', 'G40.001', 'G40.009', 'G40.011', 'G40.101', 'G40.109'],
      ...['G40.111', 'G40.119', 'G40.201', 'G40.209'],
    ],
  },
  {
    name: 'what is hidden is marked once it is shown',
    page: 'hidden.html',
    marks: ['E03.9'],
    steps: [
      { name: 'class', adds: ['E05.00'] },
      { name: 'details', adds: ['E55.9'] },
      { name: 'dialog', adds: ['E61.1'] },
      { name: 'attribute', adds: ['E53.8'] },
      { name: 'style', adds: ['E83.42'] },
      { name: 'visible', adds: ['E87.6'] },
      { name: 'popover', adds: ['E86.0'] },
    ],
  },
  {
    name: 'marks follow a page that lives',
    page: 'living.html',
    marks: ['E11.9', 'I10', 'I110', 'K21.9', 'K22.2', 'K25.9'],
    steps: [
      { name: 'recycle', adds: ['I119', 'I130'], drops: ['I10', 'I110'] },
      { name: 'scroll', adds: ['K29.70'], drops: ['K21.9'] },
      { name: 'edit', adds: ['E11.65'], drops: ['E11.9'] },
      { name: 'untrue', drops: ['E11.65'] },
      { name: 'clear' },
      { name: 'navigate', adds: ['M17.11'], drops: ['I119', 'I130', 'K22.2', 'K25.9', 'K29.70'] },
      { name: 'clear' },
      { name: 'afterClear', adds: ['M16.11'] },
    ],
  },
];

/** Form fields of `layouts.html`: whose code has a card under the pointer, and whose never has. */
export const FIELDS: Readonly<Record<string, string | null>> = {
  input: 'E66.9',
  textarea: 'J45.909',
  select: 'R51.9',
  readonly: 'I25.10',
  password: null,
};

/** The marks before the first step and after each. */
export function expectedOf({ marks, steps = [] }: Case): { step: string | null; marks: string[] }[] {
  const expected: { step: string | null; marks: string[] }[] = [{ step: null, marks: [...marks].sort() }];
  let now = marks;
  for (const { name, adds = [], drops = [] } of steps) {
    now = [...now.filter((mark) => !drops.includes(mark)), ...adds];
    expected.push({ step: name, marks: [...now].sort() });
  }
  return expected;
}
