import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { giveCard } from '../content/card/handover';
import { PageCard } from '../content/card/page-card';

/** The card's half of the content script: the background puts it into a frame when a card is to be shown there. */
export default defineUnlistedScript(() => giveCard((options) => new PageCard(options)));
