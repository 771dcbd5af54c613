import type { Cue, FoundCue } from './cues';
import type { Nominee } from './nominate';

/** Marks, numbers, codes, and words that stand between a label and its code. */
const FILLING =
  /^(?:(?<![A-Za-zÀ-ɏ0-9])[A-L]\.(?=\s)|[\s:;,=#|"'‘’“”()[\]{}<>/&+*†•·…›»→‹«×✕^_–—-]|\.{2,}|(?<![A-Za-zÀ-ɏ)]|[A-Za-zÀ-ɏ]\d)\.|(?:codes?|cd|code\(s\)|description|nos?|nr|number|num|is|are|was|were|of|as|for|with|and|or|vs|versus|not|plus|to|by|y|und|oder|et|e|list|the|billed|coded|assigned|version|value|display|primary|prim|secondary|sec|principal|admitting|working|final|main|required|optional|pointers?|class(?:es)?|groups?|coding|like|in|isin|(?:str\.)?(?:startswith|contains)|eq|equals|seq(?:uence)?|text|type|ranges?|m?cc|poa|s|es|CM|[A-Za-zÀ-ɏ])(?![A-Za-zÀ-ɏ0-9])|(?=[A-Za-zÀ-ɏ]{0,3}\d)[A-Za-zÀ-ɏ0-9.]{1,9}(?![A-Za-zÀ-ɏ0-9]))*$/i;
const RIGHT_BEFORE = /^[\s.#(]*(?:(?:nos?|nr|number|from|to|is|at|of)(?![A-Za-zÀ-ɏ]))?[\s.#(]*$/i;
/** What makes words a label: "Dx:", "Diagnosis (3) -". */
const LABEL_END = /^\s*(?:codes?|list|\(s\)|\d{1,2}|#\s?\d+|\([^)]{0,12}\)|[A-L])?\s*[:=–—]/i;
const SENTENCE_END = /(?<!(?:^|\s)1?\d|\s[A-Za-zÀ-ɏ])[.!?]\s+[A-ZÀ-Þ][a-zß-ɏ]|\s[·•]\s|\n\s*\n/;
/** A label without a cue: what follows it is none of the label before it. */
const OTHER_LABEL =
  /[;.,\n)]\s*[A-ZÀ-Þ][A-Za-zÀ-ɏ /&]{1,30}:(?!\S)|\n[A-Za-zÀ-ɏ_]+\s*=|(?<=\S.*)[A-Za-zÀ-ɏ_]{2,}\s?[:=]\s*["'(]*$/;
/** "Diag. I10": the dot of an abbreviation, where a longer word ends a sentence. */
const LONGEST_ABBREVIATION = 5;
/** How far back a label reaches, in characters. */
const LABEL_REACH = 240;

/** The cue before a candidate that it goes with, and whether it stands right before it or earlier in the sentence. */
export function cueBefore(
  text: string,
  { start, shape }: Nominee,
  cues: readonly FoundCue[],
): { position: 'before' | 'earlier'; cue: Cue } | null {
  const hasDot = shape === 'dotted' || shape === 'short';
  for (let index = cues.length - 1; index >= 0; index--) {
    const { cue, start: from, end } = cues[index] as FoundCue;
    if (end > start || cue.onlyBehind) continue;
    if (start - end > LABEL_REACH) return null;
    const gap = text.slice(end, start);
    if (cue.onlyRightBefore) {
      if (RIGHT_BEFORE.test(gap)) return { position: 'before', cue };
      continue;
    }
    if (/^\.(?!\.)/.test(gap) && end - from > LONGEST_ABBREVIATION) return null;
    if (SENTENCE_END.test(gap)) return null;
    if (FILLING.test(gap.startsWith('.') ? gap.slice(1) : gap)) {
      // In a list all codes have a dot, or none has.
      if (!hasDot && /[A-Z]\d\w\.\w/.test(gap)) return null;
      if (!isHeadOfLines(text, from, gap)) return null;
      return { position: 'before', cue: nameBefore(text, cues, index) ?? cue };
    }
    if (OTHER_LABEL.test(gap)) return null;
    if (LABEL_END.test(gap)) return { position: 'earlier', cue: nameBefore(text, cues, index) ?? cue };
  }
  return null;
}

/** The next line of JSON or YAML: `"system": "…icd-10-cm",` and `"code": "`. */
const NEXT_FIELD = /^["'\s,]*\n\s*["']?(?:code|value)["']?\s*[:=]\s*["']?$/i;

/** Whether a label reaches into the next line: it ends its own with a colon, or has it to itself. */
function isHeadOfLines(text: string, start: number, gap: string): boolean {
  const line = gap.indexOf('\n');
  if (line < 0 || NEXT_FIELD.test(gap)) return true;
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const rest = gap.slice(0, line);
  return !/\d/.test(rest) && (/[:=–—-]\s*$/.test(rest) || (!before.trim() && !/[,;|)]\s*$/.test(rest)));
}

/** "ICPC-2 reasons for encounter:", "ICD-9 diagnosis:": the classification that a label names. */
function nameBefore(text: string, cues: readonly FoundCue[], index: number): Cue | null {
  const [before, label] = [cues[index - 1], cues[index]];
  if (!before || !label || !isClassification(before.cue) || isClassification(label.cue)) return null;
  const isName = /^[ \t\u00a0(:-]*(?:codes?)?[ \t\u00a0)(:-]*$/i.test(text.slice(before.end, label.start));
  return isName && !before.cue.onlyRightBefore && !before.cue.onlyBehind ? before.cue : null;
}

function isClassification({ sense }: Cue): boolean {
  return sense === 'other' || sense === 'system';
}

/** What stands between a code and its system in JSON, XML and HL7: `"code":"I10","system":"`, `I10^Hypertension^`. */
const ATTRIBUTE =
  /^"[\s,]*(?:"?\w+"?\s*[:=]\s*"[^"]*"[\s,]*){0,3}"?(?:code)?system\w*"?\s*[:=]?\s*"[^"]*$|^\^[^|~^]*\^$/i;
const BEHIND = /^[ \t\u00a0()[\]"',:=|^~–-]*$/;
/** "R42 as the principal diagnosis", "E11.99 is not a valid ICD-10-CM code" */
const AS_A =
  /^["'”’)]?\s+(?:as|(?:is|was)(?:\s+not|n['’]t)?)\s+(?:(?:an?|no|the|your|my|our|his|her|its|first|only|primary|principal|secondary|main|final|admitting|valid|invalid|billable)\s+)*$/i;
const ENDS_CLAUSE = /^\s*(?:codes?)?\s*(?:[)\].,;|"~]|$)/;

/** The cue behind a candidate that it goes with: “I10 (ICD-10-CM)”. */
export function cueBehind(
  text: string,
  { end }: Nominee,
  cues: readonly FoundCue[],
): { position: 'before' | 'behind'; cue: Cue; isField: boolean } | null {
  const next = cues.find(({ start }) => start >= end);
  if (!next || next.cue.onlyRightBefore || next.start - end > 160) return null;
  const gap = text.slice(end, next.start);
  if (ATTRIBUTE.test(gap)) return { position: 'behind', cue: next.cue, isField: true };
  if (AS_A.test(gap) && (next.cue.sense === 'system' || next.cue.sense === 'diagnosis'))
    return { position: 'before', cue: next.cue, isField: false };
  const isBehind =
    BEHIND.test(gap) || (next.cue.sense === 'system' && FILLING.test(gap) && !/[|^\n]/.test(gap));
  return isBehind && ENDS_CLAUSE.test(text.slice(next.end, next.end + 12))
    ? { position: 'behind', cue: next.cue, isField: false }
    : null;
}
