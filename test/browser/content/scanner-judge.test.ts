import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Marks } from '../../../entrypoints/content/marking/marks';
import { Scanner } from '../../../entrypoints/content/marking/scanner';
import type { Judge } from '../../../entrypoints/content/weighing/judge';
import { show, the } from '../page';
import { billable, judgeHere, settle, wait } from '../scanning';

/** A judge whose script is not in the frame before it is asked for, and comes when the test says so. */
class ComingJudge {
  here: Judge | null = null;
  asked = 0;
  #settle: { come: (judge: Judge) => void; fail: (reason: Error) => void }[] = [];
  readonly #judge = judgeHere({
    of: async (codes) => new Map([...codes].map((code) => [code, 'billable'])),
  }).here;

  async fetch(): Promise<Judge> {
    if (this.here) return this.here;
    this.asked++;
    return new Promise((come, fail) => this.#settle.push({ come, fail }));
  }

  come(): void {
    this.here = this.#judge;
    for (const { come } of this.#settle.splice(0)) come(this.#judge);
  }

  fail(): void {
    for (const { fail } of this.#settle.splice(0)) fail(new Error('the worker is starting'));
  }
}

let judge: ComingJudge;
let failed: unknown[];
let scanner: Scanner;
beforeEach(() => {
  judge = new ComingJudge();
  failed = [];
  scanner = new Scanner(new Marks(), judge, (reason) => failed.push(reason));
});
afterEach(() => scanner.stop());

describe('the judge', () => {
  it('is not asked for as long as nothing that is read looks like a code', async () => {
    scanner.start(
      show(
        '<p id="a">Seen in clinic, BP 120/80, room 12, a1b2c3d4e5</p><p hidden>E11.9</p><script>"E11.9"</script>',
      ),
    );
    await settle();
    the('#a').textContent = 'Seen again, 2026-11-25';
    await settle();
    expect(judge.asked).toBe(0);
  });

  it('is asked for once, and what was found and what has changed meanwhile is marked when it comes', async () => {
    scanner.start(show('<p>E11.9</p><p id="b">Seen in clinic</p><p>I50.22</p>'));
    await expect.poll(() => judge.asked).toBe(1);
    the('#b').textContent = 'Seen for M43.27';
    await settle();
    expect(judge.asked).toBe(1);
    expect(billable()).toEqual([]);
    judge.come();
    await expect.poll(billable).toEqual(['E11.9', 'M43.27', 'I50.22']);
  });

  it('is asked for with the first code that a page without any comes to have', async () => {
    scanner.start(show('<p id="a">Seen in clinic</p>'));
    await settle();
    the('#a').textContent = 'Seen for E11.9';
    await expect.poll(() => judge.asked).toBe(1);
    judge.come();
    await expect.poll(billable).toEqual(['E11.9']);
  });

  it('that does not come is told of and asked for again after a second', async () => {
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(() => judge.asked).toBe(1);
    judge.fail();
    await expect.poll(() => judge.asked, { timeout: 2000 }).toBe(2);
    expect(failed).toEqual([new Error('the worker is starting')]);
    judge.come();
    await expect.poll(billable).toEqual(['E11.9']);
  });

  it('that never comes is asked for four times, then with the next change', { timeout: 10_000 }, async () => {
    scanner.start(show('<p id="a">E11.9</p>'));
    for (let time = 1; time <= 4; time++) {
      await expect.poll(() => judge.asked, { timeout: 2000 }).toBe(time);
      judge.fail();
    }
    await wait(1500);
    expect(judge.asked).toBe(4);
    the('#a').append(' and I10');
    await expect.poll(() => judge.asked).toBe(5);
    judge.come();
    await expect.poll(billable).toContain('E11.9');
  });

  it('that comes after the scanner was stopped marks nothing', async () => {
    scanner.start(show('<p>E11.9</p>'));
    await expect.poll(() => judge.asked).toBe(1);
    scanner.stop();
    judge.come();
    await settle();
    expect(billable()).toEqual([]);
  });
});
