import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readValue } from '../../electron/cli/recordFields.ts';
import { tableOf } from '../../electron/store/columns.ts';
import { listKinds, type RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { golive } from '../support/golive.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'June 2027 SEC Release';
const other = 'November 2027 SEC Release';

function withReleases() {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const take = (facts: object) => {
    const file = join(folder, 'release.json');
    writeFileSync(file, JSON.stringify({ format: 'sec-golive/release', version: 1, ...facts }));
    expect(golive(store, 'release', 'import', file).code).toBe(0);
  };
  take({ release: { name: other } });
  take({
    release: { name },
    criteria: [{ reference: 'AC-01', text: 'Tested.' }],
    views: [{ body: 'TAG', criterion: 'AC-01', askedOn: '2027-01-11' }],
    testIssues: Array.from({ length: 1200 }, (_, at) => ({ reference: `D-1${1200 - at}`, severity: 2 })).concat([
      { reference: 'D-1', severity: 3 },
      { reference: 'D-9', severity: 1 },
      { reference: 'D-9', severity: 2 },
    ]),
  });
  const edit = (...args: readonly string[]) => golive(store, '--json', 'record', 'edit', name, ...args, '--on-behalf');
  const show = (release: string) =>
    (golive(store, '--json', 'release', 'show', release).json() as { id: string; facts: { release: object } }) ?? {};
  return { store, edit, show };
}

it('takes a release’s own name, id or nothing after release:, and refuses any other', () => {
  const { edit, show } = withReleases();
  for (const key of ['release', 'release:', `release:${name}`, `release:${name.toUpperCase()}`])
    expect(edit(key, `classification=${key}`).json()).toMatchObject({ changes: [{ record: { classification: key } }] });
  expect(edit(`release:${show(name).id}`, 'classification=Green').code).toBe(0);
  for (const key of [`release:${other}`, 'release:xyz']) {
    const refused = edit(key, 'classification=zzz');
    expect([refused.code, refused.json()]).toEqual([
      3,
      {
        error: {
          kind: 'invalidInput',
          message: `${key} is not ${name}, the release that this command changes; write release: for that one, or name the other release before it.`,
          where: key,
        },
      },
    ]);
  }
  expect(show(name).facts.release).toMatchObject({ classification: 'Green' });
  expect(show(other).facts.release).toMatchObject({ classification: null });
});

it('finds a test issue by its reference among many that begin alike, and by its id, which it advises where two are called alike', () => {
  const { edit } = withReleases();
  const changed = edit('testIssue:D-1', 'severity=4');
  expect(changed.json()).toMatchObject({ changes: [{ record: { reference: 'D-1', severity: 4 } }] });
  const { error } = edit('testIssue:D-9', 'severity=5').json() as { error: { message: string } };
  const ids = [...error.message.matchAll(/testIssue:[0-9a-f]{8}-[0-9a-f-]{27}/g)].map(([found]) => found);
  expect(ids).toHaveLength(2);
  expect(edit(ids[1] ?? '', 'severity=5').json()).toMatchObject({
    changes: [{ record: { reference: 'D-9', severity: 5 } }],
  });
});

it('keeps text as it was typed, and reads JSON where the field holds something else', () => {
  const { edit } = withReleases();
  expect(
    edit('criterion:AC-01', 'ridVersion=1.0', 'text=2026', 'bodies=["TAG"]', 'rationale=null').json(),
  ).toMatchObject({ changes: [{ record: { ridVersion: '1.0', text: '2026', bodies: ['TAG'], rationale: null } }] });
  expect(edit('testIssue:D-1', 'reference=1024', 'open=false', 'severity=2').json()).toMatchObject({
    changes: [{ record: { reference: '1024', open: false, severity: 2 } }],
  });
  expect(edit('criterion:AC-01', 'due=2026').json()).toMatchObject({
    error: { message: expect.stringContaining('due "2026" is not a calendar date') },
  });
  expect(edit('criterion:AC-01', 'bodies=2026').json()).toMatchObject({
    error: { message: expect.stringContaining('bodies 2026 is not a list') },
  });
});

/** Every field of every record, and whether the store keeps it as text: words, dates, texts. */
const everyField = (['release', ...listKinds] as readonly RecordKind[]).flatMap((kind) =>
  tableOf(kind).columns.map(({ field, type }) => ({ kind, field, isText: type === 'text' })),
);

it.each([true, false])('any field (of text: %s) keeps what is typed, or reads it as JSON', (isText) => {
  const fields = everyField.filter((one) => one.isText === isText);
  expect(fields.length).toBeGreaterThan(20);
  const typed = fc.oneof(fc.string(), fc.json(), fc.double().map(String), fc.constantFrom('1.0', '007', 'true', '[x]'));
  const isPlain = (text: string) => text !== 'null' && !text.trim().startsWith('"');
  fc.assert(
    fc.property(fc.constantFrom(...fields), typed.filter(isPlain), ({ kind, field }, text) => {
      expect(readValue(kind, field, text)).toEqual(isText ? text : jsonOr(text));
    }),
  );
});

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

it('reads nothing in every field as null, and text in quotation marks where it would be nothing or a number', () => {
  for (const { kind, field } of everyField) {
    expect(readValue(kind, field, 'null')).toBeNull();
    expect(readValue(kind, field, '"null"')).toBe('null');
    expect(readValue(kind, field, '"1.0"')).toBe('1.0');
    expect(readValue(kind, field, '"We support it."')).toBe('"We support it."');
  }
});

it('names the fields that read otherwise than before, and no other', () => {
  const { store, edit } = withReleases();
  const say = (...args: readonly string[]) => {
    const { out, err } = golive(store, '--as', 'Sal, SECAS', 'record', 'edit', name, ...args);
    return out + err;
  };
  expect(say('criterion:AC-01', 'text=Tested.', 'ridVersion=1.0')).toBe('Changed criterion:AC-01: ridVersion.\n');
  expect(say('criterion:AC-01', 'text=Tested.')).toBe('criterion:AC-01 stands so already.\n');
  expect(say('release:', 'classification=Green')).toBe(`Changed ${name}: classification.\n`);
  expect(say('testIssue:D-1', 'severity=3', 'open=true', '--on-behalf')).toBe('Changed testIssue:D-1: open.\n');
  // The owner's word for what was recorded for it changes nothing but the mark.
  expect(edit('criterion:AC-01', 'owner=DCC').code).toBe(0);
  expect(say('criterion:AC-01', 'rationale=Done', '--on-behalf')).toBe('Changed criterion:AC-01: rationale.\n');
  const dcc = golive(store, '--as', 'Dan, DCC', 'record', 'edit', name, 'criterion:AC-01', 'rationale=Done');
  expect(dcc.out).toBe('Confirmed criterion:AC-01: rationale.\n');
  // What names a record by its reference follows it.
  const followed = 'Changed criterion:AC-01: reference; 1 other record changed with it.\n';
  expect(say('criterion:AC-01', 'reference=AC-11')).toBe(followed);
});

it('refuses a field that is given twice or that no record has, and says what is empty and where in a list', () => {
  const { edit, show } = withReleases();
  const before = show(name);
  const refused = (...args: readonly string[]) => {
    const { code, ...run } = edit(...args);
    return [code, (run.json() as { error: { message: string } }).error.message];
  };
  expect(refused('criterion:AC-01', 'text=a', 'text=b')).toEqual([2, 'The field text is given twice; give it once.']);
  for (const stranger of ['__proto__', 'constructor', 'toString', 'nope'])
    expect(refused('criterion:AC-01', `${stranger}=1`)).toEqual([3, `A criterion has no field “${stranger}”.`]);
  expect(refused('release:', 'name=   ')[1]).toBe('In this release, name "   " is empty; give it a name.');
  expect(refused('criterion:AC-01', 'bodies=[1]')[1]).toBe('In this criterion, bodies[0] 1 is not text.');
  expect(show(name)).toEqual(before);
});
