import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Followed, follow } from '../../data/chooser/follow';
import type { Answer, Question } from '../../data/chooser/question';
import { dotted } from '../../data/code';
import type { Header } from '../../data/lookup/answer';
import { countOf } from '../verdict';
import { CodeList } from './CodeList';
import { useCardKeys } from './use-card-keys';

interface Props {
  readonly lookup: Header;
  /** The keys of the answers that are given. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onOpen: (text: string) => void;
}

/** Leads from a header to one of its many codes, by one question after another. */
export function Chooser({ lookup, chosen, onChoose, onOpen }: Props) {
  const id = useId();
  const { below, replacements } = lookup;
  const followed = useMemo(() => follow(below, replacements, chosen), [below, replacements, chosen]);
  const { given, left, next } = followed;
  const box = useRef<HTMLElement>(null);
  useCardKeys(box, (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const key = event.key.toUpperCase();
    if (next?.answers.some((answer) => answer.key === key)) onChoose([...chosen, key]);
    else if (event.key === 'Backspace' && chosen.length > 0) onChoose(chosen.slice(0, -1));
    else return moveFocus(box.current, event.key);
    return true;
  });
  useFocusOnNext(box, followed);

  return (
    <section class="chooser" aria-labelledby={id} ref={box}>
      <h3 id={id}>
        Choose the code <span class="remark">of {countOf(replacements.length)}</span>
      </h3>
      {given.length > 0 && (
        <ol class="given" aria-label="Chosen so far">
          {given.map(({ question, answer }, index) => (
            <li key={answer.key}>
              <button
                type="button"
                aria-label={`${question.axis}: ${answer.label}. Choose anew`}
                onClick={() => onChoose(chosen.slice(0, index))}
              >
                {answer.label}
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              class="step-back"
              aria-keyshortcuts="Backspace"
              onClick={() => onChoose(chosen.slice(0, -1))}
            >
              ← One step back
            </button>
          </li>
        </ol>
      )}
      {next ? (
        <Answers question={next} onAnswer={(key) => onChoose([...chosen, key])} />
      ) : (
        <CodeList heading="Your code" lines={left} onOpen={onOpen} />
      )}
      <p role="status" class="unseen">
        {given.length > 0 && stateOf(followed)}
      </p>
    </section>
  );
}

interface AnswersProps {
  readonly question: Question;
  readonly onAnswer: (key: string) => void;
}

function Answers({ question: { axis, answers }, onAnswer }: AnswersProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own in each browser
    <div class="answers" role="group" aria-labelledby={id}>
      <h4 id={id}>{axis}?</h4>
      {answers.map((answer) => (
        <button
          type="button"
          key={answer.key}
          aria-keyshortcuts={answer.key}
          onClick={() => onAnswer(answer.key)}
        >
          <kbd>{answer.key}</kbd> <span class="label">{answer.label}</span>{' '}
          <span class="remark">{leadsTo(answer)}</span>
        </button>
      ))}
    </div>
  );
}

/** A code, or how many. */
function leadsTo({ codes }: Answer): string {
  const [code] = codes;
  return code && codes.length === 1 ? dotted(code.code) : `${codes.length} codes`;
}

/** What is told to those who do not see it. */
function stateOf({ left: [code, ...more], next }: Followed): string {
  if (!next) return code ? `${dotted(code.code)}: ${code.title}` : '';
  return `${countOf(more.length + 1)} left. ${next.axis}?`;
}

/** By how much a key moves among the answers. */
const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** @returns false when the key moves nothing, or the focus is not on an answer */
function moveFocus(box: HTMLElement | null, key: string): boolean {
  const answers = [...(box?.querySelectorAll<HTMLElement>('.answers button') ?? [])];
  const at = answers.findIndex((answer) => answer.matches(':focus'));
  const by = MOVES[key];
  if (at < 0 || !by) return false;
  answers.at((at + by) % answers.length)?.focus();
  return true;
}

/** The button that had the focus is gone with its question: the focus goes on to what has come. */
function useFocusOnNext(box: RefObject<HTMLElement | null>, { given: { length } }: Followed): void {
  const before = useRef(length);
  const root = box.current?.getRootNode() as Document | ShadowRoot | undefined;
  const hadFocus = root?.activeElement ? box.current?.contains(root.activeElement) : false;
  useLayoutEffect(() => {
    if (before.current !== length && hadFocus) {
      box.current?.querySelector<HTMLElement>('.answers button, .codes .open')?.focus();
    }
    before.current = length;
  });
}
