import { describe, expect, it } from 'vitest';
import { tablesOfHtml } from '../../electron/importers/html/htmlTables.ts';

const rowsOf = (html: string) => tablesOfHtml(html, 'a.xls').map(({ rows }) => rows);

describe('the tables of a web page', () => {
  it('have a shared cell in each row that it covers, and one over several columns in the first', () => {
    const html = '<table><tr><td rowspan=2>a<td colspan="2">b<td>c</tr><tr><td>d<td>e<td>f</tr><tr><td>g</table>';
    expect(rowsOf(html)).toEqual([[['a', 'b', '', 'c'], ['a', 'd', 'e', 'f'], ['g']]]);
  });

  it('hold a table inside a cell as text of that cell', () => {
    expect(rowsOf('<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td><td>e</td></tr></table>')).toEqual(
      [[['a\nb c\nd', 'e']]],
    );
  });

  it('are called by their caption or the heading above, with its signs', () => {
    const html =
      '<h2>Issues &ndash; open</h2><table><tr><td>a</table><table><caption>Closed</caption><tr><td>b</table>';
    expect(tablesOfHtml(html, 'a.xls').map(({ name }) => name)).toEqual([
      'Issues – open (table 1)',
      'Closed (table 2)',
    ]);
  });

  it('keep cells beyond the most columns, so that a table that is too wide is refused and not cut', () => {
    expect(rowsOf(`<table><tr>${'<td>x'.repeat(600)}</table>`)[0]?.[0]).toHaveLength(600);
  });

  it('are refused where a few bytes count for millions of cells', () => {
    const html = `<table>${'<tr><td colspan=512 rowspan=1000000>x</td></tr>'.repeat(9000)}</table>`;
    expect(() => tablesOfHtml(html, 'a.xls')).toThrow(
      '“a.xls” holds tables of more than 4,000,000 cells; export CSV instead.',
    );
  });
});
