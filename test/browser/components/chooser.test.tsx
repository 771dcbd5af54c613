import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CardTrail } from '../../../components/card/CardTrail';
import { show } from '../page';
import { lookUp } from '../release';
import { focusCard } from './focus-card';

const chooser = page.getByRole('region', { name: /^Choose the code/ });
const question = chooser.getByRole('group');
const answer = (label: RegExp) => question.getByRole('button', { name: label });
const result = chooser.getByRole('region', { name: 'Your code' });

async function showCard(text: string): Promise<void> {
  const first = await lookUp(text);
  render(<CardTrail first={first} lookUp={lookUp} setDate={vi.fn()} />, show(''));
}

describe('the chooser of S52.5', () => {
  beforeEach(() => showCard('S52.5'));

  it('leads by four clicks to a code, with its full title and a button that copies it', async () => {
    await expect.element(chooser).toMatchTextContent('of 450 billable codes');
    await answer(/Fracture of radial styloid process/).click();
    await expect.element(page.getByRole('group', { name: /^Displacement/ })).toBeVisible();
    await answer(/Nondisplaced/).click();
    await answer(/Right/).click();
    await answer(/^A initial encounter for closed fracture/).click();
    await expect
      .element(result)
      .toMatchTextContent(
        'S52.514A Nondisplaced fracture of right radial styloid process, initial encounter for closed fracture',
      );
    await expect.element(result.getByRole('button', { name: 'Copy S52.514A' })).toBeVisible();
  });

  it('leads there by the four keys that the answers show, with the focus on the card', async () => {
    await focusCard();
    await userEvent.keyboard('1n4a');
    await expect.element(result).toMatchTextContent('S52.514A');
  });

  it('hears no keys while the focus is elsewhere', async () => {
    await userEvent.keyboard('1');
    await expect.element(page.getByRole('group', { name: /^Kind/ })).toBeVisible();
  });

  it('moves the focus by arrows, and on to the next question', async () => {
    const kinds = question.getByRole('button').elements() as HTMLElement[];
    kinds[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(kinds[1]);
    await userEvent.keyboard('{Enter}');
    await expect.element(answer(/^D Displaced/)).toHaveFocus();
  });

  it('says to a screen reader what is left', async () => {
    await answer(/Fracture of radial styloid process/).click();
    await expect
      .element(chooser.getByRole('status').first())
      .toMatchTextContent('96 billable codes left. Displacement?');
  });

  it('goes one step back, by button and by key', async () => {
    await focusCard();
    await userEvent.keyboard('1n');
    await expect.element(page.getByRole('group', { name: /^Side/ })).toBeVisible();
    await userEvent.keyboard('{Backspace}');
    await expect.element(page.getByRole('group', { name: /^Displacement/ })).toBeVisible();
    await chooser.getByRole('button', { name: /One step back/ }).click();
    await expect.element(page.getByRole('group', { name: /^Kind/ })).toBeVisible();
  });

  it('takes any answer back', async () => {
    await focusCard();
    await userEvent.keyboard('1n4');
    await chooser.getByRole('button', { name: 'Displacement: Nondisplaced. Choose anew' }).click();
    await expect.element(page.getByRole('group', { name: /^Displacement/ })).toBeVisible();
  });

  it('stands as it was left when its card is come back to', async () => {
    await focusCard();
    await userEvent.keyboard('1n4a');
    await result.getByRole('button', { name: /^S52\.514A/ }).click();
    await expect.element(page.getByRole('heading', { level: 2 })).toMatchTextContent('S52.514A');
    await page.getByRole('button', { name: /Back to S52\.5/ }).click();
    await expect.element(result).toMatchTextContent('S52.514A');
  });
});

describe('the cards that were opened one from another', () => {
  const heading = page.getByRole('heading', { level: 2 });
  beforeEach(async () => {
    await showCard('M43.2');
    await page.getByRole('button', { name: /^M43\.22/ }).click();
    await expect.element(heading).toMatchTextContent('M43.22');
  });

  it('are gone through back and forward by buttons', async () => {
    await page.getByRole('button', { name: /Back to M43\.2/ }).click();
    await expect.element(heading).toMatchTextContent('M43.2 Fusion of spine');
    await page.getByRole('button', { name: /Forward to M43\.22/ }).click();
    await expect.element(heading).toMatchTextContent('M43.22');
  });

  it('are gone through by Alt and the arrow keys', async () => {
    await focusCard();
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await expect.element(heading).toMatchTextContent('M43.2 Fusion of spine');
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.element(heading).toMatchTextContent('M43.22');
  });

  it('lead no further forward once another card is opened', async () => {
    await page.getByRole('button', { name: /Back to M43\.2/ }).click();
    await page.getByRole('button', { name: /^M43\.25/ }).click();
    await expect.element(heading).toMatchTextContent('M43.25');
    expect(page.getByRole('button', { name: /Forward/ }).elements()).toEqual([]);
  });
});
