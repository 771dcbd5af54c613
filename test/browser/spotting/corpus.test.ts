import { describe, expect, it } from 'vitest';
import { type ExplainedCandidate, explainPage } from '../../../entrypoints/content/explain-page';
import { Decider } from '../../../entrypoints/content/marking/decider';
import { Roots } from '../../../entrypoints/content/marking/roots';
import { compare, type Labelled, readLabelled, readSnippets } from '../../corpus/read';
import { release } from '../release';

const FILES: Record<string, string> = import.meta.glob('../../corpus/*/*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The least that the corpus must reach: issue 5. */
const PRECISION = 0.98;
const RECALL = 0.97;

describe.each(['development', 'second', 'third', 'fourth'])('the %s corpus', (set) => {
  it.each(['snippets', 'pages'])(
    'is spotted: %s',
    async (kind) => {
      let [right, wrong, missing] = [0, 0, 0];
      const report: string[] = [];
      for (const labelled of labelledIn(set, kind)) {
        const explained = await spot(labelled.html);
        const marked = explained.filter(({ counts }) => counts).map(({ text }) => text.replace(/\s+/g, ' '));
        const result = compare(labelled.codes, marked);
        right += result.right;
        wrong += result.wrong.length;
        missing += result.missing.length;
        for (const text of result.missing)
          report.push(`MISSING ${text} in ${labelled.name}${why(explained, text)}`);
        for (const text of result.wrong)
          report.push(`WRONG ${text} in ${labelled.name}${why(explained, text)}`);
      }
      const precision = right / (right + wrong);
      const recall = right / (right + missing);
      console.info(
        `${set} ${kind}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${right} right, ${wrong} wrong, ${missing} missing\n${report.join('\n')}`,
      );
      expect(precision).toBeGreaterThanOrEqual(PRECISION);
      expect(recall).toBeGreaterThanOrEqual(RECALL);
    },
    120_000,
  );
});

function labelledIn(set: string, kind: string): Labelled[] {
  return Object.entries(FILES)
    .filter(([path]) => path.includes(`/${set}/${kind}/`))
    .flatMap(([path, content]) => {
      const name = path.split('/').at(-1) ?? path;
      return kind === 'snippets' ? readSnippets(name, content) : [readLabelled(name, content)];
    });
}

async function spot(html: string): Promise<ExplainedCandidate[]> {
  const parsed = Document.parseHTMLUnsafe(html);
  document.head.replaceChildren(
    ...[...parsed.head.children].filter(({ localName }) => localName === 'style'),
  );
  document.body.replaceChildren(...parsed.body.childNodes);
  const roots: ShadowRoot[] = [];
  const finder = new Roots((root) => roots.push(root));
  finder.findIn(document.body);
  await new Promise((resume) => setTimeout(resume));
  finder.stop();
  return explainPage([document.body, ...roots], new Decider(release));
}

function why(explained: readonly ExplainedCandidate[], text: string): string {
  const one = explained.find((candidate) => candidate.text.replace(/\s+/g, ' ') === text);
  if (!one) return ': not nominated';
  return `: ${one.verdict}, ${one.points} from ${one.reasons.map(({ rule, points }) => `${rule} ${points}`).join('; ')}`;
}
