/**
 * A sentence as the window says it. One that is said in both places names the option or command of a terminal in brackets
 * that end with “in a terminal”; the window has a button for it, or nothing that it could be done with.
 */
export function inWindow(sentence: string): string {
  return sentence.replace(/ \([^()]*\bin a terminal\)/g, '');
}
