import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chapter } from '../../data/release';
import { sendMessage } from '../messages';

type ChapterName = Pick<Chapter, 'number' | 'title'>;

interface Props {
  /** Its number as printed; null for all. */
  readonly chapter: string | null;
  readonly onChapter: (chapter: string | null) => void;
}

const MENU = 'chapters';

/**
 * A button that opens the chapters, by their official titles, to choose one from. Not a `<select>`: that one is a
 * second combobox, with options, beside the search's own.
 */
export function ChapterFilter({ chapter, onChapter }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const chapters = useChapters();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = chapters.find(({ number }) => number === chapter);
  const close = () => {
    menu.current?.hidePopover();
    button.current?.focus();
  };
  const all: readonly { readonly number: string | null; readonly title: string }[] = [
    { number: null, title: 'All chapters' },
    ...chapters,
  ];
  return (
    <>
      <button
        ref={button}
        type="button"
        class="chapter"
        popoverTarget={MENU}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
      >
        {chapter === null ? 'All chapters' : `Chapter ${chapter}${chosen ? `: ${chosen.title}` : ''}`}
      </button>
      <div
        id={MENU}
        ref={menu}
        popover="auto"
        role="radiogroup"
        aria-label="Chapter"
        class="chapters"
        onToggle={(event) => {
          setIsOpen(event.newState === 'open');
          if (event.newState === 'open') menu.current?.querySelector<HTMLElement>(':checked')?.focus();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return;
          // Escape would clear the search too.
          event.stopPropagation();
          event.preventDefault();
          close();
        }}
      >
        {all.map(({ number, title }) => (
          <label key={number} onPointerUp={() => setTimeout(close)}>
            <input type="radio" name={MENU} checked={number === chapter} onChange={() => onChapter(number)} />{' '}
            {number !== null && `${number}. `}
            {title}
          </label>
        ))}
      </div>
    </>
  );
}

/** The chapters of the release in use, once they have come. */
function useChapters(): readonly ChapterName[] {
  const [chapters, setChapters] = useState<readonly ChapterName[]>([]);
  useEffect(() => {
    sendMessage('chapters', undefined).then(setChapters, (reason) =>
      console.warn('Dx Lens: the chapters can’t be listed', reason),
    );
  }, []);
  return chapters;
}
