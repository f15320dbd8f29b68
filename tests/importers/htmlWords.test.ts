import { describe, expect, it } from 'vitest';
import { wordsOfHtml } from '../../electron/importers/preview/htmlWords.ts';

describe('the words of HTML', () => {
  it('come in lines, without what nobody reads', () => {
    const html =
      '<html><head><title>T</title></head><body><style>p { color: red }</style><p>One <b>two</b>&nbsp;&amp; three</p><!-- no --><table><tr><td>a</td><td>b</td></tr></table>end &#8364;';
    expect(wordsOfHtml(html)).toBe('One two & three\na\tb\nend €');
  });

  it('keep their place after a letter whose small form is two', () => {
    expect(wordsOfHtml(`${'İ'.repeat(40)}<p>One</p><STYLE>p { color: red }</STYLE>two`)).toBe(
      `${'İ'.repeat(40)}One\ntwo`,
    );
  });

  it('are none of a tag, whatever its quoted values hold', () => {
    expect(wordsOfHtml('<a title="a > b">one</a> <td width=5">two</td> <i title="open>three')).toBe('one two\t three');
  });

  it.each(['<style>', '<!--', '<', '<td', '<script x="', '</p', '<a b=">', "<a b='"])(
    'are found in one pass, however often %s is left open',
    (tag) => {
      let looked = 0;
      const indexOf = String.prototype.indexOf;
      // Signs that searches may pass over: a search for what is not there, again and again, would pass over billions.
      String.prototype.indexOf = function (this: string, wanted: string, from = 0) {
        const found = indexOf.call(this, wanted, from);
        looked += (found < 0 ? this.length : found) - from;
        return found;
      };
      try {
        const html = `${tag}x `.repeat(140_000);
        wordsOfHtml(html);
        expect(looked).toBeLessThan(html.length * 10);
      } finally {
        String.prototype.indexOf = indexOf;
      }
    },
  );
});
