import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type ListKind, listKinds, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { releaseFields } from '../../shared/domain/records/releaseRecord.ts';
import { deskOf } from '../support/desk.ts';
import { golive, withFile } from '../support/golive.ts';
import { openApp } from '../support/window.ts';

const sha256 = 'a'.repeat(64);
const onBehalf = [{ field: 'title', by: 'Ada Byron', for: 'DCC', on: '2026-10-01' }];
const one = (record: object) => [{ ...record, onBehalf }];

/** One record of every kind; what only shows once it is recorded is recorded. */
const release = {
  format: 'sec-golive/release',
  version: 1,
  release: {
    name: 'June 2027 SEC Release',
    kind: 'system',
    slot: '2027-06',
    onBehalf,
    goLive: { parts: one({ what: 'North' }), changes: one({ on: '2026-10-01' }) },
    notLive: one({ modification: 'MP1' }),
  },
  modifications: one({ reference: 'MP1' }),
  scopeDecisions: one({ body: 'CSC' }),
  rid: { versions: one({ version: '1.0' }), comments: one({ party: 'A' }) },
  tad: { versions: one({ version: '1.0' }) },
  userTesting: { notices: one({ channel: 'email' }) },
  testPhases: one({ name: 'SIT' }),
  issueThresholds: one({ severity: 1 }),
  testIssues: one({ reference: 'T-1', open: true }),
  meetings: one({ body: 'TAG' }),
  criteria: one({ reference: 'AC-01', bodies: ['TAG'] }),
  evidence: one({
    reference: 'EV-001',
    status: 'accepted',
    statusBy: 'Ada Byron, SECAS',
    statusReason: 'Complete.',
    accepted: { version: 1, by: 'Ada Byron', organisation: 'SECAS', on: '2026-10-01' },
  }),
  views: one({
    body: 'TAG',
    criterion: 'AC-01',
    on: '2026-10-01',
    position: 'supports',
    sawText: 'It.',
    saw: [{ evidence: 'EV-001@1', sha256: null }],
  }),
  requiredBodies: one({ body: 'SSC' }),
  risks: one({ title: 'Risk' }),
  conditions: one({ text: 'Condition' }),
  exceptions: one({ rule: 'tad.published-6-months' }),
  submissions: one({
    on: '2027-05-01',
    signatures: [{ organisation: 'DCC', by: 'Bo', on: '2027-04-30', key: 'k', factsSha256: sha256, signature: 's' }],
  }),
  decisions: one({ body: 'CSC' }),
  comments: one({ author: 'A' }),
  sent: one({ text: 'approval' }),
};

/** Of a file only what stands on the screen once there is one; an item without a file has none of it. */
const ofItsFile = new Set(['file', 'sha256', 'bytes']);

/** Each screen, and what to choose on it so that the records beside its lists stand open. */
const screens: readonly (readonly [string, ((page: Page) => Promise<void>) | null, readonly ListKind[]])[] = [
  [
    'Scope & RID',
    (page) => page.getByRole('grid').getByRole('button', { name: 'MP1', exact: true }).click(),
    ['modification', 'scopeDecision', 'ridVersion', 'ridComment', 'notLive'],
  ],
  ['Dates & TAD', null, ['tadVersion', 'userTestingNotice', 'goLivePart', 'goLiveChange']],
  [
    'Criteria',
    (page) => page.getByRole('grid').getByRole('button', { name: 'AC-01', exact: true }).click(),
    ['criterion'],
  ],
  ['Evidence', (page) => page.getByRole('button', { name: 'EV-001@1' }).click(), ['evidence']],
  [
    'Testing',
    async (page) => {
      for (const name of ['SIT', 'every phase, severity 1', 'T-1'])
        await page.getByRole('grid').getByRole('button', { name, exact: true }).click();
    },
    ['testPhase', 'issueThreshold', 'testIssue'],
  ],
  [
    'Committees',
    (page) => page.getByRole('button', { name: /^TAG on AC-01/ }).click(),
    ['view', 'meeting', 'requiredBody'],
  ],
  ['Conditions', null, ['condition', 'risk', 'exception']],
  ['Pack', null, ['submission', 'decision', 'comment', 'sentText']],
];

it('every field of the release file stands in the window, on the form of its own record', async () => {
  const { store, file } = withFile(release);
  const imported = golive(store, 'release', 'import', file);
  expect(imported.code, imported.err).toBe(0);
  const { page } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  expect(screens.flatMap(([, , kinds]) => kinds).sort()).toEqual([...listKinds].sort());
  const ofRelease = new Set<string>();
  const missing: string[] = [];
  for (const [screen, choose, kinds] of screens) {
    await desk.goTo(screen);
    await choose?.(page);
    for (const kind of kinds) {
      // What is read as a sentence shows its fields once it is opened.
      const closed = page.locator(`[data-record^="${kind}:"]`).getByRole('button', { expanded: false }).first();
      if ((await page.locator(`[data-record^="${kind}:"] [data-field]`).count()) === 0) await closed.click();
      await page.locator(`[data-record^="${kind}:"] [data-field]`).first().waitFor();
      const shown = await fieldsOf(page, kind);
      const wanted = Object.keys(recordKinds[kind].schema.shape).filter(
        (field) => field !== 'id' && !(kind === 'evidence' && ofItsFile.has(field)),
      );
      missing.push(...wanted.filter((field) => !shown.has(field)).map((field) => `${kind}.${field}`));
    }
    for (const field of await fieldsOf(page, 'release')) ofRelease.add(field);
  }
  expect(missing).toEqual([]);
  expect(releaseFields.map(({ name }) => name).filter((name) => !ofRelease.has(name))).toEqual([]);
});

/** The fields on the forms of one kind of record; of a part (`needs.kinds`) the field it is of, too. */
async function fieldsOf(page: Page, kind: string): Promise<ReadonlySet<string>> {
  const names = await page.$$eval(`[data-record^="${kind}:"] [data-field]`, (places) =>
    places.map((place) => (place as HTMLElement).dataset.field ?? ''),
  );
  return new Set(names.flatMap((name) => [name, ...(kind === 'release' ? [] : [name.split('.')[0] ?? name])]));
}
