import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bothSides, name, side, trusting } from '../exchange/sides.ts';

/** One side compares the other one's key. */
async function trust(one: ReturnType<typeof side>, other: ReturnType<typeof side>) {
  const { fingerprint, organisation } = await other.does('exchange.status', { releaseId: null });
  await one.does('exchange.confirmPeer', { fingerprint, name: 'Known', organisation, confirmed: true });
}

describe('golive bundle', () => {
  it('carries a release into a store that is not there yet, and speaks the shapes that scripts rely on', async () => {
    const { secas, folder } = await bothSides();
    const file = join(folder, 'whole.golive');
    const made = secas.cli('--json', 'bundle', 'export', name, '--out', file, '--full');
    expect([made.code, made.json()]).toMatchObject([0, { file, files: 0 }]);
    const third = side('Smart DCC Ltd', join(folder, 'third'));
    third.engine.close();
    const inspected = third.cli('--json', 'bundle', 'inspect', file);
    expect([inspected.code, inspected.json()]).toMatchObject([
      0,
      { from: 'Ada Byron, SECAS', signature: 'unknown', plan: { added: 2, changed: 0, conflicts: [] } },
    ]);
    // Looking begins no store.
    expect(third.cli('release', 'list').code).toBe(4);
    expect(third.cli('bundle', 'apply', file, ...trusting(third.cli, file)).code).toBe(0);
    expect(third.cli('release', 'list').out).toContain(name);
    expect(third.cli('bundle', 'apply', join(folder, 'none.golive')).code).toBe(3);
  });

  it('ends with 1 where a conflict was left on its default, and with 0 where it was chosen', async () => {
    const { folder, secas, dcc } = await bothSides();
    const view = { asOf: null, releaseId: (await secas.does('release.list', {}))[0]?.id ?? '', kind: 'view' as const };
    await secas.does('record.create', { ...view, fields: { body: 'TAG', criterion: 'AC-01', position: 'supports' } });
    await dcc.take((await secas.send('2.golive')).file);
    await secas.take((await dcc.send('2.golive', { type: 'receipt' })).file);
    for (const [desk, wording] of [
      [secas, 'Ours = fine'],
      [dcc, 'Theirs'],
    ] as const) {
      const { facts } = await desk.does('release.open', { release: name, asOf: null });
      const id = facts.views[0]?.id ?? '';
      await desk.does('record.edit', { asOf: null, kind: 'view', id, fields: { wording } });
    }
    const { file } = await dcc.send('3.golive');
    const conflict = { record: 'view:TAG/AC-01', field: 'wording', mine: 'Ours = fine', theirs: 'Theirs' };
    expect(secas.cli('--json', 'bundle', 'inspect', file).json().plan.conflicts).toMatchObject([conflict]);
    await trust(secas, dcc);
    const copy = join(folder, 'copy.sqlite');
    await secas.does('store.backup', { out: copy });
    expect(secas.cli('bundle', 'apply', file, '--choose', 'view:TAG/AC-99#wording=mine').code).toBe(3);
    expect(secas.cli('bundle', 'apply', file, '--choose', 'view:TAG/AC-01#wording=ours').code).toBe(2);
    const left = secas.cli('--json', 'bundle', 'apply', file);
    expect([left.code, left.json().plan.conflicts]).toMatchObject([1, [{ ...conflict, chosen: null }]]);
    const again = side('SECAS', join(folder, 'again'));
    again.engine.close();
    expect(again.cli('store', 'restore', copy).code).toBe(0);
    const chosen = again.cli('--json', 'bundle', 'apply', file, '--choose', 'view:TAG/AC-01#wording=mine');
    expect([chosen.code, chosen.json().plan.conflicts[0].chosen]).toEqual([0, 'mine']);
  });

  it('reads the passphrase from a file, and prints the schema of what a bundle holds', async () => {
    const { folder, secas, dcc } = await bothSides();
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'correct horse\n');
    writeFileSync(join(folder, 'wrong.txt'), 'wrong horse\n');
    const file = join(folder, 'sealed.golive');
    expect(secas.cli('bundle', 'export', name, '--out', file, '--passphrase-file', secret, '--full').code).toBe(0);
    expect(dcc.cli('bundle', 'inspect', file).code).toBe(3);
    const wrong = dcc.cli('bundle', 'inspect', file, '--passphrase-file', join(folder, 'wrong.txt'));
    expect([wrong.code, wrong.err]).toEqual([3, 'The passphrase is wrong, or the bundle was changed on its way.\n']);
    // As Notepad and PowerShell write it.
    for (const encoding of ['utf8', 'utf16le'] as const) {
      writeFileSync(join(folder, 'windows.txt'), '\ufeffcorrect horse\r\n', encoding);
      const seen = dcc.cli('bundle', 'inspect', file, '--passphrase-file', join(folder, 'windows.txt'));
      expect([seen.code, seen.err]).toEqual([0, '']);
    }
    await trust(dcc, secas);
    expect(dcc.cli('bundle', 'apply', file, '--passphrase-file', secret).code).toBe(0);
    expect(secas.cli('bundle', 'export', name, '--out', file, '--receipt').out).toMatch(/0 records, 0 files/);
    const schema = secas.cli('--json', 'schema', 'bundle').json();
    expect(Object.keys(schema.$defs)).toEqual(['manifest', 'change', 'historyEntry']);
    expect(schema.$defs.manifest.properties.format).toMatchObject({ const: 'sec-golive/bundle' });
  });

  it('applies nothing from a key that nobody confirmed, nor what is not its sender’s, unless it is told to', async () => {
    const { secas, dcc } = await bothSides();
    await dcc.does('record.edit', {
      asOf: null,
      kind: 'criterion',
      id: (await dcc.criterion())?.id ?? '',
      fields: { text: 'Worded by the DCC.' },
      onBehalf: true,
    });
    const { file, fingerprint } = await dcc.send('2.golive');
    const asked = secas.cli('--json', 'bundle', 'apply', file);
    expect([asked.code, asked.json()]).toMatchObject([1, { error: { kind: 'blocked', where: '--trust' } }]);
    const wrong = secas.cli('bundle', 'apply', file, '--trust', '0000 '.repeat(8).trim());
    expect([wrong.code, wrong.err]).toMatchObject([1, expect.stringMatching(/not the one that you trust/)]);
    const marked = secas.cli('bundle', 'apply', file, '--trust', fingerprint);
    expect([marked.code, marked.err]).toMatchObject([1, expect.stringMatching(/criterion:AC-01#text/)]);
    expect((await secas.criterion())?.text).toBe('All tests passed.');
    expect(secas.cli('bundle', 'apply', file, '--trust', fingerprint, '--accept-marks').code).toBe(0);
    expect((await secas.criterion())?.text).toBe('Worded by the DCC.');
    // Once it is confirmed, nobody asks again.
    await dcc.edit({ selfStatus: 'met' });
    expect(secas.cli('bundle', 'apply', (await dcc.send('3.golive')).file).code).toBe(0);
  });
});
