import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';

interface Props {
  readonly isPinned: boolean;
  readonly isDialog: boolean;
  readonly onPin: () => void;
  readonly onPanel: () => void;
  readonly onClose: () => void;
  /** Moves the card, in CSS pixels to the right and down. */
  readonly onMove: (x: number, y: number) => void;
}

/** CSS pixels at each press of an arrow key, and with Shift. */
const STEP = 20;
const LARGE_STEP = 100;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * What is done with a card as a whole. It stands above the card, and comes after it for who reads or goes through it
 * by keyboard: code and verdict are first.
 */
export function CardBar({ isPinned, isDialog, onPin, onPanel, onClose, onMove }: Props) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const [x, y] = DIRECTIONS[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    // Neither the card nor the page scrolls.
    event.preventDefault();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    onMove(x * step, y * step);
  };
  return (
    <div class="bar">
      {isPinned && (
        <button type="button" class="handle" aria-label="Move card: arrow keys" onKeyDown={onKeyDown}>
          <Icon>
            <path d="M5 3h2v2H5zM9 3h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11h2v2H5zM9 11h2v2H9z" />
          </Icon>
        </button>
      )}
      <Action label="Open in side panel" keys="S" onClick={onPanel}>
        <path d="M2 3h12v10H2zm1.5 1.5v7h5v-7z" fill-rule="evenodd" />
      </Action>
      {!isPinned && (
        <Action label="Pin card" keys="P" onClick={onPin}>
          <path d="M9.5 1.5 14.500 6.500l-1 1-.7-.3-2.700 2.700.4 2.300-1 1-3-3-3.700 3.800-.9-.9 3.800-3.700-3-3 1-1 2.300.4 2.700-2.700-.3-.7z" />
        </Action>
      )}
      {isDialog && (
        <Action label="Close" keys="Escape" onClick={onClose}>
          <path d="m4 3 4 4 4-4 1 1-4 4 4 4-1 1-4-4-4 4-1-1 4-4-4-4z" />
        </Action>
      )}
    </div>
  );
}

interface ActionProps {
  readonly label: string;
  /** A key that does the same when the focus is in the card. */
  readonly keys: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

function Action({ label, keys, onClick, children }: ActionProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      onClick={onClick}
    >
      <Icon>{children}</Icon>
    </button>
  );
}

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true">
      {children}
    </svg>
  );
}
