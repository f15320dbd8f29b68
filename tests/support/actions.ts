import type { Locator, Page } from 'playwright-core';

/**
 * A person at the desk whose actions are counted: a click, a key chord, a paste, a drop, and the typing of one text each
 * count as one, as a person would count them. Going into the field that one types in belongs to the typing, be it by a
 * click or by a Tab; each further Tab on the way counts.
 */
export interface CountedPerson {
  readonly click: (target: Locator) => Promise<void>;
  readonly type: (target: Locator, text: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  /** Types where the cursor is. */
  readonly typeHere: (text: string) => Promise<void>;
  /** Goes on by Tab to a field of the form that has the cursor, and types there. */
  readonly typeAt: (field: string, text: string) => Promise<void>;
  /** Goes on by Tab to a control; each Tab counts. */
  readonly tabTo: (target: Locator) => Promise<void>;
  /** Copied rows, where the cursor is. */
  readonly paste: (text: string) => Promise<void>;
  /** Asks the palette for a place or an action: its key, some words, Enter. */
  readonly ask: (words: string) => Promise<void>;
  /** Something that takes several actions, or that no click describes. */
  readonly did: (work: () => Promise<void>, count?: number) => Promise<void>;
  /** Work without a mouse: fails where one was used all the same. */
  readonly byKeyboard: (work: () => Promise<void>) => Promise<void>;
  readonly actions: () => number;
  /** How many of them were done without a mouse. */
  readonly keyboardActions: () => number;
}

export function countedPerson(page: Page): CountedPerson {
  let actions = 0;
  let keyboardActions = 0;
  const focused = page.locator(':focus');
  const fieldHere = () => page.evaluate(() => document.activeElement?.getAttribute('data-field'));
  const press = async (key: string) => {
    actions += 1;
    await page.keyboard.press(key);
  };
  const typeHere = async (text: string) => {
    actions += 1;
    // A list opens by the first key, and looks by those that follow.
    const isList = (await focused.getAttribute('role')) === 'combobox';
    await (isList ? focused.pressSequentially(text) : focused.fill(text));
  };
  return {
    press,
    typeHere,
    click: async (target) => {
      actions += 1;
      await target.click();
    },
    type: async (target, text) => {
      actions += 1;
      await target.fill(text);
    },
    typeAt: async (field, text) => {
      // Between two fields there may be stops of another kind: the button of a date's calendar, the menu of a row.
      for (let tabs = 0; (await fieldHere()) !== field; tabs += 1) {
        if (tabs > 8) throw new Error(`Tab does not lead to the field ${field}`);
        if (tabs > 0) actions += 1;
        await page.keyboard.press('Tab');
      }
      await typeHere(text);
    },
    tabTo: async (target) => {
      for (let tabs = 0; (await target.and(focused).count()) === 0; tabs += 1) {
        if (tabs > 12) throw new Error(`Tab does not lead to ${target}`);
        await press('Tab');
      }
    },
    paste: async (text) => {
      actions += 1;
      // As the clipboard's own event, for the clipboard of the machine is everybody's.
      await page.evaluate((block) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', block);
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(paste);
      }, text);
    },
    ask: async (words) => {
      await press('Control+k');
      await page.getByLabel('Find anything').waitFor();
      await typeHere(words);
      await page.locator('.mantine-Spotlight-action').filter({ hasText: words }).first().waitFor();
      await press('Enter');
      await page.getByLabel('Find anything').waitFor({ state: 'detached' });
    },
    did: async (work, count = 1) => {
      actions += count;
      await work();
    },
    byKeyboard: async (work) => {
      const before = actions;
      const clicks = await countClicks(page);
      await work();
      if ((await clicks()) > 0) throw new Error('A mouse was used where the keyboard was to do');
      keyboardActions += actions - before;
    },
    actions: () => actions,
    keyboardActions: () => keyboardActions,
  };
}

/** Counts what a mouse does from here on; a key that presses a button does not count. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const counted = { clicks: 0 };
    const note = () => {
      counted.clicks += 1;
    };
    document.addEventListener('pointerdown', note, true);
    return { counted, stop: () => document.removeEventListener('pointerdown', note, true) };
  });
  return () =>
    counter.evaluate(({ counted, stop }) => {
      stop();
      return counted.clicks;
    });
}
