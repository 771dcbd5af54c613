interface Props {
  readonly spelling: string;
  readonly isFavourite: boolean;
  readonly onSwitch: () => void;
}

/** Makes the code of a card a favourite, or takes it from them. */
export function FavouriteButton({ spelling, isFavourite, onSwitch }: Props) {
  return (
    <button
      type="button"
      class="favourite"
      aria-pressed={isFavourite}
      aria-keyshortcuts="Control+S"
      aria-label={`Favourite ${spelling}`}
      title={isFavourite ? 'No favourite any more' : 'Make it a favourite'}
      onClick={onSwitch}
    >
      <span aria-hidden="true">{isFavourite ? '★' : '☆'}</span> Favourite
    </button>
  );
}
