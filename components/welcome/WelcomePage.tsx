import { HostAccess } from '../access/HostAccess';
import { Shortcuts } from '../shortcuts/Shortcuts';
import { PinIcon } from './PinIcon';
import { Sample } from './Sample';

/** What is shown once, after the installation: all that one needs to know before the first page of work. */
export function WelcomePage() {
  return (
    <main>
      <h1>First steps with Dx Lens</h1>
      <p>
        Dx Lens underlines the ICD-10-CM codes in the pages that you open. Rest the pointer on one, and a card
        says whether it can be billed, which codes replace it if not, where it stands, and what the official
        notes say of it. There is nothing to set up, and pages that were open already have it too.
      </p>
      <HostAccess />
      <Sample />
      <section aria-labelledby="reads-heading">
        <h2 id="reads-heading">What it reads, and what it never does</h2>
        <p>Dx Lens reads</p>
        <ul>
          <li>the visible text of the pages that you open, to find codes in it;</li>
          <li>the text field that the pointer rests on;</li>
          <li>text that you select and look up.</li>
        </ul>
        <p>
          What stands around a code is weighed inside the page. Only what may be a code leaves it, to Dx
          Lens’s own background in this browser, where the code set is.
        </p>
        <p>Dx Lens never</p>
        <ul>
          <li>makes a network request: the code set is part of it, and nothing leaves this computer;</li>
          <li>
            stores anything of a page: no text, no addresses, nothing about patients. The search keeps your
            favourites and the codes that you opened last, on this computer, unless you switch that off;
          </li>
          <li>reads password fields or hidden fields;</li>
          <li>changes a page, its forms or its selection. It adds one element, which holds the card.</li>
        </ul>
        <p>
          On a site that you switch off, in the popup or in the options, nothing is read but what you select
          and look up.
        </p>
      </section>
      <PinIcon />
      <section aria-labelledby="shortcuts-heading">
        <h2 id="shortcuts-heading">Keyboard shortcuts</h2>
        <Shortcuts />
        <p>
          In the address bar, <kbd>icd</kbd> and a space search the code set.
        </p>
      </section>
      <section aria-labelledby="more-heading">
        <h2 id="more-heading">Your way of working</h2>
        <p>
          How marks and card look, how long the pointer rests, how codes are copied, and on which sites
          without the dot, is set in the <a href="/options.html">options</a>.
        </p>
      </section>
      <p>Dx Lens shows what the code set says. It is not medical advice.</p>
    </main>
  );
}
