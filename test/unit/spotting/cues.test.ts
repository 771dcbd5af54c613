import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CUES, cuesIn } from '../../../data/spotting/cues';

describe('each cue', () => {
  it.each(CUES.map((cue) => [cue.name, cue]))('is found in its example: %s', (_, cue) => {
    expect(cuesIn(cue.example).map(({ cue: { name } }) => name)).toContain(cue.name);
  });
});

describe('the beginnings of cues', () => {
  const everywhere = new RegExp(
    `(?<![0-9A-Za-zÀ-ɏ])(?:${CUES.map(({ pattern }) => pattern).join('|')})(?![A-Za-zÀ-ɏ])`,
    'gi',
  );
  const corpus = new URL('../../corpus/', import.meta.url);
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  const texts = files.map((file) => readFileSync(new URL(file, corpus), 'utf8'));

  it('leave out no cue of all texts of the corpus', () => {
    for (const text of texts) {
      const found = cuesIn(text).map(({ start, end }) => text.slice(start, end));
      expect(found).toEqual(text.match(everywhere) ?? []);
    }
  });

  it.each(['co-morbidities', 'UB rev', 'past medical history', 'dxcode ptr', '2.16.840.1.113883.6.90'])(
    'leave out none where digits, marks or blanks follow, or two words are one cue: %s',
    (text) => {
      expect(cuesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([text]);
    },
  );

  it('leave out none of the words that the patterns spell', () => {
    const words = CUES.flatMap(({ pattern }) => pattern.match(/[A-Za-z]{2,}/g) ?? []);
    for (const word of new Set(words))
      expect([word, cuesIn(word).length]).toEqual([word, (word.match(everywhere) ?? []).length]);
  });
});
