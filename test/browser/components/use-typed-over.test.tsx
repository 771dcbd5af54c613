import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTypedOver } from '../../../components/search/use-typed-over';
import { show, the } from '../page';

function Field({ text }: { text: string }) {
  const input = useRef<HTMLInputElement>(null);
  useTypedOver(input);
  return <input ref={input} defaultValue={text} style={{ inlineSize: '400px' }} />;
}

async function open(text: string): Promise<void> {
  render(null, document.body);
  render(<Field text={text} />, show(''));
  await expect.element(page.getByRole('textbox')).toHaveFocus();
}

const field = () => page.getByRole('textbox');
const value = () => the<HTMLInputElement>('input').value;

describe('a field that opens with a text', () => {
  it('has it replaced by what is typed', async () => {
    await open('fusion of spine');
    await userEvent.keyboard('I10');
    expect(value()).toBe('I10');
  });

  it('has it replaced after a click, which is not for a place in it', async () => {
    await open('fusion of spine');
    await field().click({ position: { x: 30, y: 10 } });
    await userEvent.keyboard('I10');
    expect(value()).toBe('I10');
  });

  it('takes the second click for a place in it', async () => {
    await open('fusion of spine');
    await field().click({ position: { x: 380, y: 10 } });
    // Apart, so that they are no double click.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await field().click({ position: { x: 380, y: 10 } });
    await userEvent.keyboard('s');
    expect(value()).toBe('fusion of spines');
  });

  it('takes two clicks at once for the word under them', async () => {
    await open('fusion');
    await field().dblClick({ position: { x: 15, y: 10 } });
    await userEvent.keyboard('I10');
    expect(value()).toBe('I10');
  });

  it('takes a click for a place once something was typed', async () => {
    await open('fusion');
    await userEvent.keyboard('I10');
    await field().click({ position: { x: 380, y: 10 } });
    await userEvent.keyboard('1');
    expect(value()).toBe('I101');
  });
});
