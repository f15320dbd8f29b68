import { describe, expect, it } from 'vitest';
import { createRecord } from '../../electron/engine/changes.ts';
import { transact } from '../../electron/engine/transact.ts';
import { sentences } from '../../electron/exchange/refusal.ts';
import { lastEntry } from '../../electron/store/ledger.ts';
import { randomFrom } from '../fuzz/mutate.ts';
import { asLines, type Craft, linesOf, putTogether, takeApart } from './craft.ts';
import { sent } from './sent.ts';

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);
const other = '00000000-0000-4000-8000-00000000dead';

/** Changes one line of the changes, and leaves the rest as it is. */
function change(craft: Craft, kind: string, edit: (line: Record<string, unknown>) => unknown): void {
  const lines = linesOf(craft.parts.get('changes.ndjson')).map((line) => (line.kind === kind ? edit(line) : line));
  craft.parts.set('changes.ndjson', asLines(lines));
}

const hostile: readonly [string, (craft: Craft) => void, string][] = [
  [
    'a name that leads upwards',
    (craft) =>
      craft.extra.push({ name: 'xx/xx/evil', content: Buffer.from('x') }) &&
      craft.renames.push(['xx/xx/evil', '../../evil']),
    sentences.outside,
  ],
  [
    'an absolute name',
    (craft) =>
      craft.extra.push({ name: 'xtmp/evil', content: Buffer.from('x') }) &&
      craft.renames.push(['xtmp/evil', '/tmp/evil']),
    sentences.outside,
  ],
  [
    'a drive',
    (craft) =>
      craft.extra.push({ name: 'Cx/evil', content: Buffer.from('x') }) && craft.renames.push(['Cx/evil', 'C:/evil']),
    sentences.outside,
  ],
  [
    'a backslash',
    (craft) =>
      craft.extra.push({ name: 'xx/evil', content: Buffer.from('x') }) && craft.renames.push(['xx/evil', 'xx\\evil']),
    sentences.outside,
  ],
  [
    'a symbolic link',
    (craft) =>
      void craft.extra.push({ name: `files/${'a'.repeat(64)}`, content: Buffer.from('/etc/passwd'), mode: 0o120777 }),
    sentences.link,
  ],
  [
    'a name twice',
    (craft) => void craft.extra.push({ name: 'history.ndjson', content: Buffer.from('') }),
    sentences.twice,
  ],
  [
    'a part of its own',
    (craft) => void craft.extra.push({ name: 'run.sh', content: Buffer.from('x') }),
    sentences.stranger,
  ],
  [
    'a bundle in a bundle',
    (craft) => void craft.extra.push({ name: 'files/inner.golive', content: Buffer.from('PK') }),
    sentences.stranger,
  ],
  [
    'a file that its list does not name',
    (craft) => void craft.extra.push({ name: `files/${'b'.repeat(64)}`, content: Buffer.from('x') }),
    sentences.stranger,
  ],
  [
    'a part that is missing',
    (craft) => {
      craft.follow = false;
      craft.parts.delete([...craft.parts.keys()].find((name) => name.startsWith('files/')) as string);
    },
    sentences.missing,
  ],
  ['no list of contents', (craft) => void craft.renames.push(['manifest.json', 'changez.ndjsn']), sentences.stranger],
  [
    'a file with another content',
    (craft) => {
      craft.follow = false;
      const [name] = [...craft.parts.keys()].filter((key) => key.startsWith('files/'));
      craft.parts.set(name as string, Buffer.from('All tests failed.\n'));
    },
    sentences.differs,
  ],
  [
    'changes other than its list says',
    (craft) => {
      craft.follow = false;
      const lines = String(craft.parts.get('changes.ndjson'));
      craft.parts.set('changes.ndjson', Buffer.from(lines.replace('first', 'worst')));
    },
    sentences.differs,
  ],
  [
    'a forged signature',
    (craft) => {
      craft.signature = Buffer.alloc(64, 7);
    },
    sentences.forged,
  ],
  [
    'a newer version',
    (craft) => {
      craft.manifest.version = 5;
      craft.manifest.more = true;
    },
    sentences.newer,
  ],
  [
    'another format',
    (craft) => {
      craft.manifest.format = 'sec-golive/pack';
    },
    sentences.badList,
  ],
  [
    'a list with a property more',
    (craft) => {
      craft.manifest.more = true;
    },
    sentences.badList,
  ],
  [
    'a part that unpacks to very much',
    (craft) => void craft.parts.set('history.ndjson', zeros(64)),
    sentences.tooLarge,
  ],
  [
    'more parts than there can be',
    (craft) => {
      for (let at = 0; at < 20_001; at += 1)
        craft.extra.push({ name: `files/${String(at).padStart(64, '0')}`, content: Buffer.from('') });
    },
    sentences.tooMany,
  ],
  [
    'a line that is no JSON',
    (craft) => void craft.parts.set('changes.ndjson', Buffer.from('{"kind":\n')),
    sentences.badLine,
  ],
  [
    'a last line without its end',
    (craft) => void craft.parts.set('history.ndjson', Buffer.from('{}')),
    sentences.badLine,
  ],
  [
    'a line nested a thousand deep',
    (craft) => void craft.parts.set('changes.ndjson', Buffer.from(`${'['.repeat(1000)}${']'.repeat(1000)}\n`)),
    sentences.badLine,
  ],
  [
    'a line that never ends',
    (craft) =>
      void craft.parts.set('changes.ndjson', Buffer.concat([Buffer.from('"'), randomBytesOf(26), Buffer.from('"\n')])),
    sentences.badLine,
  ],
];

/** Text that does not compress well. */
function randomBytesOf(megabytes: number): Buffer {
  const random = randomFrom(5);
  const bytes = Buffer.alloc(megabytes * 1024 * 1024);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = 97 + Math.floor(random() * 26);
  return bytes;
}

const refusedInPlan: readonly [string, (craft: Craft) => void, string][] = [
  [
    'a kind of record from later',
    (craft) => change(craft, 'criterion', (line) => ({ ...line, kind: 'budget' })),
    'It holds records of the kind “budget”, which this version of SEC Go-Live does not know; update the app.',
  ],
  [
    'a field from later',
    (craft) =>
      change(craft, 'criterion', (line) => ({ ...line, values: { ...(line.values as object), mood: 'good' } })),
    'It holds the field “mood” of a criterion, which this version of SEC Go-Live does not know; update the app.',
  ],
  [
    'a value that its field cannot have',
    (craft) =>
      change(craft, 'criterion', (line) => ({ ...line, values: { reference: 'AC-01', selfStatus: 'perhaps' } })),
    'The selfStatus of a criterion in it is not a value that this field can have.',
  ],
  [
    'a record without its reference',
    (craft) => change(craft, 'criterion', (line) => ({ ...line, values: {} })),
    'The reference of a criterion in it is not a value that this field can have.',
  ],
  [
    'half a record',
    (craft) =>
      change(craft, 'criterion', (line) => ({ ...line, base: null, values: {}, fields: { text: [[0, 'x']] } })),
    'It holds a part of a record that this store does not have.',
  ],
  [
    'a record twice',
    (craft) =>
      void craft.parts.set(
        'changes.ndjson',
        asLines([...linesOf(craft.parts.get('changes.ndjson')), linesOf(craft.parts.get('changes.ndjson')).at(-1)]),
      ),
    'It holds one record twice.',
  ],
  [
    'another release',
    (craft) => change(craft, 'release', (line) => ({ ...line, id: other })),
    'It holds another release than the one it names.',
  ],
  [
    'no release',
    (craft) => void craft.parts.set('changes.ndjson', asLines(linesOf(craft.parts.get('changes.ndjson')).slice(1))),
    'It holds records of a release that this store does not have.',
  ],
  [
    'changes before it that never came',
    (craft) => {
      craft.manifest.knowledge = { ...(craft.manifest.knowledge as object), before: { [other]: 4 } };
    },
    'This bundle builds on earlier changes that have not arrived here; apply the bundles before it, or ask Ada Byron for a full one.',
  ],
  [
    'a history of another shape',
    (craft) => void craft.parts.set('history.ndjson', asLines([{ seq: 1 }])),
    'Its history holds an entry that this version cannot read.',
  ],
];

describe('a hostile bundle', () => {
  it.each(hostile)('with %s is refused with its sentence', async (_name, harm, sentence) => {
    const { dcc, bundle } = await sent();
    const craft = await takeApart(bundle);
    harm(craft);
    await putTogether(bundle, craft);
    const before = lastEntry(dcc.store.db);
    for (const answer of [await dcc.inspect(bundle), await dcc.apply(bundle)])
      expect(!answer.ok && answer.error.message).toBe(sentence);
    expect(lastEntry(dcc.store.db)).toBe(before);
    expect(await dcc.isClean()).toBe(true);
  });

  it.each(refusedInPlan)('with %s shows it in its plan, and is not applied', async (_name, harm, sentence) => {
    const { dcc, bundle } = await sent();
    const craft = await takeApart(bundle);
    harm(craft);
    await putTogether(bundle, craft);
    const seen = await dcc.inspect(bundle);
    expect(seen.ok && seen.value.plan.refused).toContain(sentence);
    const applied = await dcc.apply(bundle);
    expect(!applied.ok && applied.error.message).toMatch(/ Nothing was changed\.$/);
    expect(await dcc.isClean()).toBe(true);
  });

  it('of this very store is refused; another release of the same name stays beside ours until they are joined', async () => {
    const { secas, dcc, bundle } = await sent();
    const own = await secas.inspect(bundle);
    expect(own.ok && own.value.plan.refused).toEqual([
      'This bundle was made in this store; send it to the other side.',
    ]);
    transact(
      dcc.context,
      dcc.store,
      (set) => createRecord(set, 'release', { id: null, releaseId: null }, { name: 'June 2026 SEC Release' }),
      'sides',
    );
    await dcc.take(bundle);
    expect((await dcc.does('release.list', {})).map(({ name }) => name)).toEqual([
      'June 2026 SEC Release',
      'June 2026 SEC Release',
    ]);
    const asked = { release: 'June 2026 SEC Release', asOf: null };
    expect((await dcc.refuses('release.open', asked)).message).toMatch(/^2 releases here are called “June 2026/);
  });

  it('that takes the place of the one that was looked at is not applied', async () => {
    const { secas, dcc, bundle } = await sent();
    const seen = await dcc.inspect(bundle);
    secas.create('risk', { title: 'Late' });
    await secas.send('1.golive');
    const { applyBundle } = await import('../../electron/engine/exchange/applyBundle.ts');
    const applied = await applyBundle(dcc.context, dcc.store, {
      file: bundle,
      passphrase: null,
      choices: {},
      token: seen.ok ? seen.value.token : null,
    });
    expect(!applied.ok && applied.error.message).toBe(
      'This file is not the bundle that was looked at; look at it again.',
    );
  });
});
