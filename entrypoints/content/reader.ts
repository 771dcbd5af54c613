import { MOST_EXPLAINED } from '../../components/explained';
import { askSynonyms, lookUp, setDateOfService } from '../../components/lookups';
import { onMessage, sendMessage } from '../../components/messages';
import { copyFormatOn, DEFAULTS, isOff } from '../../components/settings';
import { followSettings } from '../../components/stored-settings';
import type { Code } from '../../data/code';
import type { Verdict } from '../../data/lookup/answer';
import { answerLookups } from './answer-lookups';
import { answerSteps } from './answer-steps';
import { CardOnDemand } from './card-on-demand';
import { CodeCount } from './code-count';
import { isExtensionGone, whenExtensionGone } from './extension-gone';
import { JudgeOnDemand } from './judge-on-demand';
import { listCodes } from './list-codes';
import { ListedCodes } from './listed-codes';
import { Answers } from './marking/answers';
import { whenWrittenAnew } from './new-document';
import { PageReading } from './page-reading';
import { focusedElement } from './reading/flat-tree';
import { ScreenPointer } from './reading/screen-pointer';
import { takeCodes } from './take-codes';
import { takeOver } from './take-over';

/**
 * Starts Dx Lens in this frame: reads the page as the settings allow, and answers the background and our own pages.
 * When the extension turns out to be updated or removed under it, it leaves the page.
 * @param site the host by which it can be switched off here; empty where it can't
 */
export function startReader(site: string): void {
  // Not the body: some sites put a new one in its place (Turbo).
  const root = document.documentElement;
  // Neither the PDF viewer's shell nor a document of another XML language can hold the card.
  if (!(root instanceof HTMLElement) || document.contentType === 'application/pdf') return;

  const stopped = new AbortController();
  const { signal } = stopped;
  if (!takeOver(signal)) return;
  const leave = () => {
    console.info('Dx Lens: the extension was updated or removed, its old reader leaves this page');
    stopped.abort();
  };
  whenExtensionGone(leave, signal);
  whenWrittenAnew(() => {
    stopped.abort();
    startReader(site);
  }, signal);
  const release = {
    verdicts: new Answers<Code, Verdict>((codes) => sendMessage('verdicts', codes)),
    titles: new Answers<string, string | null>((codes) => sendMessage('titles', codes)),
  };
  /** Null on a site that is switched off. */
  let reading: PageReading | null = null;
  let settings = DEFAULTS;
  const options = {
    lookUp,
    askSynonyms,
    setDate: setDateOfService,
    onEnter: () => reading?.stay(),
    appearance: () => settings,
    isUnfolded: () => settings.unfolded,
    copyFormat: () => copyFormatOn(settings, site),
    focused: () => focusedElement(reading?.shadowRoots ?? []),
    openPanel: (query: string) => {
      sendMessage('openSidePanel', query).catch((reason) =>
        console.warn('Dx Lens: the side panel can’t be opened', reason),
      );
    },
  };
  const pointer = new ScreenPointer(signal);
  const card = new CardOnDemand(options, pointer, signal);
  const count = new CodeCount(() => reading?.count ?? 0);
  const listed = new ListedCodes(() => (reading ? listCodes(reading) : []), signal);
  const onPaint = () => {
    count.changed();
    listed.changed();
  };
  const onFailure = (reason: unknown) => {
    if (isExtensionGone()) leave();
    else console.warn('Dx Lens: the codes here could not be checked', reason);
  };

  followSettings((now) => {
    settings = now;
    if (isOff(settings, site)) {
      reading?.stop();
      reading = null;
    } else if (reading) {
      reading.follow(settings);
    } else {
      reading = new PageReading(new JudgeOnDemand(release), card, { onPaint, onFailure });
      reading.start(settings);
    }
    count.want(settings.badge);
    listed.changed();
  }, signal);
  answerLookups(card, () => reading, signal);
  answerSteps(() => reading, signal);
  takeCodes(card, () => reading, pointer, signal);
  closeWhenLeft(card, signal);
  window.addEventListener('pageshow', ({ persisted }) => persisted && count.tellAgain(), { signal });
  const removers = [
    onMessage('verdictsChanged', () => {
      release.verdicts.forget();
      release.titles.forget();
      reading?.again();
    }),
    onMessage('site', () => site),
    onMessage('countCodes', () => count.tell(true)),
    onMessage('listCodes', ({ data: asked }) => listed.tell(asked)),
    onMessage('explainPage', async ({ data: asked }) => {
      const all = await reading?.explain();
      if (!all) return;
      await sendMessage('explained', { asked, total: all.length, candidates: all.slice(0, MOST_EXPLAINED) });
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const remove of removers) remove();
    reading?.stop();
  });
}

/** A card that was asked for stays until Escape, or a click beside it. */
function closeWhenLeft(card: CardOnDemand, signal: AbortSignal): void {
  const options = { signal, capture: true, passive: true };
  // What happens in a card is the card's own business.
  const inCard = ({ target }: Event) => target instanceof Element && target.localName === 'dxlens-card';
  window.addEventListener(
    'keydown',
    (event) => event.key === 'Escape' && !inCard(event) && card.close(),
    options,
  );
  window.addEventListener('pointerdown', (event) => !inCard(event) && card.close(), options);
}
