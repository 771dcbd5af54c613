import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PageCard } from '../content/card/page-card';
import { givePart } from '../content/handover';

/** The card's half of the content script: the background puts it into a frame when a card is to be shown there. */
export default defineUnlistedScript(() => givePart('card', (options) => new PageCard(options)));
