/**
 * What a spreadsheet may take for a formula: its signs, their full-width forms, and tabs and line breaks before which it
 * looks further; also behind blanks, and behind apostrophes that text of its own begins with.
 */
const runs = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Text that a spreadsheet would run gets an apostrophe before it; `withoutApostrophe` gives back what was there. */
export function neutralised(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that `neutralised` puts on. */
export function withoutApostrophe(cell: string): string {
  return cell.charCodeAt(0) === 39 && runs.test(cell) ? cell.slice(1) : cell;
}
