import { execFileSync } from 'node:child_process';
import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PackModel } from '../../shared/domain/pack/blocks.ts';
import { scratchFolder } from './packs.ts';
import { key, name, readTree, text, walk } from './readStructure.ts';
import { shapes, structuredPack } from './structuredPacks.ts';

// The large pack takes some seconds, and many times that while every test runs at once.
const folder = scratchFolder();

describe.each(shapes)('the file of the pack of %s', (title, factsOf) => {
  let file: string;
  let model: PackModel;
  let document: PDFDocument;

  beforeAll(async () => {
    ({ file, model, document } = await structuredPack(folder, title, factsOf()));
  });

  const readRoles = () => [...walk(readTree(document))].map(([{ role }]) => role);

  it('tells its language, its title and that it is tagged, and names both standards in escaped metadata', () => {
    const { catalog } = document;
    expect(text(catalog.lookup(key('Lang')))).toBe('en-GB');
    expect(String(catalog.lookup(key('MarkInfo'), PDFDict).get(key('Marked')))).toBe('true');
    expect(String(catalog.lookup(key('ViewerPreferences'), PDFDict).get(key('DisplayDocTitle')))).toBe('true');
    const metadata = catalog.lookup(key('Metadata')) as PDFRawStream;
    expect(metadata.dict.get(key('Filter'))).toBeUndefined();
    const xmp = Buffer.from(metadata.getContents()).toString();
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
    expect(xmp).toContain(`<rdf:li xml:lang="x-default">${escaped(model.face.title)}</rdf:li>`);
    expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>');
    const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
    expect(text(info.lookup(key('Title')))).toBe(model.face.title);
    const made = text(info.lookup(key('CreationDate'))) ?? '';
    expect(xmp).toContain(`<xmp:CreateDate>${made.replace(/^D:(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z')}<`);
    expect(xmp).toContain(`<pdf:Producer>${text(info.lookup(key('Producer')))}<`);
  });

  it('lists its attachments with names, a description and their relation to the document', () => {
    const files = document.catalog.lookup(key('AF'), PDFArray);
    expect(files.size()).toBeGreaterThanOrEqual(2);
    for (let at = 0; at < files.size(); at += 1) {
      const file = files.lookup(at, PDFDict);
      for (const entry of ['F', 'UF', 'Desc']) expect(text(file.lookup(key(entry)))).toBeTruthy();
      expect(['Source', 'Data', 'Supplement']).toContain(name(file.get(key('AFRelationship'))));
      const embedded = file.lookup(key('EF'), PDFDict).lookup(key('F')) as PDFRawStream;
      expect(name(embedded.dict.get(key('Subtype')))).toMatch(/^\w+\/./);
    }
  });

  it('holds nothing that archived files may not hold: scripts, forms, encryption, fonts of elsewhere', () => {
    const forbidden = ['JavaScript', 'JS', 'AA', 'OpenAction', 'AcroForm', 'XFA', 'Encrypt'];
    let fonts = 0;
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFRawStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) continue;
      for (const entry of forbidden) expect(dict.get(PDFName.of(entry)), entry).toBeUndefined();
      if (name(dict.get(key('Type'))) === 'Font' && name(dict.get(key('Subtype'))) === 'Type0') {
        const unicode = dict.lookup(key('ToUnicode')) as PDFRawStream;
        const map = Buffer.from(decodePDFRawStream(unicode).decode()).toString('latin1');
        for (const [, characters = ''] of map.matchAll(/\[([^\]]*)\]/g))
          expect(characters).not.toMatch(/<(0000|feff|fffe)>/);
        fonts += 1;
      }
      if (name(dict.get(key('Type'))) === 'FontDescriptor') expect(dict.get(key('FontFile2'))).toBeDefined();
    }
    expect(fonts).toBeGreaterThan(1);
    const intent = document.catalog.lookup(key('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(name(intent.get(key('S')))).toBe('GTS_PDFA1');
  });

  it('pleases qpdf, and poppler finds the structure and every font within', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    const found = run('pdfinfo', '-struct', file);
    for (const role of ['H1', 'H2', 'Figure', 'TH', 'TOCI']) {
      const roles = readRoles().filter((one) => one === role);
      expect(found.match(new RegExp(`^ *${role}\\b`, 'gm'))?.length ?? 0, role).toBe(roles.length);
    }
    for (const font of run('pdffonts', file).trim().split('\n').slice(2)) expect(font).toMatch(/ yes yes yes +\d+ +0$/);
  });
});

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 200_000_000 });
}
