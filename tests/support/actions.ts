import type { Locator, Page } from 'playwright-core';

/**
 * A person at the desk whose actions are counted: a click, a key chord, a drop, and the typing of one text each count as
 * one, as a person would count them.
 */
export interface CountedPerson {
  readonly click: (target: Locator) => Promise<void>;
  readonly type: (target: Locator, text: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  /** Something that takes several actions, or that no click describes. */
  readonly did: (work: () => Promise<void>, count?: number) => Promise<void>;
  readonly actions: () => number;
}

export function countedPerson(page: Page): CountedPerson {
  let actions = 0;
  return {
    click: async (target) => {
      actions += 1;
      await target.click();
    },
    type: async (target, text) => {
      actions += 1;
      await target.fill(text);
    },
    press: async (key) => {
      actions += 1;
      await page.keyboard.press(key);
    },
    did: async (work, count = 1) => {
      actions += count;
      await work();
    },
    actions: () => actions,
  };
}
