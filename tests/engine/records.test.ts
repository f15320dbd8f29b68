import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import { withRelease } from '../support/withRelease.ts';

const asOf = null;

function criterionSaying(releaseId: string, text: string) {
  return { asOf, releaseId, kind: 'criterion', fields: { reference: 'AC-01', text } } as const;
}

const required: Partial<Record<string, Record<string, unknown>>> = {
  modification: { reference: 'MP150' },
  criterion: { reference: 'AC-01' },
  evidence: { reference: 'EV-001' },
  view: { body: 'TAG', criterion: 'AC-01' },
  exception: { rule: 'tad.published-6-months' },
};

describe('records', () => {
  it.each(listKinds)('a %s is created, removed and brought back by undo as it was', async (kind) => {
    const { does, releaseId } = await withRelease();
    const created = await does('record.create', { asOf, releaseId, kind, fields: required[kind] ?? {} });
    const id = created.changes[0]?.id ?? '';
    const before = await does('release.open', { release: releaseId, asOf });
    const removed = await does('record.remove', { asOf, kind, id });
    expect(removed.changes).toEqual([{ kind, id, record: null }]);
    await does('record.undo', { asOf, entry: removed.entry, through: removed.through });
    expect((await does('release.open', { release: releaseId, asOf })).facts).toEqual(before.facts);
  });

  it('an approval is of its date: another date goes without it, what comes with that is kept, and undo is exact', async () => {
    const { does, releaseId: id } = await withRelease();
    const edit = (fields: Record<string, unknown>) => does('record.edit', { asOf, kind: 'release', id, fields });
    const stands = async () => (await does('release.open', { release: id, asOf })).facts;
    // Step by step, whichever is typed first: where no date stood, what is typed is of the one that comes.
    await edit({ 'goLive.approvedBy': 'CSC' });
    await edit({ 'goLive.approvedDate': '2026-06-25' });
    await edit({
      'goLive.approvedOn': '2026-01-10',
      'goLive.approvedReference': 'CSC 12',
      'goLive.reason': 'No room.',
    });
    const before = await stands();
    expect(before.release.goLive).toMatchObject({ approvedBy: 'CSC', approvedOn: '2026-01-10' });
    const approval = { approvedBy: null, approvedOn: null, approvedReference: null, reason: null };
    for (const date of ['2026-06-26', null]) {
      const { entry, through } = await edit({ 'goLive.approvedDate': date });
      expect((await stands()).release.goLive).toMatchObject({ approvedDate: date, ...approval });
      await does('record.undo', { asOf, entry, through });
      expect(await stands()).toEqual(before);
    }
    await edit({ 'goLive.approvedDate': '2026-06-25' });
    expect(await stands()).toEqual(before);
    await edit({ 'goLive.approvedDate': '2026-06-26', 'goLive.approvedBy': 'CSC' });
    expect((await stands()).release.goLive).toMatchObject({ ...approval, approvedBy: 'CSC' });
  });

  it('knows for each field who changed it last, when, and in which store', async () => {
    const { does, releaseId, engine } = await withRelease();
    const created = await does('record.create', criterionSaying(releaseId, 'first'));
    const id = created.changes[0]?.id ?? '';
    await does('record.edit', { asOf, kind: 'criterion', id, fields: { text: 'second', reference: 'AC-01' } });
    const [create, edit] = (await does('history.list', { releaseId, limit: 10 })).slice(0, 2).reverse();
    const fields = new Map(
      (await does('record.lastChanges', { kind: 'criterion', id })).map((each) => [each.field, each]),
    );
    expect(fields.get('text')?.at).toBe(edit?.at);
    expect(fields.get('reference')?.at).toBe(create?.at);
    expect(fields.get('text')).toMatchObject({ actor: 'Not named', organisation: '' });
    expect(edit?.changes).toEqual([{ field: 'text', before: 'first', after: 'second' }]);
    expect(engine.revision()).toBe(edit?.seq);
  });

  it('an edit that changes nothing leaves no trace in the history', async () => {
    const { does, releaseId } = await withRelease();
    const created = await does('record.create', criterionSaying(releaseId, 'same'));
    const before = await does('history.list', { releaseId, limit: 100 });
    await does('record.edit', { asOf, kind: 'criterion', id: created.changes[0]?.id ?? '', fields: { text: 'same' } });
    expect(await does('history.list', { releaseId, limit: 100 })).toEqual(before);
  });

  it('takes an edit back only while nothing later stands on it', async () => {
    const { does, refuses, releaseId } = await withRelease();
    const created = await does('record.create', criterionSaying(releaseId, 'one'));
    const id = created.changes[0]?.id ?? '';
    const first = await does('record.edit', { asOf, kind: 'criterion', id, fields: { text: 'two' } });
    const second = await does('record.edit', { asOf, kind: 'criterion', id, fields: { text: 'three' } });
    expect((await refuses('record.undo', { asOf, entry: first.entry, through: first.through })).message).toMatch(
      /^“[A-Z][^”]*” of this .* was changed again later/,
    );
    const undone = await does('record.undo', { asOf, entry: second.entry, through: second.through });
    expect(undone.changes[0]?.record).toMatchObject({ text: 'two' });
  });

  it('renaming a criterion takes its evidence, views and thresholds along', async () => {
    const { does, releaseId } = await withRelease();
    const created = await does('record.create', { asOf, releaseId, kind: 'criterion', fields: { reference: 'AC-01' } });
    await does('record.create', {
      asOf,
      releaseId,
      kind: 'evidence',
      fields: { reference: 'EV-001', criteria: ['AC-01', 'AC-09'] },
    });
    await does('record.create', { asOf, releaseId, kind: 'view', fields: { body: 'TAG', criterion: 'AC-01' } });
    await does('record.edit', {
      asOf,
      kind: 'criterion',
      id: created.changes[0]?.id ?? '',
      fields: { reference: 'AC-1a' },
    });
    const { facts } = await does('release.open', { release: releaseId, asOf });
    expect(facts.evidence[0]?.criteria).toEqual(['AC-1a', 'AC-09']);
    expect(facts.views[0]?.criterion).toBe('AC-1a');
  });

  it.each([
    ['a reference that is taken', 'criterion', { reference: 'AC-01' }, 'conflict', /already criterion AC-01/],
    [
      'a day that is not in the calendar',
      'meeting',
      { on: '2026-13-01' },
      'invalidInput',
      /on "2026-13-01" is not a calendar date/,
    ],
    ['a field it does not have', 'meeting', { colour: 'red' }, 'invalidInput', /has no field “colour”/],
    ['a number where a word belongs', 'risk', { title: 5 }, 'invalidInput', /title 5 is not text/],
    ['no reference', 'modification', {}, 'invalidInput', /reference/],
  ])('refuses %s with a sentence and changes nothing', async (_what, kind, fields, errorKind, sentence) => {
    const { does, refuses, releaseId } = await withRelease();
    await does('record.create', { asOf, releaseId, kind: 'criterion', fields: { reference: 'AC-01' } });
    const before = await does('history.list', { releaseId, limit: 100 });
    const refused = await refuses('record.create', { asOf, releaseId, kind, fields });
    expect(refused.kind).toBe(errorKind);
    expect(refused.message).toMatch(sentence);
    expect(await does('history.list', { releaseId, limit: 100 })).toEqual(before);
  });

  it('a view is stamped with what the body saw when it is given, not when it is asked', async () => {
    const { does, releaseId, folder } = await withRelease();
    writeFileSync(join(folder, 'report.txt'), 'version one');
    await does('record.create', {
      asOf,
      releaseId,
      kind: 'criterion',
      fields: { reference: 'AC-01', text: 'All tests ran.' },
    });
    await does('evidence.add', {
      asOf,
      release: releaseId,
      file: join(folder, 'report.txt'),
      fields: { criteria: ['AC-01'] },
    });
    const asked = await does('record.create', {
      asOf,
      releaseId,
      kind: 'view',
      fields: { body: 'TAG', criterion: 'AC-01' },
    });
    expect(asked.changes[0]?.record).toMatchObject({ sawText: null, saw: null });
    const given = await does('record.edit', {
      asOf,
      kind: 'view',
      id: asked.changes[0]?.id ?? '',
      fields: { position: 'supports' },
    });
    expect(given.changes[0]?.record).toMatchObject({
      sawText: 'All tests ran.',
      saw: [{ evidence: 'EV-001@1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
  });
});

describe('evidence files', () => {
  it('get the next reference, keep their own name, and a newer file becomes the next version', async () => {
    const { does, releaseId, folder } = await withRelease();
    writeFileSync(join(folder, 'SIT_exit report.txt'), 'one');
    const file = join(folder, 'SIT_exit report.txt');
    const first = await does('evidence.add', { asOf, release: releaseId, file, fields: {} });
    expect(first.changes[0]?.record).toMatchObject({
      reference: 'EV-001',
      version: 1,
      title: 'SIT exit report',
      file: 'SIT_exit report.txt',
      bytes: 3,
      status: 'draft',
    });
    writeFileSync(file, 'two');
    const second = await does('evidence.add', { asOf, release: releaseId, file, fields: { supersedes: 'EV-001@1' } });
    expect(second.changes[0]?.record).toMatchObject({ reference: 'EV-001', version: 2, supersedes: 'EV-001@1' });
  });

  it.each([
    ['an empty file', (folder: string) => writeFileSync(join(folder, 'x'), ''), /is empty \(0 bytes\)/],
    ['a file that is not there', () => undefined, /There is no file/],
  ])('refuses %s', async (_what, prepare, sentence) => {
    const { refuses, releaseId, folder } = await withRelease();
    prepare(folder);
    expect(
      (await refuses('evidence.add', { asOf, release: releaseId, file: join(folder, 'x'), fields: {} })).message,
    ).toMatch(sentence);
  });

  it('are taken out for good with a reason: the content goes, the hash and the reason stay', async () => {
    const { does, releaseId, folder } = await withRelease();
    writeFileSync(join(folder, 'cv.txt'), 'personal');
    const added = await does('evidence.add', { asOf, release: releaseId, file: join(folder, 'cv.txt'), fields: {} });
    const record = added.changes[0]?.record;
    const path = attachmentPath(join(folder, 'files'), String(record?.sha256));
    expect(existsSync(path)).toBe(true);
    await does('evidence.purge', { asOf, id: added.changes[0]?.id ?? '', reason: 'a private letter' });
    expect(existsSync(path)).toBe(false);
    const { facts } = await does('release.open', { release: releaseId, asOf });
    expect(facts.evidence[0]).toMatchObject({
      file: null,
      sha256: record?.sha256,
      status: 'withdrawn',
      statusReason: 'a private letter',
    });
    expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
  });
});
