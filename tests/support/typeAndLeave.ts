import type { Locator } from 'playwright-core';

/**
 * Types over what a text field holds and leaves it, in one go: with a pause between the two, the field of a busy machine
 * would have begun to save by itself.
 */
export function typeAndLeave(field: Locator, text: string): Promise<void> {
  return field.evaluate(async (element, typed) => {
    const input = element as HTMLTextAreaElement;
    input.focus();
    input.select();
    document.execCommand('insertText', false, typed);
    await new Promise<void>((resolve) => setTimeout(() => resolve()));
    input.blur();
  }, text);
}
