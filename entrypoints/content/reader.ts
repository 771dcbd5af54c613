import { browser } from 'wxt/browser';
import { lookUp, setDateOfService } from '../../components/lookups';
import { onMessage, sendMessage } from '../../components/messages';
import type { Lookup } from '../../data/lookup/answer';
import { PageCard } from './card/page-card';
import { Hover } from './hover';
import { Marks } from './marking/marks';
import { Scanner } from './marking/scanner';
import { VerdictCache } from './marking/verdict-cache';
import { placeOfSelection, selectedText } from './reading/selection';
import { type Spot, spotAt } from './reading/under-pointer';

/**
 * Starts Dx Lens in this frame: marks its codes, explains them on hover, and answers the background about the
 * selection.
 * @param invalidated aborted when the extension was updated or removed under us
 */
export function startReader(invalidated: AbortSignal): void {
  // Not the body: some sites put a new one in its place (Turbo).
  const root = document.documentElement;
  // Neither the PDF viewer's shell nor a document of another XML language can hold the card.
  if (!(root instanceof HTMLElement) || document.contentType === 'application/pdf') return;

  const stopped = new AbortController();
  const signal = AbortSignal.any([invalidated, stopped.signal]);
  const marks = new Marks();
  const verdicts = new VerdictCache();
  const scanner = new Scanner(marks, verdicts, (reason) => {
    if (browser.runtime?.id) return console.warn('Dx Lens: the codes here could not be checked', reason);
    console.info('Dx Lens: the extension was updated or removed, its old reader leaves this page');
    stopped.abort();
  });
  const card = new PageCard({ lookUp, setDate: setDateOfService, onEnter: () => hover.stay() });
  const hover = new Hover(explainOnHover(marks, card), signal);

  scanner.start(root);
  hover.start();
  answerAboutSelection(card, signal);
  closeWhenLeft(card, signal);
  const removeListener = onMessage('verdictsChanged', () => {
    verdicts.forget();
    scanner.again();
  });
  signal.addEventListener('abort', () => {
    removeListener();
    scanner.stop();
    card.remove();
  });
}

function explainOnHover(marks: Marks, card: PageCard) {
  let ahead: { spot: Spot; answer: Promise<Lookup | null> } | null = null;
  return {
    find: (x: number, y: number) => (card.isAsked ? null : spotAt(marks, x, y)),
    approach(spot: Spot) {
      const answer = lookUp(spot.code).catch((reason) => {
        console.warn('Dx Lens: the code under the pointer could not be looked up', reason);
        return null;
      });
      ahead = { spot, answer };
    },
    async show(spot: Spot) {
      const lookup = ahead?.spot === spot ? await ahead.answer : null;
      if (lookup?.verdict === 'unknown' && !spot.isLabelled) return;
      // The pointer may have left while the background answered.
      if (lookup && ahead?.spot === spot && spot.rects().length > 0) await card.show(lookup, spot, 'hover');
    },
    hide() {
      ahead = null;
      card.closeHover();
    },
  };
}

function answerAboutSelection(card: PageCard, signal: AbortSignal): void {
  const removers = [
    onMessage('reportSelection', async () => {
      const text = selectedText();
      if (text) await sendMessage('selected', text);
    }),
    onMessage('showSelection', async ({ data: text }) => {
      const place = placeOfSelection(text);
      const lookup = place && (await sendMessage('explain', text));
      if (!lookup) return false;
      await card.show(lookup, place, 'asked');
      return true;
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const remove of removers) remove();
  });
}

/** A card that was asked for stays until Escape, or a click beside it. */
function closeWhenLeft(card: PageCard, signal: AbortSignal): void {
  const options = { signal, capture: true, passive: true };
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && card.close(), options);
  window.addEventListener(
    'pointerdown',
    ({ target }) => {
      const inCard = target instanceof Element && target.localName === 'dxlens-card';
      if (!inCard) card.close();
    },
    options,
  );
}
