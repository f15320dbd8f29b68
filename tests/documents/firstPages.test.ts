import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFName, type PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EvidencePlan, planEvidence } from '../../electron/documents/evidencePlan.ts';
import { openThread, withFirstPages, withFirstPagesAgain } from '../../electron/documents/pictures/drawFirstPages.ts';
import { renderPack } from '../../electron/documents/renderPack.ts';
import { manifestName, manifestSchema } from '../../shared/domain/pack/manifest.ts';
import type { PackIdentity } from '../../shared/domain/pack/packIdentity.ts';
import { rendererVersion } from '../../shared/domain/pack/rendererVersion.ts';
import { verdictOf } from '../../shared/domain/pack/verdict.ts';
import { factsWith } from '../fixtures/facts.ts';
import { endlessTiles, nestedForms, pdfDrawing } from './drawnPdfs.ts';
import { packSnapshotOf, writeEvidence } from './fixtures.ts';
import { attachmentsOf, makeOther, textOf } from './otherFiles.ts';
import { quiet, scratchFolder, succeeded, verify } from './packs.ts';
import { openFile, readTree, walk } from './readStructure.ts';

const folder = scratchFolder();
const photo = readFileSync(fileURLToPath(new URL('../fixtures/inputs/phone-photo-exif-6.jpg', import.meta.url)));
const red = '1 0 0 rg 0 0 595 842 re f';
const contents: Readonly<Record<string, Uint8Array>> = {
  'report.pdf': pdfDrawing('BT /F1 40 Tf 60 700 Td (Exit report) Tj ET 60 600 400 4 re f'),
  'red.pdf': pdfDrawing(red),
  'wide.pdf': pdfDrawing(red, { format: [842, 595] }),
  'thin.pdf': pdfDrawing('', { format: [1, 100_000_000] }),
  'photo.jpg': photo,
  'broken.pdf': Buffer.from('%PDF-1.7\nthis is no more than a beginning'),
  'tiles.pdf': endlessTiles(),
  'forms.pdf': nestedForms(30),
  'less.pdf': nestedForms(15),
  'more.pdf': nestedForms(16),
  'table.csv': Buffer.from('a;b\n1;2\n'),
};

const factsOf = (names: readonly string[]) =>
  factsWith({
    criteria: [{ reference: 'AC-01', text: 'Testing has ended.', bodies: ['TAG'] }],
    evidence: names.map((file, at) => ({
      reference: `EV-00${at + 1}`,
      title: `Title of ${file}`,
      criteria: ['AC-01'],
      status: 'accepted' as const,
      file,
    })),
  });
const contentOf = (_: string, name: string) => contents[name] ?? new Uint8Array(0);

const ample = { milliseconds: 600_000, altogether: 600_000, bytes: 2e9 };

/** A plan with the pages that were drawn of these files, within limits where they are told. */
async function drawn(names: readonly string[], limits?: typeof ample) {
  const prepared = writeEvidence(factsOf(names), join(folder, names.join('-')), contentOf);
  const snapshot = packSnapshotOf(prepared.facts);
  return withFirstPages(snapshot, planEvidence(snapshot, prepared.sources), limits);
}

describe('the register of a full pack', () => {
  const names = ['report.pdf', 'red.pdf', 'wide.pdf', 'thin.pdf', 'photo.jpg', 'broken.pdf', 'table.csv'];
  let file: string;

  beforeAll(async () => {
    ({ file } = await makeOther(folder, 'pictured', factsOf(names), (all) => all, {}, contentOf));
  });

  it('shows the first page of each PDF and picture, and says so to who does not see it', async () => {
    const document = await openFile(readFileSync(file));
    const figures = [...walk(readTree(document))].map(([element]) => element).filter(({ role }) => role === 'Figure');
    const alternatives = figures.flatMap(({ alt }) => (alt?.includes('Title of') ? [alt] : []));
    expect(alternatives).toEqual(
      names.slice(0, 5).map((name, at) => `The only page of EV-00${at + 1}@1, Title of ${name}, small.`),
    );
    for (const { box } of figures) expect(box?.every((side) => side >= 0 && side <= 842)).toBe(true);
  });

  it('says of other files that they are not drawn, and what kind they are', async () => {
    const text = (await textOf(file)).join('\n').replace(/\s+/g, ' ');
    expect(text).toContain(
      'Beside each PDF and picture stands its first page, as this app draws it, or that it is not drawn.',
    );
    expect(text).toContain('not drawn (PDF)');
    expect(text).toContain('not drawn (CSV)');
  });

  it('holds pictures of a few kilobytes, and the manifest says which', async () => {
    const document = await openFile(readFileSync(file));
    const images = [...document.context.enumerateIndirectObjects()].flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? [object] : [],
    );
    expect(images).toHaveLength(5);
    for (const image of images) {
      expect(image.getContents().length).toBeLessThan(40_000);
      expect((image.dict.get(PDFName.of('Width')) as PDFNumber).asNumber()).toBeLessThanOrEqual(140);
    }
    const manifest = manifestSchema.parse(
      JSON.parse(Buffer.from((await attachmentsOf(file)).get(manifestName) ?? '').toString()),
    );
    const pictured = manifest.parts.flatMap((part) => (part.file?.pictured ? [part.part] : []));
    expect(pictured).toEqual(
      ['EV-001@1', 'EV-002@1', 'EV-003@1', 'EV-004@1', 'EV-005@1'].map((key) => `evidence:${key}`),
    );
  });

  it('is the same to the byte when it is rendered anew', async () => {
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });
});

it('shows the page as it is: its colours, its format, and the photograph upright', async () => {
  const { firstPages } = await drawn(['report.pdf', 'red.pdf', 'wide.pdf', 'photo.jpg']);
  const [report, first, wide, upright] = [...(firstPages ?? new Map()).values()];
  // Grey where a page has no colour: the third byte after the sizes in the head of a PNG.
  expect(report?.png[25]).toBe(0);
  expect(first?.png[25]).toBe(2);
  expect(first).toMatchObject({ width: 56, pages: 1 });
  expect(wide?.width).toBe(56);
  expect(wide?.height).toBeLessThan(first?.height ?? 0);
  // Two hundred by three hundred pixels, and turned by a quarter.
  expect((upright?.width ?? 0) / (upright?.height ?? 1)).toBeCloseTo(1.5, 1);
});

describe('a page that cannot be drawn', () => {
  it('within the time is left out, and the next one is drawn all the same', async () => {
    const plan = await drawn(['tiles.pdf'], { ...ample, milliseconds: 300 });
    expect(plan.files.get('EV-001@1')?.pictured).toBeUndefined();
    const after = await drawn(['red.pdf']);
    expect(after.files.get('EV-001@1')?.pictured).toBe(true);
  });

  it('within the time for all pages is left out, and so is what follows', async () => {
    const plan = await drawn(['tiles.pdf', 'red.pdf'], { ...ample, altogether: 300 });
    expect([...plan.files.values()].map(({ pictured }) => pictured)).toEqual([undefined, undefined]);
  });

  it('within the memory of the whole process is left out', async () => {
    const plan = await drawn(['less.pdf', 'red.pdf'], { ...ample, bytes: 1e8 });
    expect([...plan.files.values()].map(({ pictured }) => pictured)).toEqual([undefined, true]);
  });

  // What one file took, the next one does not have, and the other way round: else a pack would not verify.
  it.each([[['more.pdf']], [['less.pdf', 'more.pdf']], [['more.pdf', 'less.pdf']]])(
    'within the memory for a page is left out, whatever is drawn beside it: %j',
    async (names) => {
      const { attached, firstPages } = await drawn(names, ample);
      const shown = attached.filter(({ key }) => firstPages?.has(key)).map(({ source }) => source.name);
      expect(shown).toEqual(names.filter((name) => name === 'less.pdf'));
    },
  );

  it('within the memory is left out', async () => {
    const plan = await drawn(['forms.pdf', 'red.pdf'], ample);
    expect([...plan.files.values()].map(({ pictured }) => pictured)).toEqual([undefined, true]);
  });

  it('because it is damaged is left out', async () => {
    const plan = await drawn(['broken.pdf', 'red.pdf']);
    expect([...plan.files.values()].map(({ pictured }) => pictured)).toEqual([undefined, true]);
  });
});

it('a thread that ends while it waits is replaced, and takes nothing with it', async () => {
  await openThread().terminate();
  openThread().emit('error', new Error('out of memory'));
  expect((await drawn(['red.pdf'])).firstPages?.size).toBe(1);
});

it('a page that stood in a pack and cannot be drawn here is told of, and is not called a change', async () => {
  const made = await drawn(['red.pdf', 'report.pdf']);
  expect(await withFirstPagesAgain(made)).toEqual({ ok: true, value: made });
  const again = await withFirstPagesAgain(made, { ...ample, altogether: 0 });
  expect(again.ok === false && again.error.message).toContain('the first page of EV-001@1 and 1 more stands');
});

it.each(['public', 'reading'] as const)('no picture stands in the %s edition', async (edition) => {
  const { file } = await makeOther(folder, edition, factsOf(['report.pdf']), (all) => all, { edition }, contentOf);
  const manifest = Buffer.from((await attachmentsOf(file)).get(manifestName) ?? '').toString();
  expect(manifest).not.toContain('pictured');
  expect((await textOf(file)).join(' ')).not.toContain('First page');
});

describe('a pack that was forged', () => {
  /** A pack of one file, rendered by somebody who can change the plan, with every hash computed anew. */
  async function forged(
    name: string,
    forge: (plan: EvidencePlan) => EvidencePlan,
    identity: Partial<PackIdentity> = {},
  ) {
    const prepared = writeEvidence(factsOf([name]), join(folder, `forged-${name}`), contentOf);
    const snapshot = packSnapshotOf(prepared.facts, '2026-05-01', { renderer: rendererVersion, ...identity });
    const full = { ...snapshot, identity: { ...snapshot.identity, edition: 'full' as const } };
    const plan = forge(await withFirstPages(full, planEvidence(full, prepared.sources)));
    const file = join(folder, `forged-${name}`, 'pack.pdf');
    succeeded(await renderPack(snapshot, plan, file, quiet));
    const verified = await verify(file);
    return { verdict: verdictOf(verified), told: verified.problems.map(({ sentence }) => sentence).join(' ') };
  }
  const said = (plan: EvidencePlan): EvidencePlan => ({
    ...plan,
    files: new Map([...plan.files].map(([key, file]) => [key, { ...file, pictured: true as const }])),
  });

  it('is as it was made where nothing was', async () => {
    expect(await forged('red.pdf', (plan) => plan)).toEqual({ verdict: 'asMade', told: '' });
  });

  it('with the picture of another page, or without one that the manifest names, is changed', async () => {
    const { firstPages: other } = await drawn(['wide.pdf']);
    expect((await forged('red.pdf', (plan) => ({ ...plan, firstPages: other ?? new Map() }))).verdict).toBe('changed');
    expect((await forged('red.pdf', (plan) => ({ ...plan, firstPages: new Map() }))).verdict).toBe('changed');
  });

  it('with a picture that this edition does not show, or of a file that is not drawn, is changed', async () => {
    const none = 'says that the first page of EV-001@1 stands in the register, and no such pack shows it';
    const reading = await forged('red.pdf', (plan) => plan, { edition: 'reading' });
    expect(reading).toMatchObject({ verdict: 'changed', told: expect.stringContaining(none) });
    expect(await forged('table.csv', said)).toMatchObject({ verdict: 'changed', told: expect.stringContaining(none) });
  });

  it('with a picture of what cannot be drawn is one of which nobody can tell', async () => {
    const { verdict, told } = await forged('broken.pdf', said);
    expect(verdict).toBe('cannotTell');
    expect(told).toContain(
      'The pages could not be rendered anew, so they were not checked: the first page of EV-001@1',
    );
  });
});

it('draws what is asked for at once one after the other, each page from its own file, and the same one only once', async () => {
  const grey = (at: number) => pdfDrawing(`${at / 10} g 0 0 595 842 re f`);
  const plans = await Promise.all(
    [1, 2, 3, 1].map((at, place) => {
      const prepared = writeEvidence(factsOf(['grey.pdf']), join(folder, `grey-${place}`), () => grey(at));
      const snapshot = packSnapshotOf(prepared.facts);
      return withFirstPages(snapshot, planEvidence(snapshot, prepared.sources));
    }),
  );
  const [first, second, third, again] = plans.map(({ firstPages }) => firstPages?.get('EV-001@1'));
  expect(new Set([first, second, third].map((page) => Buffer.from(page?.png ?? []).toString('base64'))).size).toBe(3);
  expect(again).toBe(first);
});
