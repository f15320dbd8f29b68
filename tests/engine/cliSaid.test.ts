import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { notNamed, personInWords, whoInSentence } from '../../shared/domain/records/whoInSentence.ts';
import { applyTrusted, cliPath, golive, withFile } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

/* What a command says at its end is what was done, of what it was done to, in words that fit how many there are. */

const name = 'June 2027 SEC Release';
const one = { reference: '1', title: 'One' };

/** A release with one of each thing that is counted. */
function withOneOfEach(more: object = {}) {
  const { store, file, folder } = withFile({
    format: 'sec-golive/release',
    version: 1,
    release: { name, kind: 'system', slot: '2027-06' },
    modifications: [{ ...one, reference: 'MP1', inScope: true }],
    criteria: [{ reference: 'AC-01', text: 'Tested.' }],
    evidence: [{ reference: 'EV-001', title: 'Report', criteria: ['AC-01'], file: 'report.txt' }],
    views: [{ body: 'TAG', criterion: 'AC-01', position: 'supports' }],
    ...more,
  });
  writeFileSync(join(folder, 'report.txt'), 'report');
  return { store, file, folder, imported: golive(store, 'release', 'import', file) };
}

it('counts one of a thing in the singular', () => {
  const { store, imported, folder } = withOneOfEach();
  expect(imported.out).toBe(`Imported ${name}: 5 records, 1 evidence file.\n`);
  expect(golive(store, 'release', 'show', name).out).toContain(
    '1 modification · 1 criterion · 1 evidence item · 1 view',
  );
  expect(golive(store, 'release', 'export', name, '--out', join(folder, 'out.json')).out).toContain('1 evidence file.');
});

it('says of a copy and of an archived release what it is called, and what was carried over', () => {
  const { store } = withOneOfEach({ criteria: [], evidence: [], views: [] });
  const typed = name.toUpperCase();
  expect(golive(store, 'release', 'clone', typed, '--slot', '2028-06').out).toBe(
    `Made June 2028 SEC Release from ${name}: 0 criteria, 0 undischarged conditions.\n`,
  );
  expect(golive(store, 'release', 'archive', typed).out).toBe(`Archived ${name}.\n`);
  expect(golive(store, 'release', 'archive', typed, '--back').out).toBe(`${name} is back in the list.\n`);
  const { store: full } = withOneOfEach({
    conditions: [{ text: 'Mend it' }, { text: 'Done', dischargedOn: '2020-01-01' }],
    testPhases: [{ name: 'SIT' }],
    requiredBodies: [{ body: 'SSC' }, { body: 'OPSG' }],
  });
  expect(golive(full, '--as', 'Ada, SECAS', 'release', 'clone', name, '--slot', '2028-06').out).toBe(
    [
      `Made June 2028 SEC Release from ${name}: 1 criterion, 1 undischarged condition, 1 test phase, 2 required bodies.`,
      "◆ 1 record of it is recorded on the other side's behalf, to be confirmed.\n",
    ].join('\n'),
  );
});

it('tells the day of a bundle as people write it, and what it would bring that is not here yet', () => {
  const { store, folder } = withOneOfEach();
  const bundle = join(folder, 'one.golive');
  expect(golive(store, 'bundle', 'export', name, '--out', bundle).code).toBe(0);
  const other = join(scratchFolder(), 'store');
  const inspected = () => golive(other, '--as', 'Dan, DCC', 'bundle', 'inspect', bundle).out;
  expect(applyTrusted(other, bundle, '--as', 'Dan, DCC').out).toContain(', 1 file.');
  expect(inspected()).toMatch(/^Changes to June 2027 SEC Release from Ada Byron, SECAS, made on \d{1,2} \w+ \d{4}\.\n/);
  expect(inspected()).toContain('It brings 0 added, 0 changed, 0 removed, 0 files.');
});

it('names nobody where nobody said who they are', () => {
  const { store } = withOneOfEach();
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [cliPath, '--store', store, ...args], { encoding: 'utf8' }).stdout;
  run('release', 'archive', name);
  expect(run('undo', name)).toMatch(
    /^Took back what somebody who gave no name changed on \d+ \w+ \d{4}: 1 record\.\n$/,
  );
  expect(whoInSentence({ name: 'Ada', organisation: '' })).toBe('Ada');
  expect(whoInSentence({ name: 'Ada', organisation: 'SECAS' })).toBe('Ada, SECAS,');
  expect(personInWords(notNamed)).toBe('somebody who gave no name');
});

it('tells what a release file or an edit confirmed, and of a file that replaces only what it changed', () => {
  const text = 'Tested.';
  const { store, file, imported } = withOneOfEach({
    criteria: [{ reference: 'AC-01', text, owner: 'DCC' }],
    testPhases: [{ name: 'SIT', passed: 1, run: 1 }],
  });
  expect(imported.out).toContain('6 records');
  const as = (who: string, ...args: readonly string[]) => golive(store, '--as', who, ...args);
  const onBehalf = (record: string, ...fields: readonly string[]) =>
    as('Ada, SECAS', 'record', 'edit', name, record, ...fields, '--on-behalf');
  onBehalf('criterion:AC-01', 'selfStatus=met');
  onBehalf('testPhase:SIT', 'passed=7', 'run=7');
  expect(as('Dan, DCC', 'record', 'edit', name, 'criterion:AC-01', 'selfStatus=met', 'rationale=New').out).toBe(
    'Changed criterion:AC-01: rationale; confirmed selfStatus.\n',
  );
  const stated = JSON.parse(readFileSync(file, 'utf8'));
  Object.assign(stated.testPhases[0], { passed: 7, run: 7, planned: 9 });
  stated.criteria[0].selfStatus = 'met';
  stated.criteria[0].rationale = 'New';
  writeFileSync(file, JSON.stringify(stated));
  expect(as('Dan, DCC', 'release', 'import', file, '--replace').out).toBe(
    [
      `Replaced what differs in ${name}: 0 records added, 1 changed, 0 removed, 0 evidence files copied.`,
      "✓ testPhase:SIT#passed was recorded on its owner's behalf, and is confirmed by this.",
      "✓ testPhase:SIT#run was recorded on its owner's behalf, and is confirmed by this.\n",
    ].join('\n'),
  );
  expect(as('Dan, DCC', 'release', 'import', file, '--replace').out).toBe(
    `Nothing was changed: ${name} says what the file states.\n`,
  );
});
