import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { planEvidence } from '../../electron/documents/evidencePlan.ts';
import { readAttachments } from '../../electron/documents/read/readAttachments.ts';
import { renderPack } from '../../electron/documents/renderPack.ts';
import { sha256 } from '../../electron/documents/sealPack.ts';
import { canonicalJson } from '../../shared/domain/foundation/canonicalJson.ts';
import { manifestOf, snapshotContent } from '../../shared/domain/pack/manifest.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { rendererVersion } from '../../shared/domain/pack/rendererVersion.ts';
import { verdictOf } from '../../shared/domain/pack/verdict.ts';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf, testVersion, writeEvidence } from './fixtures.ts';
import { type MadePack, makePack, quiet, scratchFolder, succeeded, verify } from './packs.ts';
import { smallFacts as facts, makeSmallPack } from './smallPack.ts';

const folder = scratchFolder();
let pack: MadePack;
let bytes: Buffer;

beforeAll(async () => {
  pack = await makeSmallPack(folder);
  bytes = readFileSync(pack.file);
});

describe('verifying an untouched pack', () => {
  it('finds nothing, and compares every byte, whatever the version of the app', async () => {
    expect(await verify(pack.file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });

  it('is not in order for a version that renders otherwise: the pages were not checked', async () => {
    const verified = await verify(pack.file, 'other');
    expect(verified).toMatchObject({ ok: false, pages: 'notChecked', problems: [{ part: 'pages' }] });
    expect(verified.problems[0]?.sentence).toContain(`Verify it with version ${testVersion}, or compare`);
    expect(verdictOf(verified)).toBe('cannotTell');
  });

  it('takes two evidence files whose names differ by a letter that folds away', async () => {
    // é and a follow each other; U+0E9A is written alike where the end of a character is not.
    const evidence = ['EV-éa', 'EV-\u0e9a'].map((reference) => ({
      reference,
      criteria: ['AC-01'],
      file: 'report.pdf',
    }));
    const twins = await makePack(folder, 'twins', factsWith({ criteria: facts.criteria, evidence }));
    expect(await verify(twins.file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });
});

describe('verifying a pack of an earlier version with the same renderer', () => {
  it('finds nothing, though this version knows more fields and lists than it was written with', async () => {
    const prepared = writeEvidence(facts, join(folder, 'earlier.evidence'));
    const whole = packSnapshotOf(prepared.facts);
    const snapshot = { ...whole, identity: { ...whole.identity, renderer: rendererVersion } };
    const plan = planEvidence(snapshot, prepared.sources);
    // As if neither comments nor what an acceptance was for had been thought of.
    const { comments: _, ...less } = snapshotContent(snapshot).facts;
    const evidence = less.evidence.map(({ accepted: __, ...item }) => item);
    const earlier = { ...snapshot, facts: { ...less, evidence } } as unknown as PackSnapshot;
    const written = {
      snapshotText: canonicalJson(earlier),
      manifestText: canonicalJson(manifestOf(earlier, plan.files, sha256, 'asWritten')),
    };
    const file = join(folder, 'earlier.pdf');
    succeeded(await renderPack(snapshot, plan, file, quiet, written));
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });
});

describe('verifying a changed pack', () => {
  it('names the evidence file in which a byte was changed, packed or not', async () => {
    for (const [key, name] of [
      ['EV-001@1', 'report.pdf'],
      ['EV-002@1', 'table.csv'],
    ] as const) {
      const at = contentAt(`${key} ${name}`);
      for (const offset of [2, 40, at.length - 3]) {
        const verified = await verify(write('evidence', flip(at.start + offset)));
        expect(verified.ok).toBe(false);
        expect(verified.problems[0]?.part).toBe(`evidence:${key}`);
        expect(verified.problems[0]?.sentence).toContain(name);
      }
    }
  });

  it('names the snapshot and the manifest when a byte of them was changed', async () => {
    for (const [name, part] of [
      ['snapshot.json', 'snapshot'],
      ['manifest.json', 'manifest'],
    ] as const) {
      const at = contentAt(name);
      const verified = await verify(write(part, flip(at.start + Math.floor(at.length / 2))));
      expect(verified.ok).toBe(false);
      expect(verified.problems.map((problem) => problem.part)).toContain(part);
    }
  });

  it('names the criterion whose wording somebody changed in the snapshot', async () => {
    const file = await replaceSnapshot('criterion', (text) => text.replace('Testing has ended.', 'Testing has begun.'));
    const parts = (await verify(file)).problems.map((problem) => problem.part);
    expect(parts).toEqual(expect.arrayContaining(['snapshot', 'criterion:AC-01']));
    expect(parts).not.toContain('view:TAG/AC-01');
  });

  it('names the view whose wording somebody changed in the snapshot', async () => {
    const file = await replaceSnapshot('view', (text) => text.replace('"Yes."', '"No."'));
    const parts = (await verify(file)).problems.map((problem) => problem.part);
    expect(parts).toEqual(expect.arrayContaining(['snapshot', 'view:TAG/AC-01']));
    expect(parts).not.toContain('criterion:AC-01');
  });

  it('finds a byte changed anywhere in the file', async () => {
    const step = Math.floor(bytes.length / 23);
    for (let at = 5; at < bytes.length; at += step) {
      const verified = await verify(write('anywhere', flip(at)));
      expect(verified.ok, `byte ${at} of ${bytes.length}`).toBe(false);
      expect(verified.problems.length, `byte ${at}`).toBeGreaterThan(0);
    }
  });

  it('finds a byte added at the end', async () => {
    const verified = await verify(write('longer', Buffer.concat([bytes, Buffer.from('\n')])));
    expect(verified).toMatchObject({ ok: false, pages: 'checked', problems: [{ part: 'pages' }, { part: 'pages' }] });
    expect(verified.problems[1]?.sentence).toContain('Something was appended');
  });
});

describe('verifying what is no pack', () => {
  it('says so in one sentence, and never crashes', async () => {
    const other = await PDFDocument.create();
    other.addPage();
    const files: readonly Uint8Array[] = [
      new Uint8Array(0),
      Buffer.from('Not a PDF at all'),
      Buffer.from('%PDF-1.7\n'),
      await other.save(),
      bytes.subarray(0, 1000),
      bytes.subarray(0, Math.floor(bytes.length / 2)),
      bytes.subarray(2000),
    ];
    for (const [index, file] of files.entries()) {
      const verified = await verify(write(`other${index}`, file), 'other');
      expect(verified.ok, `file ${index}`).toBe(false);
      expect(verified.problems[0]?.sentence, `file ${index}`).toMatch(/\.$/);
    }
  });
});

function write(name: string, content: Uint8Array): string {
  const file = join(folder, `${name}.changed.pdf`);
  writeFileSync(file, content);
  return file;
}

function flip(at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0x11;
  return changed;
}

/** Where the stored bytes of an attachment lie in the file: found by its file specification. */
function contentAt(name: string): { readonly start: number; readonly length: number } {
  const pdf = bytes.toString('latin1');
  const specification = pdf.slice(pdf.lastIndexOf('<<\n/Type /Filespec', pdf.indexOf(`/UF (${name})`)));
  const object = /\/EF <<\s*\/F (\d+) 0 R/.exec(specification)?.[1];
  const begin = pdf.indexOf(`\n${object} 0 obj`);
  const length = Number(/\/Length (\d+)/.exec(pdf.slice(begin, begin + 400))?.[1]);
  const start = pdf.indexOf('stream\n', begin) + 'stream\n'.length;
  return { start, length };
}

/** The same pack with another snapshot.json, saved by another program. */
async function replaceSnapshot(name: string, change: (text: string) => string): Promise<string> {
  const { attachments } = await readAttachments(bytes);
  const document = await PDFDocument.create();
  document.addPage();
  for (const one of attachments) {
    if (!one.ok) continue;
    const content =
      one.name === 'snapshot.json' ? Buffer.from(change(Buffer.from(one.content).toString())) : one.content;
    await document.attach(content, one.name);
  }
  return write(name, await document.save());
}
