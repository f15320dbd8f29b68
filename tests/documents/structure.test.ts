import { PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFaces } from '../../electron/documents/fonts/faces.ts';
import { printable } from '../../electron/documents/fonts/printable.ts';
import { structureOf } from '../../electron/documents/pdf/tagging/structureOf.ts';
import { writeStructure } from '../../electron/documents/pdf/tagging/writeStructure.ts';
import type { PackModel } from '../../shared/domain/pack/blocks.ts';
import { bare, blocksOf, expectedText, firstDifference, headingsOf, tablesOf } from './expectedText.ts';
import { scratchFolder } from './packs.ts';
import { readContent, readMarkedText } from './readContent.ts';
import { titlesIn } from './readOutline.ts';
import {
  isElement,
  isMark,
  key,
  name,
  number,
  type ReadElement,
  readDestinations,
  readParents,
  readTree,
  refOf,
  text,
  treeRootOf,
  walk,
} from './readStructure.ts';
import { shapes, structuredPack } from './structuredPacks.ts';

// The large pack takes some seconds, and many times that while every test runs at once.
const folder = scratchFolder();
const faces = loadFaces();

describe.each(shapes)('the structure of the pack of %s', (title, factsOf) => {
  let model: PackModel;
  let document: PDFDocument;
  let tree: ReadElement;
  let elements: readonly (readonly [ReadElement, readonly ReadElement[]])[];
  let marked: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const pack = await structuredPack(folder, title, factsOf());
    ({ document, model } = pack);
    tree = readTree(document);
    elements = [...walk(tree)];
    marked = await readMarkedText(pack.content);
  });

  const textOf = (element: ReadElement): string =>
    element.kids
      .map((kid) => (isElement(kid) ? textOf(kid) : isMark(kid) ? (marked.get(`${kid.page}/${kid.mcid}`) ?? '') : ''))
      .join('');
  const shown = (words: string) => bare(printable(words, faces, { missing: new Map() }));
  const of = (...roles: readonly string[]) =>
    elements.map(([element]) => element).filter(({ role }) => roles.includes(role));

  it('reads out everything the model says, in its order and nothing else', () => {
    const places = readDestinations(document);
    const expected = expectedText(model, (place) => places.get(place) ?? 0).map((one) => ({
      ...one,
      text: printable(one.text, faces, { missing: new Map() }),
    }));
    const notes = expected.some(({ text: words }) => words.includes('[U+'));
    // What could not be shown is told in one sentence, which the layout writes itself.
    const actual = bare(textOf(tree)).replace(notes ? /\d+characters?ha(ve|s)noshape.*typed\./ : /^$/, '');
    expect(firstDifference(actual, expected)).toBeNull();
  });

  it('has the model’s headings in their order, without a gap between levels', () => {
    const headings = of('H1', 'H2', 'H3', 'H4');
    expect(of('H1').length).toBe(1);
    const wanted = headingsOf(model);
    expect(headings.map(({ role }) => role)).toEqual(wanted.map(({ level }) => `H${level}`));
    for (const [index, heading] of headings.entries()) {
      const words = bare(textOf(heading));
      expect(words.endsWith('…') ? shown(wanted[index]?.text ?? '').startsWith(words.slice(0, -1)) : words).toEqual(
        words.endsWith('…') ? true : shown(wanted[index]?.text ?? ''),
      );
    }
    const levels = headings.map(({ role }) => Number(role.slice(1)));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('has every table with all its rows and cells, and header cells with their scope', () => {
    const tables = of('Table');
    const wanted = tablesOf(model);
    expect(tables.length).toBe(wanted.length);
    for (const [index, table] of tables.entries()) {
      const block = wanted[index];
      if (block === undefined) continue;
      const rows = table.kids.filter(isElement);
      expect(rows.every(({ role }) => role === 'TR')).toBe(true);
      expect(rows.length).toBe(block.rows.length + (block.kind === 'table' && !block.headless ? 1 : 0));
      const columns = block.kind === 'table' ? block.columns.length : 2;
      for (const [at, row] of rows.entries()) {
        const cells = row.kids.filter(isElement);
        expect(cells.length).toBe(columns);
        const headers = cells.filter(({ role }) => role === 'TH');
        const headed = block.kind === 'table' && !block.headless && at === 0;
        expect(headers).toEqual(headed ? cells : [cells[0]]);
        const scope = headed ? 'Column' : 'Row';
        for (const cell of cells) expect(cell.scope).toBe(cell.role === 'TH' ? scope : null);
      }
      if (block.kind === 'table') expect(table.summary).toContain(block.caption);
    }
  });

  it('has each drawing as a figure with the sentence that says the same, and the box it fills', () => {
    const figures = of('Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(
      blocksOf(model).flatMap((block) => {
        if (block.kind === 'table') return block.rows.flat().flatMap(({ picture }) => picture?.alt ?? []);
        return block.kind === 'figure' ? [block.alt] : [];
      }),
    );
    for (const { box } of figures) {
      const [left = 0, bottom = 0, right = 0, top = 0] = box ?? [];
      expect(left < right && bottom < top && left >= 0 && bottom >= 0 && right <= 842 && top <= 842).toBe(true);
    }
  });

  it('has what is counted, and rows of one column, as lists with an item for each', () => {
    const counted = blocksOf(model).flatMap((block) => {
      if (block.kind === 'counts') return [block.items.length];
      return block.kind === 'table' && block.headless && block.columns.length === 1 ? [block.rows.length] : [];
    });
    const lists = of('L');
    expect(lists.map((list) => list.kids.filter(isElement).map(({ role }) => role))).toEqual(
      counted.map((items) => Array.from({ length: items }, () => 'LI')),
    );
    expect(lists.length).toBeGreaterThan(0);
  });

  it('has bookmarks worded as the headings that they lead to', () => {
    const headings = [model.cover, model.decision, ...model.sections].flatMap(({ title, blocks }) => [
      title,
      ...blocks.flatMap((block) => (block.kind === 'heading' && block.bookmark ? [block.text] : [])),
    ]);
    expect(titlesIn(document)).toEqual(headings);
  });

  it('tells the language of words that are not of the file’s own', () => {
    const foreign = of('Span').map((span) => [span.language, textOf(span).trim()]);
    if (!title.startsWith('odd')) expect(foreign).toEqual([]);
    else expect(new Set(foreign.map(String))).toEqual(new Set(['el,Καλημέρα κόσμε,', 'und-Cyrl,Привет']));
  });

  it('nests elements only where the standard lets them stand', () => {
    const above: Readonly<Record<string, readonly string[]>> = {
      Sect: ['Document'],
      H1: ['Sect'],
      H2: ['Sect'],
      H3: ['Sect'],
      H4: ['Sect'],
      TR: ['Table'],
      TH: ['TR'],
      TD: ['TR'],
      LI: ['L'],
      LBody: ['LI'],
      TOCI: ['TOC'],
      Reference: ['TOCI'],
      Link: ['P', 'TD', 'TH', 'Reference', 'LBody', 'H1', 'H2', 'H3', 'H4'],
      Span: ['P', 'TD', 'TH', 'LBody', 'Link', 'H1', 'H2', 'H3', 'H4'],
      P: ['Sect', 'TD', 'TH', 'BlockQuote'],
      Figure: ['Sect', 'TD'],
      Table: ['Sect'],
      L: ['Sect'],
      TOC: ['Sect'],
      BlockQuote: ['Sect'],
      Document: [],
    };
    for (const [{ role, parent }, ancestors] of elements) {
      const last = ancestors.at(-1);
      expect(above[role], role).toBeDefined();
      if (last) expect(above[role], `${role} in ${last.role}`).toContain(last.role);
      expect(parent).toBe(last?.ref ?? refOf(document.catalog.get(key('StructTreeRoot'))));
    }
    expect(of('TOCI').length).toBe(model.sections.length + 1);
    expect(of('Document').length).toBe(1);
  });

  it('draws nothing outside of marked content, and each mark belongs to one element, both ways', () => {
    const parents = readParents(document);
    const claimed = new Map<string, string>();
    for (const [element] of elements)
      for (const kid of element.kids) {
        if (!isMark(kid)) continue;
        const mark = `${kid.page}/${kid.mcid}`;
        expect(claimed.has(mark), mark).toBe(false);
        claimed.set(mark, element.ref);
      }
    let found = 0;
    for (const page of document.getPages()) {
      const { mcids, faults } = readContent(page);
      expect(faults).toEqual([]);
      expect(mcids).toEqual(mcids.map((_, index) => index));
      const listed = parents.get(number(page.node.get(key('StructParents'))) ?? -1) as readonly string[];
      expect(listed.length).toBe(mcids.length);
      for (const mcid of mcids) expect(claimed.get(`${page.ref.tag}/${mcid}`)).toBe(listed[mcid]);
      found += mcids.length;
    }
    expect(found).toBe(claimed.size);
    expect(number(treeRootOf(document).get(key('ParentTreeNextKey')))).toBe(parents.size);
  });

  it('has each link as an annotation that says where it leads, held by a link element, both ways', () => {
    const parents = readParents(document);
    const holders = new Map(
      elements.flatMap(([element]) =>
        element.kids.flatMap((kid) => ('annotation' in kid ? [[kid.annotation, element] as const] : [])),
      ),
    );
    const places = new Set(readDestinations(document).keys());
    const led = new Map<string, Set<string>>();
    let links = 0;
    for (const page of document.getPages()) {
      expect(name(page.node.get(key('Tabs')))).toBe('S');
      for (const ref of page.node.Annots()?.asArray() ?? []) {
        const link = document.context.lookup(ref, PDFDict);
        const holder = holders.get(refOf(ref));
        expect(name(link.get(key('Subtype')))).toBe('Link');
        expect(holder?.role).toBe('Link');
        expect(parents.get(number(link.get(key('StructParent'))) ?? -1)).toBe(holder?.ref);
        const contents = text(link.lookup(key('Contents')))?.trim() ?? '';
        expect(contents).toBeTruthy();
        expect(contents, 'says where it leads').not.toMatch(/^page( \d+)?$/);
        expect(number(link.get(key('F')))).toBe(4);
        const target = text(link.lookup(key('Dest'))) ?? '';
        expect(places).toContain(target);
        led.set(contents, (led.get(contents) ?? new Set()).add(target));
        links += 1;
      }
    }
    // One who hears the links alone can tell them apart: the same words never lead to two places.
    for (const [contents, targets] of led) expect([...targets], contents).toHaveLength(1);
    expect(links).toBe(holders.size);
    expect(links).toBeGreaterThan(model.sections.length);
    for (const link of of('Link'))
      expect(link.kids.some((kid) => 'annotation' in kid) && textOf(link) !== '').toBe(true);
  });
});

it('refuses a drawing without an alternative text', () => {
  expect(() => structureOf([{ svg: '<svg/>' }])).toThrow('alternative text');
});

it('keeps cells that hold nothing, so that each row has all its cells, and leaves out every other empty element', () => {
  const tag = { is: 'table', summary: null, headerRows: 0, rowHeaders: true };
  const root = structureOf([{ tag, table: { body: [[{ text: '' }, { text: '' }]] } }, { text: 'Never drawn' }]);
  const written: string[] = [];
  let last = 0;
  writeStructure({ newId: () => ++last, write: (_, object) => written.push(object) }, 99, root, []);
  const roles = written.flatMap((object) => /\/S\/(\w+)/.exec(object)?.[1] ?? []);
  expect(roles).toEqual(['Document', 'Table', 'TR', 'TH', 'TD']);
});
