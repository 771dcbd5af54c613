import { describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../data/lookup/answer';
import { Scanner } from '../../../entrypoints/content/marking/scanner';
import { painted, show, the } from '../page';
import { billable, failed, judgeHere, marks, scanner, settle, text, useScanner, verdicts } from '../scanning';

useScanner();

describe('the codes of a page', () => {
  it('are marked by their verdicts', async () => {
    scanner.start(show('<p>E11.9, M43.2 and S52.501</p><table><tr><td>I50.22</td></tr></table>'));
    await expect.poll(billable).toEqual(['E11.9', 'I50.22']);
    expect(painted('dxlens-header')).toEqual(['M43.2']);
    expect(painted('dxlens-incomplete')).toEqual(['S52.501']);
  });

  it('are marked behind a label though the release does not have them, and not without one', async () => {
    scanner.start(show('<p>ICD-10: E11.95</p><p>Model Z99.99</p><p>ICD-10: I10</p>'));
    await expect.poll(billable).toEqual(['I10']);
    expect(painted('dxlens-unknown')).toEqual(['E11.95']);
  });

  it('are marked over the inline elements that they are split over', async () => {
    scanner.start(show('<p>has E<b>11</b>.9 today</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
  });

  it('are not marked over cells', async () => {
    scanner.start(show('<table><tr><td>E11</td><td>.9</td></tr></table><p>I50.22</p>'));
    await expect.poll(billable).toEqual(['I50.22']);
  });

  it('are asked for once each', async () => {
    scanner.start(show('<p>E11.9</p><p>E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9', 'E11.9']);
    expect(verdicts.asked).toEqual([['E11.9']]);
  });

  it('are not asked for on a page that has none', async () => {
    scanner.start(show('<p>Nothing to see here, T14:30, v1.2.3</p>'));
    await settle();
    expect(verdicts.asked).toEqual([]);
  });

  it('are marked while the page stays as it is', async () => {
    const root = show('<p class="a">E11.9 <input value="E11.9"></p>');
    const before = root.outerHTML;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((seen) => records.push(...seen));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    the('input').focus();
    scanner.start(root);
    await expect.poll(billable).toEqual(['E11.9']);
    expect(records).toEqual([]);
    expect(root.outerHTML).toBe(before);
    expect(document.activeElement).toBe(the('input'));
    observer.disconnect();
  });
});

describe('a change of the page', () => {
  it.each([
    ['a text that is edited', () => (text('#a').data = 'now I50.22'), ['I50.22']],
    ['a text that is replaced', () => (the('#a').textContent = 'I50.22'), ['I50.22']],
    ['a text that loses its code', () => text('#a').deleteData(0, 5), []],
    [
      'an element that comes',
      () => the('#a').insertAdjacentHTML('afterend', '<p>I50.22</p>'),
      ['E11.9', 'I50.22'],
    ],
    [
      'an inline element that comes',
      () => the('#a').insertAdjacentHTML('beforeend', ' <b>I50.22</b>'),
      ['E11.9', 'I50.22'],
    ],
    ['an element that goes', () => the('#a').remove(), []],
    ['an element that is moved', () => the('#b').append(the('#a')), ['E11.9']],
    ['a digit that follows a code', () => the('#a').append('5'), []],
    [
      'a block that comes between the parts of a code',
      () => text('#a').splitText(3).before(document.createElement('hr')),
      [],
    ],
    ['markup that is written anew', () => (the('main').innerHTML = '<p>I50.22</p>'), ['I50.22']],
  ])('is followed: %s', async (_, change, codes) => {
    scanner.start(show('<p id="a">E11.9</p><div id="b"></div>'));
    await expect.poll(billable).toEqual(['E11.9']);
    change();
    await settle();
    await expect.poll(billable).toEqual(codes);
  });

  it('that joins the parts of a code marks it', async () => {
    scanner.start(show('<p id="a">E11<br>.9</p><p>I50.22</p>'));
    await expect.poll(billable).toEqual(['I50.22']);
    the('br').remove();
    await expect.poll(billable).toEqual(['E11.9', 'I50.22']);
  });

  it('in a field or a script is not read', async () => {
    scanner.start(show('<textarea></textarea><style id="css"></style><p>I50.22</p>'));
    await expect.poll(billable).toEqual(['I50.22']);
    the('textarea').append('E11.9');
    the('#css').append('E11.9');
    await settle();
    expect(billable()).toEqual(['I50.22']);
  });

  it('of one row reads that row, not the whole page', async () => {
    scanner.start(show('<p>E11.9</p><table><tr id="row"><td>I50.22</td></tr></table>'));
    await expect.poll(billable).toHaveLength(2);
    the('#row').insertAdjacentHTML('afterend', '<tr><td>M43.2</td></tr>');
    await expect.poll(() => painted('dxlens-header')).toEqual(['M43.2']);
    expect(verdicts.asked).toEqual([['E11.9', 'I50.22'], ['M43.2']]);
  });

  it('that adds a block to the body reads that block, not the whole page', async () => {
    scanner.start(show('<p>E11.9</p>\n<p>I50.22</p>\n'));
    await expect.poll(billable).toHaveLength(2);
    the('main').insertAdjacentHTML('beforeend', '<div>M43.2</div>');
    await expect.poll(() => painted('dxlens-header')).toEqual(['M43.2']);
    expect(verdicts.asked).toEqual([['E11.9', 'I50.22'], ['M43.2']]);
  });

  it('that takes a block away reads nothing', async () => {
    scanner.start(show('<p>E11.9</p>\n<p id="gone">I50.22</p>\n'));
    await expect.poll(billable).toHaveLength(2);
    the('#gone').remove();
    await settle();
    expect(billable()).toEqual(['E11.9']);
    expect(verdicts.asked).toHaveLength(1);
  });

  it('of the whole body is followed', async () => {
    show('<iframe></iframe>');
    const page = the<HTMLIFrameElement>('iframe').contentDocument as Document;
    page.body.innerHTML = '<p>E11.9</p>';
    scanner.start(page.documentElement);
    await expect.poll(billable).toEqual(['E11.9']);
    const body = page.createElement('body');
    body.innerHTML = '<p>I50.22</p>';
    page.body = body;
    await expect.poll(billable).toEqual(['I50.22']);
  });

  it('while the background answers leaves no mark on a text that has become another', async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(verdicts, 'of').mockImplementationOnce(async (codes) => {
      await answered;
      return new Map([...codes].map((code) => [code, 'billable']));
    });
    scanner.start(show('<p id="a">E11.9</p>'));
    await expect.poll(() => verdicts.of).toHaveBeenCalled();
    text('#a').data = 'Nothing here';
    answer();
    await settle();
    expect(billable()).toEqual([]);
  });
});

describe('a background that does not answer', () => {
  it('is told of, and asked again after a while', async () => {
    verdicts.failures = 1;
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(billable, { timeout: 4_000 }).toEqual(['E11.9']);
    expect(failed).toHaveLength(1);
  });

  it('is asked again after each time that it fails, on a page that stays open for long', async () => {
    scanner.start(show('<p id="a">E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    for (let time = 0; time < 4; time++) {
      verdicts.failures = 1;
      text('#a').data = `again ${time}: I50.22`;
      await expect.poll(() => failed.length).toBe(time + 1);
      await expect.poll(billable, { timeout: 4_000 }).toEqual(['I50.22']);
    }
  }, 20_000);

  it('is left alone after it has failed a few times on end', async () => {
    verdicts.failures = 100;
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(() => failed.length, { timeout: 6_000 }).toBe(4);
    await new Promise((resume) => setTimeout(resume, 1_500));
    expect(failed).toHaveLength(4);
  }, 10_000);
});

describe('a scanner that is stopped', () => {
  it('takes its marks away and marks no more', async () => {
    scanner.start(show('<p id="a">E11.9</p>'));
    await expect.poll(billable).toEqual(['E11.9']);
    scanner.stop();
    the('#a').insertAdjacentHTML('afterend', '<p>I50.22</p>');
    await settle();
    expect(CSS.highlights.size).toBe(0);
  });
});

it('an answer that was given for another date of service does not come back', async () => {
  const answers: ((verdict: Verdict) => void)[] = [];
  const slow = new Scanner(
    marks,
    judgeHere({
      of: (codes) =>
        new Promise((resolve) => {
          answers.push((verdict) => resolve(new Map([...codes].map((code) => [code, verdict]))));
        }),
    }),
    () => undefined,
  );
  slow.start(show('<p>I42.0</p>'));
  await expect.poll(() => answers.length).toBe(1);
  slow.again();
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.('billable');
  await settle();
  answers[1]?.('header');
  await expect.poll(() => painted('dxlens-header')).toEqual(['I42.0']);
  expect(billable()).toEqual([]);
  slow.stop();
});
