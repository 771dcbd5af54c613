/** In CSS pixels of a viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One place of the pointer, on the screen and in the viewport of the frame that it was in. */
export interface PointerPlace {
  readonly screen: Pick<Box, 'x' | 'y'>;
  readonly client: Pick<Box, 'x' | 'y'>;
}

/** A code in a frame that has no room for its card, as the frame tells the one around it. */
export interface CodeInFrame {
  /** What is looked up, as it stands in the page. */
  readonly text: string;
  readonly mode: 'hover' | 'stepped' | 'asked';
  /** Where the code stands in the viewport of the frame. */
  readonly boxes: readonly Box[];
  /** The viewport of the frame. */
  readonly viewport: Pick<Box, 'width' | 'height'>;
  /** Where the pointer was last in that frame; null when it never was. */
  readonly pointer: PointerPlace | null;
  /** How many frames are around it: 1 in a frame of the top document. */
  readonly depth: number;
}

/** A code is in more boxes only when it is broken over more lines than it has characters. */
export const MOST_BOXES = 24;

/** How a frame has done with the card that the top frame shows for it. */
export interface Leaving {
  /** A card that was asked for is to close as well. */
  readonly askedToo: boolean;
  /** The pointer is in the frame, so that it can't be in the card, whatever the top frame knows. */
  readonly isPointerHere: boolean;
}
