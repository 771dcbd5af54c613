import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from '../copy';

interface Props {
  readonly text: string;
  /** The button's name; says what is copied. */
  readonly label: string;
  readonly children: ComponentChildren;
}

type State = 'ready' | 'copied' | 'refused';

const ANSWERS: Record<State, string> = { ready: '', copied: 'Copied', refused: 'The browser refused' };
/** How long the answer stands, in milliseconds. */
const ANSWER_STANDS = 1500;

/** Copies a text and says whether it went well. */
export function CopyButton({ text, label, children }: Props) {
  const [state, setState] = useState<State>('ready');

  const copy = async () => {
    try {
      await copyText(text);
      setState('copied');
    } catch (reason) {
      console.warn('Dx Lens: nothing was copied', reason);
      setState('refused');
    }
    setTimeout(() => setState('ready'), ANSWER_STANDS);
  };

  return (
    <button type="button" class="copy" aria-label={label} onClick={copy}>
      <span role="status">{ANSWERS[state]}</span>
      {state === 'ready' && children}
    </button>
  );
}
