import type { MatchedPart } from '../../data/search/results';

interface Props {
  readonly text: string;
  /** In order, and none over another. */
  readonly parts: readonly MatchedPart[];
}

/** A text with what matched of it marked; the words themselves stay as they are. */
export function Matched({ text, parts }: Props) {
  let end = 0;
  const pieces = parts.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
}
