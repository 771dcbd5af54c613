import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { copyText } from '../copy';

interface Props {
  readonly text: string;
  /** The button's name; says what is copied. */
  readonly label: string;
  /** A key that does the same, as `aria-keyshortcuts` spells it. */
  readonly keys?: string;
  readonly children: ComponentChildren;
}

/** How long the answer stands, in milliseconds. */
const ANSWER_STANDS = 1500;

/** Copies a text and says whether it went well. */
export function CopyButton({ text, label, keys, children }: Props) {
  const [answer, setAnswer] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const copy = async () => {
    try {
      await copyText(text);
      setAnswer('Copied');
    } catch (reason) {
      console.warn('Dx Lens: nothing was copied', reason);
      setAnswer('The browser refused');
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnswer(''), ANSWER_STANDS);
  };

  // The answer is no part of the button: what stands in one is not announced (ARIA 1.2, children presentational).
  return (
    <span class="copying">
      <button type="button" class="copy" aria-label={label} aria-keyshortcuts={keys} onClick={copy}>
        {children}
      </button>
      <span role="status">{answer}</span>
    </span>
  );
}
