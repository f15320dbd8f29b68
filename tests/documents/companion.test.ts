import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { companionOf } from '../../electron/documents/companion/companionName.ts';
import { writeCompanion } from '../../electron/documents/companion/writeCompanion.ts';
import { planEvidence } from '../../electron/documents/evidencePlan.ts';
import { exportPack } from '../../electron/documents/exportPack.ts';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf, writeEvidence } from './fixtures.ts';
import { attachmentsOf, textOf } from './otherFiles.ts';
import { quiet, scratchFolder, succeeded, verify } from './packs.ts';

const folder = scratchFolder();
const file = join(folder, 'large.pdf');
const zip = join(folder, 'large.evidence.zip');

let input: Parameters<typeof exportPack>[0];

/** A pack that takes a thousand bytes of evidence; the second item is larger than that, the third fits again. */
beforeEach(async () => {
  rmSync(zip, { force: true });
  const item = (reference: string) => ({
    reference,
    criteria: ['AC-01'],
    status: 'accepted' as const,
    file: `${reference}.bin`,
  });
  const prepared = writeEvidence(
    factsWith({
      criteria: [{ reference: 'AC-01', text: 'Testing has ended.' }],
      evidence: ['EV-001', 'EV-002', 'EV-003'].map(item),
    }),
    join(folder, 'evidence'),
    (key) => Buffer.alloc(key === 'EV-002@1' ? 5000 : 400, key),
  );
  input = {
    snapshot: packSnapshotOf(prepared.facts),
    evidence: prepared.sources,
    out: file,
    mostEvidenceBytes: 1000,
  };
  const made = succeeded(await exportPack(input, quiet));
  expect(made.companion).toBe(true);
  expect(made.notes.join(' ')).toContain('companion zip');
});

const state = (word: string) => ({ name: 'large.evidence.zip', state: word, files: 1 });

it('puts what is too large into a zip beside the pack, and lists it by SHA-256', async () => {
  expect(companionOf(file)).toBe(zip);
  const attachments = await attachmentsOf(file);
  expect([...attachments.keys()].sort()).toEqual([
    'EV-001@1 EV-001.bin',
    'EV-003@1 EV-003.bin',
    'manifest.json',
    'snapshot.json',
  ]);
  const manifest = JSON.parse(Buffer.from(attachments.get('manifest.json') ?? []).toString());
  expect(manifest.parts.find((one: { part: string }) => one.part === 'evidence:EV-002@1').file).toMatchObject({
    attachment: null,
    absent: 'tooLarge',
    companion: 'EV-002@1 EV-002.bin',
  });
  expect((await textOf(file)).join('\n')).toContain('in the companion PACK.evidence.zip');
});

it('is checked where it lies beside the pack', async () => {
  expect(await verify(file)).toEqual({
    ok: true,
    pages: 'checked',
    problems: [],
    signatures: [],
    companion: state('checked'),
  });
  expect(await verify(file, 'other')).toMatchObject({ ok: false, pages: 'notChecked', companion: state('checked') });
});

it('is said not to be there where it is not, and that is no fault of the pack', async () => {
  renameSync(zip, join(folder, 'elsewhere.zip'));
  expect(await verify(file)).toEqual({
    ok: true,
    pages: 'checked',
    problems: [],
    signatures: [],
    companion: state('notThere'),
  });
});

it('names the evidence that was changed in it, and a zip that is none', async () => {
  const bytes = readFileSync(zip);
  const at = bytes.indexOf(Buffer.from('EV-002@1EV-002@1'));
  bytes[at + 700] = (bytes[at + 700] ?? 0) ^ 1;
  writeFileSync(zip, bytes);
  const changed = await verify(file);
  expect(changed.ok).toBe(false);
  expect(changed.problems.map((one) => one.part)).toEqual(['evidence:EV-002@1']);
  writeFileSync(zip, 'no zip at all');
  expect((await verify(file)).problems.map((one) => one.part)).toEqual(['companion']);
});

it.each(['changed', 'missing'])('is not made with a file that is %s, and the process goes on', async (what) => {
  const { path = '' } = input.evidence.find(({ key }) => key === 'EV-002@1') ?? {};
  if (what === 'changed') appendFileSync(path, '!');
  else rmSync(path);
  const told = await writeCompanion(
    join(folder, 'other.zip'),
    planEvidence(input.snapshot, input.evidence, 1000).outside,
  );
  expect(told.ok ? null : told.error).toMatchObject({
    kind: 'renderFailed',
    message:
      'The companion zip was not made: the file of EV-002@1 is not the one that was recorded: its SHA-256 differs.',
  });
});
