import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../electron/store/db.ts';
import { appendEntry, verifyLedger } from '../../electron/store/ledger.ts';
import { manifestSchema } from '../../shared/domain/merge/manifest.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const half = 'Ada \ud83d Byron';

it('says of a file that cannot be written that it is that file, not the store', async () => {
  const folder = scratchFolder();
  const { does, refuses } = testEngine(join(folder, 'store'));
  await does('release.import', { file: sampleFile, replace: false });
  const release = 'November 2021 SEC Release';
  const told = `${folder} is a folder; name the file to write.`;
  expect(await refuses('calendar.export', { release, out: folder, asOf: null })).toMatchObject({ message: told });
  expect(await refuses('release.export', { release, out: folder })).toMatchObject({ kind: 'invalidInput' });
});

describe('what no store can keep', () => {
  it.each([
    [
      'half of a character in a name',
      'profile.save',
      { name: half, organisation: 'SECAS', role: 'viewer' },
      /^name holds half/,
    ],
    [
      'half of a character deep inside',
      'record.create',
      { releaseId: 'x', kind: 'risk', fields: { a: [{ b: half }] }, asOf: null },
      /^fields\.a\[0\]\.b holds half/,
    ],
    ['a name with half of a character', 'record.create', { fields: { [half]: 1 } }, /half of a character/],
    ['a BigInt', 'record.create', { fields: { a: 10n } }, /^fields\.a is larger/],
    ['a circle', 'record.create', circle(), /deeper than the app reads/],
    ['a function', 'record.create', { fields: { a: () => 1 } }, /^fields\.a is no value/],
  ] as const)('is refused in a sentence: %s', async (_what, method, input, sentence) => {
    const { refuses } = testEngine(scratchFolder());
    const error = await refuses(method, input);
    expect(error.kind).toBe('invalidInput');
    expect(error.message).toMatch(sentence);
  });

  it('is no name of a bundle’s sender', () => {
    const from = { storeId: 'a', name: half, organisation: 'DCC', publicKey: 'x' };
    const problems = manifestSchema.safeParse({ from }).error?.issues.map(({ path }) => path.join('.'));
    expect(problems).toContain('from.name');
  });

  it('is hashed as it is stored where it comes all the same, so that the history does not accuse for ever', async () => {
    const { does, engine } = testEngine(scratchFolder(), { actor: { name: half, organisation: 'SECAS' } });
    const { rulebook, calendar } = await does('settings.get', {});
    await does('settings.save', { rulebook, calendar: { ...calendar, name: 'Ours' } });
    expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
    const db = engine.openedStore()?.db;
    if (!db) throw new Error('There is no store.');
    inTransaction(db, (writable) =>
      appendEntry(writable, {
        ...{ id: 'i', at: 'a', actor: half, organisation: half, storeId: 's', action: 'edit', releaseId: null },
        ...{ kind: null, recordId: null, recordKey: half, changes: [], batch: [], note: half },
      }),
    );
    expect(verifyLedger(db)).toEqual([]);
  });
});

function circle(): object {
  const fields: Record<string, unknown> = {};
  fields.again = fields;
  return { fields };
}
