/** The command key where there is one. */
const CTRL = /Mac/.test(navigator.platform) ? '⌘' : 'Ctrl+';

interface Props {
  /** Where the keys go. */
  readonly at: 'list' | 'card';
  /** What the arrow keys do to the family of the row that the keyboard is on. */
  readonly family: 'unfold' | 'fold' | null;
  readonly canStar: boolean;
}

/** The keys that do something now. */
export function KeyHints({ at, family, canStar }: Props) {
  const hints: (readonly [key: string, does: string] | false)[] =
    at === 'card'
      ? [canStar && [`${CTRL}S`, 'star'], ['Alt+←', 'last card'], ['Esc', 'back']]
      : [
          ['↑↓', 'move'],
          ['Enter', 'card'],
          family !== null && [family === 'fold' ? '←' : '→', family],
          [`${CTRL}C`, 'copy'],
          canStar && [`${CTRL}S`, 'star'],
          ['Esc', 'clear'],
        ];
  return (
    <p class="keys">
      {hints.map(
        (hint) =>
          hint && (
            <span key={hint[1]}>
              <kbd>{hint[0]}</kbd> {hint[1]}
            </span>
          ),
      )}
    </p>
  );
}
