import { VERDICT_LABELS } from '../../components/verdict';
import type { Hit, MatchedPart } from '../../data/search/results';

/** A line that the address bar suggests; `content` is what takes the place of what was typed. */
export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/**
 * A hit as a line of the address bar.
 * @param markup whether the browser reads descriptions as XML with `<match>` and `<dim>`, as Chromium does. It drops
 *   all suggestions when one does not parse. Firefox shows a description as it is.
 */
export function suggestionOf({ spelling, title, verdict, matched, why }: Hit, markup: boolean): Suggestion {
  const label = VERDICT_LABELS[verdict];
  if (!markup) {
    return { content: spelling, description: `${spelling} ${title} (${label}${why ? `; ${why.text}` : ''})` };
  }
  const reason = why ? ` <dim>${marked(why.text, why.matched)}</dim>` : '';
  return {
    content: spelling,
    description: `<url>${escapeXml(spelling)}</url> ${marked(title, matched)} <dim>${escapeXml(label)}</dim>${reason}`,
  };
}

function marked(text: string, parts: readonly MatchedPart[]): string {
  let end = 0;
  let xml = '';
  for (const [from, to] of parts) {
    xml += `${escapeXml(text.slice(end, from))}<match>${escapeXml(text.slice(from, to))}</match>`;
    end = to;
  }
  return xml + escapeXml(text.slice(end));
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
