import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRelease, name, side, trusting } from '../exchange/sides.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Two laptops that are used from a terminal only, once the first has its release. */
async function terminals() {
  const folder = scratchFolder();
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const [secas, dcc] = [side('SECAS', join(folder, 'secas')), side('Smart DCC Ltd', join(folder, 'dcc'))];
  const releaseId = await createRelease(secas);
  const fields = { body: 'TAG', criterion: 'AC-01', position: 'supports' };
  await secas.does('record.create', { asOf: null, releaseId, kind: 'view', fields });
  secas.engine.close();
  dcc.engine.close();
  const keyOf = (one: typeof secas) => one.cli('--json', 'exchange', 'peers').json().fingerprint as string;
  return { folder, shared, secas, dcc, keyOf };
}

it('does in a terminal what the window does with a shared folder, keys, conflicts and laptops that are gone', async () => {
  const { folder, shared, secas, dcc, keyOf } = await terminals();
  expect(secas.cli('exchange', 'folder', join(folder, 'nowhere')).code).toBe(3);
  expect(secas.cli('exchange', 'folder').code).toBe(2);
  expect(secas.cli('exchange', 'folder', shared, '--release', 'No such').code).toBe(3);
  const chosen = secas.cli('--json', 'exchange', 'folder', shared);
  expect([chosen.code, chosen.json().sharing]).toMatchObject([0, { name: 'shared', releases: [expect.any(String)] }]);
  expect(secas.cli('--json', 'exchange', 'sync').json()).toEqual({
    applied: 0,
    sent: 1,
    waiting: 0,
    conflicts: 0,
    problem: null,
    purged: [],
    submittedAgain: [],
  });
  expect(readdirSync(shared).length).toBe(1);

  // A key that nobody confirmed waits, and is named.
  expect(dcc.cli('exchange', 'folder', shared).code).toBe(0);
  const asked = dcc.cli('exchange', 'sync');
  expect([asked.code, asked.out]).toMatchObject([1, expect.stringMatching(/1 for you to look at/)]);
  const key = keyOf(secas);
  expect(dcc.cli('exchange', 'waiting').out).toContain(`from Ada Byron, SECAS, ${key}`);
  expect(dcc.cli('exchange', 'confirm', '1234').code).toBe(2);
  expect(dcc.cli('exchange', 'confirm', key, '--lead').out).toBe('Confirmed the key of Ada Byron, SECAS, a lead.\n');
  expect(dcc.cli('--json', 'exchange', 'sync').json()).toEqual({
    applied: 1,
    sent: 0,
    waiting: 0,
    conflicts: 0,
    problem: null,
    purged: [],
    submittedAgain: [],
  });
  expect(dcc.cli('--json', 'exchange', 'peers').json().peers).toMatchObject([
    { name: 'Ada Byron', organisation: 'SECAS', lead: true, vouchedBy: null, storeId: expect.any(String) },
  ]);

  // Both write one field, and one decides.
  secas.cli('exchange', 'confirm', keyOf(dcc), '--name', 'Bo Test', '--organisation', 'Smart DCC Ltd');
  const view = ['record', 'edit', name, 'view:TAG/AC-01'];
  expect(secas.cli(...view, 'wording=Ours.').code).toBe(0);
  expect(dcc.cli(...view, 'wording=Theirs.').code).toBe(0);
  expect(dcc.cli('exchange', 'sync').code).toBe(0);
  const met = secas.cli('exchange', 'sync');
  expect([met.code, met.out]).toMatchObject([1, expect.stringMatching(/1 conflict to settle/)]);
  expect(secas.cli('exchange', 'conflicts', name).out).toMatch(
    /^⇄ view:TAG\/AC-01#wording: "Ours." by Ada Byron, SECAS \(=mine\), "Theirs." by Bo Test, Smart DCC Ltd \(=theirs\); =theirs stands\./,
  );
  expect(secas.cli('exchange', 'settle', 'view:TAG/AC-01#wording=ours').code).toBe(2);
  expect(secas.cli('exchange', 'settle', 'view:TAG/AC-01#position=mine').code).toBe(3);
  expect(secas.cli('exchange', 'settle', 'view:TAG/AC-01#wording=theirs', '--release', name).code).toBe(0);
  expect(secas.cli('--json', 'exchange', 'conflicts', name).json()).toEqual([]);
  expect(secas.cli('exchange', 'sync').code).toBe(0);
  dcc.cli('exchange', 'sync');
  expect(dcc.cli('--json', 'exchange', 'conflicts', name).json()).toEqual([]);

  // For one reader; and one that is gone holds nothing back.
  const file = join(folder, 'one.golive');
  expect(secas.cli('bundle', 'export', name, '--out', file, '--to', 'Somebody').code).toBe(3);
  expect(secas.cli('bundle', 'export', name, '--out', file, '--to', 'Bo Test').code).toBe(0);
  expect(secas.cli('exchange', 'forget', keyOf(dcc)).out).toMatch(/^Forgot the laptop of Bo Test/);
  expect(secas.cli('exchange', 'forget', keyOf(dcc)).out).toMatch(
    /^The laptop of Bo Test was forgotten already, on \d{1,2} [A-Z][a-z]+ 20\d\d\./,
  );
  expect(secas.cli('exchange', 'peers').out).toMatch(
    /\? Bo Test, Smart DCC Ltd · .* · forgotten on \d{1,2} [A-Z][a-z]+ 20\d\d$/m,
  );
  expect(dcc.cli(...view, 'wording=Back again.').code).toBe(0);
  expect(dcc.cli('exchange', 'sync').code).toBe(0);
  expect(secas.cli('exchange', 'sync').code).toBe(1);
  expect(secas.cli('exchange', 'confirm', keyOf(dcc)).code).toBe(0);
  expect(secas.cli('exchange', 'sync').code).toBe(0);
  expect(secas.cli('exchange', 'folder', '--stop').code).toBe(0);
  expect(secas.cli('exchange', 'sync').code).toBe(3);
});

it('says of stopping and of a key that nobody sent what is so', async () => {
  const { secas, shared } = await terminals();
  expect(secas.cli('exchange', 'folder', '--stop').out).toBe('No folder was shared.\n');
  expect(secas.cli('exchange', 'folder', shared).code).toBe(0);
  expect(secas.cli('exchange', 'folder', '--stop').out).toMatch(/^Stopped sharing .*\.$/m);
  const confirmed = secas.cli('exchange', 'confirm', '1111 2222 3333 4444 5555 6666 7777 8888');
  expect(confirmed.out).toBe('Confirmed the key of a store from which nothing came here yet.\n');
});

it('says of a key what is so, and takes no trust away that nobody gave', async () => {
  const { secas, dcc, keyOf, folder } = await terminals();
  const file = join(folder, 'one.golive');
  secas.cli('bundle', 'export', name, '--out', file);
  const key = keyOf(secas);
  const refuses = (...args: readonly string[]) => {
    const { code, err } = dcc.cli('exchange', 'confirm', ...args);
    expect(code).toBe(3);
    return err;
  };
  // Named by hand, until a bundle says whose it is.
  dcc.cli('exchange', 'confirm', key, '--lead', '--name', 'Zoe', '--organisation', 'SECAS');
  expect(dcc.cli('exchange', 'confirm', key, '--name', 'Ada', '--organisation', 'SECAS').out).toBe(
    'Confirmed the key of Ada, SECAS, a lead.\n',
  );
  expect(refuses(keyOf(dcc))).toContain('This is the key of this store itself');
  const nobody = 'not trusted here, so there is nothing to take back';
  expect(refuses('1111 2222 3333 4444 5555 6666 7777 8888', '--back')).toContain(nobody);
  expect(dcc.cli('--json', 'exchange', 'peers').json().peers).toMatchObject([{ name: 'Ada', lead: true }]);
  expect(dcc.cli('bundle', 'apply', file).code).toBe(0);
  expect(refuses(key, '--name', 'Zoe')).toContain('This is the key of Ada Byron, SECAS, as its bundles say');
  expect(dcc.cli('exchange', 'confirm', key).out).toBe('Confirmed the key of Ada Byron, SECAS, a lead.\n');
  expect(dcc.cli('exchange', 'confirm', key, '--back').out).toContain('is no longer trusted.');
  expect(refuses(key, '--back')).toContain(nobody);
});

it('refuses a choice in a receipt, and says of a bundle that is not protected that it is not', async () => {
  const { secas, dcc, folder } = await terminals();
  const [file, receipt, secret] = ['one.golive', 'receipt.golive', 'secret.txt'].map((one) => join(folder, one)) as [
    string,
    string,
    string,
  ];
  writeFileSync(secret, 'quite secret');
  secas.cli('bundle', 'export', name, '--out', file);
  const trusted = trusting(dcc.cli, file);
  const given = ['--passphrase-file', secret];
  expect(dcc.cli('bundle', 'inspect', file, ...given).out).toContain('? It is not protected');
  expect(dcc.cli('bundle', 'inspect', file).out).not.toContain('protected');
  expect(dcc.cli('bundle', 'apply', file, ...trusted, ...given).out).toContain('? It is not protected');
  dcc.cli('bundle', 'export', name, '--out', receipt, '--receipt', ...given);
  expect(secas.cli('bundle', 'inspect', receipt, ...given).out).not.toContain('not protected');
  const accepted = ['--trust', dcc.cli('--json', 'exchange', 'peers').json().fingerprint as string];
  const chosen = secas.cli('bundle', 'apply', receipt, ...given, ...accepted, '--choose', 'criterion:AC-01#text=mine');
  expect([chosen.code, chosen.err]).toMatchObject([3, expect.stringMatching(/holds no conflict/)]);
});
