import { readFileSync } from 'node:fs';
import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { positions } from '../../shared/domain/catalogue/view.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { answerPaperOf, idOf } from './answerPaper.ts';
import { makeOther } from './otherFiles.ts';
import { scratchFolder, verify } from './packs.ts';
import { readContent, readMarkedText } from './readContent.ts';
import {
  isElement,
  key,
  name,
  number,
  openFile,
  type ReadElement,
  readParents,
  readTree,
  refOf,
  text,
  walk,
} from './readStructure.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();

/** A widget on a page, with the field that it belongs to. */
interface Widget {
  readonly ref: string;
  readonly dict: PDFDict;
  readonly field: PDFDict;
  readonly name: string;
}

describe('the form in a paper', () => {
  let file: string;
  let snapshot: PackSnapshot;
  let document: PDFDocument;
  let widgets: readonly Widget[];
  let elements: readonly (readonly [ReadElement, readonly ReadElement[]])[];
  let marked: ReadonlyMap<string, string>;

  beforeAll(async () => {
    ({ file, snapshot } = await makeOther(folder, 'form', sampleFacts(), answerPaperOf));
    const content = new Uint8Array(readFileSync(file));
    document = await openFile(content);
    widgets = widgetsOf(document);
    elements = [...walk(readTree(document))];
    marked = await readMarkedText(content);
  });

  const namesOfFields = () => {
    const fields = form(document).lookup(key('Fields'), PDFArray);
    return fields.asArray().map((_, at) => text(fields.lookup(at, PDFDict).lookup(key('T'))) ?? '');
  };

  it('asks once for the meeting, and of each criterion for position, words and conditions, in the order of reading', () => {
    expect(namesOfFields()).toEqual([
      'meeting/on',
      'meeting/by',
      'meeting/reference',
      'paper/reference',
      ...snapshot.facts.criteria.flatMap((_, at) =>
        ['position', 'words', 'conditions'].map((part) => `view/${idOf(at)}/${part}`),
      ),
    ]);
    const inTree = elements.flatMap(([element]) => (element.role === 'Form' ? [heldBy(element)] : []));
    expect(inTree).toEqual(widgets.map(({ ref }) => ref));
  });

  it('offers the five positions, none of them ticked', () => {
    const ticks = widgets.filter((one) => one.name === `view/${idOf(0)}/position`);
    const states = ticks.map(({ dict }) => statesOf(dict).map(([state]) => state));
    expect(states).toEqual(positions.map((position) => [position, 'Off']));
    for (const { dict, field } of ticks) {
      expect(name(dict.get(key('AS')))).toBe('Off');
      expect(name(field.get(key('V')))).toBe('Off');
    }
  });

  it('tags each field as one of the form, both ways, with its words in the same paragraph', () => {
    const parents = readParents(document);
    for (const widget of widgets) {
      const [element, above] = elements.find(([one]) => one.role === 'Form' && heldBy(one) === widget.ref) ?? [];
      expect(element?.kids, widget.name).toHaveLength(1);
      expect(parents.get(number(widget.dict.get(key('StructParent'))) ?? -1)).toBe(element?.ref);
      const paragraph = above?.at(-1);
      expect(paragraph?.role).toBe('P');
      expect(wordsOf(paragraph, marked), widget.name).not.toBe('');
    }
    expect(elements.filter(([one]) => one.role === 'Form')).toHaveLength(widgets.length);
  });

  it('tells of each field what it is, in other words for each', () => {
    const tips = widgets.map(({ dict }) => text(dict.lookup(key('TU'))) ?? '');
    expect(tips.every((tip) => tip !== '')).toBe(true);
    expect(new Set(tips).size).toBe(widgets.length);
    for (const { field } of widgets) expect(text(field.lookup(key('TU')))).toBeTruthy();
  });

  it('goes from field to field by the structure', () => {
    for (const page of document.getPages()) expect(name(page.node.get(key('Tabs')))).toBe('S');
  });

  it('draws every appearance itself, with faces that are in the file, and asks no viewer for one', () => {
    const root = form(document);
    expect(
      root
        .keys()
        .map((one) => one.decodeText())
        .sort(),
    ).toEqual(['DA', 'DR', 'Fields']);
    const face = faceOf(root.lookup(key('DR'), PDFDict));
    const descriptor = face.lookup(key('FontDescriptor'), PDFDict);
    expect(descriptor.lookup(key('FontFile2'))).toBeInstanceOf(PDFRawStream);
    expect(name(face.get(key('Encoding')))).toBe('WinAnsiEncoding');
    for (const { dict, name: field } of widgets) {
      expect(number(dict.get(key('F'))), field).toBe(4);
      const appearances = dict.lookup(key('AP'), PDFDict);
      expect(appearances.keys().map((one) => one.decodeText())).toEqual(['N']);
      for (const [, stream] of statesOf(dict)) {
        expect(stream.dict.lookup(key('BBox'), PDFArray).size()).toBe(4);
        expect(faceOf(stream.dict.lookup(key('Resources'), PDFDict))).toBe(face);
        expect(decodePDFRawStream(stream).decode().length).toBeGreaterThan(0);
      }
    }
  });

  it('runs nothing and sends nothing', () => {
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFRawStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) continue;
      for (const entry of ['A', 'AA', 'JS', 'JavaScript', 'XFA', 'NeedAppearances', 'OpenAction'])
        expect(dict.has(key(entry)) && !dict.has(key('S')), `${entry} in ${dict}`).toBe(false);
    }
  });

  it('holds the reference of the paper where nobody can type', () => {
    const [reference] = widgets.filter((one) => one.name === 'paper/reference');
    expect(text(reference?.field.lookup(key('V')))).toBe('TAG paper 2026-05-12');
    expect((number(reference?.field.get(key('Ff'))) ?? 0) & 1).toBe(1);
    const others = widgets.filter((one) => one.name !== 'paper/reference');
    expect(others.every(({ field }) => ((number(field.get(key('Ff'))) ?? 0) & 1) === 0)).toBe(true);
  });

  it('leaves the pages as the standards ask: nothing drawn outside of marks', () => {
    for (const page of document.getPages()) expect(readContent(page).faults).toEqual([]);
  });

  it('is the same byte for byte when it is rendered anew', async () => {
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });

  it('is not there where it was not asked for', async () => {
    const without = (whole: PackSnapshot): PackSnapshot => {
      const paper = answerPaperOf(whole);
      const { answers: _, ...bare } = paper.identity.document as { readonly answers?: boolean };
      return { ...paper, identity: { ...paper.identity, document: bare as never } };
    };
    const { file: other } = await makeOther(folder, 'without', sampleFacts(), without);
    const plain = await openFile(new Uint8Array(readFileSync(other)));
    expect(plain.catalog.has(key('AcroForm'))).toBe(false);
    expect(widgetsOf(plain)).toEqual([]);
  });

  it('stays whole with names and wordings that are hard to print', async () => {
    const facts = sampleFacts({
      criteria: [
        { reference: 'AC/(2).Ω & <b>', text: 'abcdefghij'.repeat(200), bodies: ['Καλή ομάδα (2)'] },
        { reference: 'AC-2', text: null, bodies: ['Καλή ομάδα (2)'] },
      ],
    });
    const { file: odd } = await makeOther(folder, 'odd', facts, (whole) => answerPaperOf(whole, 'Καλή ομάδα (2)'));
    const opened = await openFile(new Uint8Array(readFileSync(odd)));
    const [reference] = widgetsOf(opened).filter((one) => one.name === 'paper/reference');
    expect(text(reference?.field.lookup(key('V')))).toBe('Καλή ομάδα (2) paper 2026-05-12');
  });
});

function form(document: PDFDocument): PDFDict {
  return document.catalog.lookup(key('AcroForm'), PDFDict);
}

function widgetsOf(document: PDFDocument): readonly Widget[] {
  return document.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((ref): readonly Widget[] => {
      const dict = document.context.lookup(ref, PDFDict);
      if (name(dict.get(key('Subtype'))) !== 'Widget') return [];
      const field = dict.lookupMaybe(key('Parent'), PDFDict) ?? dict;
      return [{ ref: refOf(ref), dict, field, name: text(field.lookup(key('T'))) ?? '' }];
    }),
  );
}

/** The appearances of a widget by their state; of a box there is one. */
function statesOf(widget: PDFDict): readonly (readonly [string, PDFRawStream])[] {
  const normal = widget.lookup(key('AP'), PDFDict).lookup(key('N'));
  if (normal instanceof PDFRawStream) return [['', normal]];
  const states = normal as PDFDict;
  return states.keys().map((state) => [state.decodeText(), states.lookup(state) as PDFRawStream]);
}

function faceOf(resources: PDFDict): PDFDict {
  return resources.lookup(key('Font'), PDFDict).lookup(PDFName.of('Inter'), PDFDict);
}

function heldBy(element: ReadElement): string | undefined {
  return element.kids.flatMap((kid) => ('annotation' in kid ? [kid.annotation] : []))[0];
}

function wordsOf(element: ReadElement | undefined, marked: ReadonlyMap<string, string>): string {
  return (element?.kids ?? [])
    .map((kid) =>
      isElement(kid) ? wordsOf(kid, marked) : 'mcid' in kid ? (marked.get(`${kid.page}/${kid.mcid}`) ?? '') : '',
    )
    .join('');
}
