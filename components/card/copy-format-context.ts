import { createContext } from 'preact';
import type { CopyFormat } from '../copy-format';
import { DEFAULTS } from '../settings';

/** How the card's copy button copies a code, where the card is shown. */
export const CopyFormatContext = createContext<CopyFormat>(DEFAULTS.copyFormat);
