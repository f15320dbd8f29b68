import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sentences } from '../../electron/exchange/refusal.ts';
import { type Craft, linesOf, putTogether, takeApart } from '../exchange/craft.ts';
import { bothSides } from '../exchange/sides.ts';
import { besides } from '../support/besides.ts';

const megabyte = 2 ** 20;
const uuid = (at: number) => `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const manyLines = (count: number, line: (at: number) => string) =>
  Buffer.from(`${Array.from({ length: count }, (_, at) => line(at)).join('\n')}\n`);

/** Each a few megabytes at most; unpacked and merged it would take gigabytes, or minutes, of whoever does that. */
const bombs: readonly (readonly [string, (craft: Craft) => void])[] = [
  [
    'more records than any release has',
    (craft) => {
      const line = linesOf(craft.parts.get('changes.ndjson')).find(({ kind }) => kind === 'criterion') ?? {};
      const text = JSON.stringify({ ...line, id: '@' });
      craft.parts.set(
        'changes.ndjson',
        manyLines(100_001, (at) => text.replace('@', uuid(at))),
      );
    },
  ],
  [
    'a longer history than any release has',
    (craft) => {
      const [entry] = linesOf(craft.parts.get('history.ndjson'));
      const text = JSON.stringify({ ...entry, seq: '@' });
      craft.parts.set(
        'history.ndjson',
        manyLines(200_001, (at) => text.replace('"@"', String(at + 1))),
      );
    },
  ],
  [
    'changes that are small, empty and very many',
    (craft) => {
      const [entry] = linesOf(craft.parts.get('history.ndjson'));
      const text = JSON.stringify({ ...entry, changes: '@' }).replace('"@"', `[${'[],'.repeat(90_000)}[]]`);
      craft.parts.set(
        'history.ndjson',
        manyLines(60, () => text),
      );
    },
  ],
  ['a text that unpacks to very much', (craft) => void craft.parts.set('history.ndjson', Buffer.alloc(64 * megabyte))],
  [
    'a file that unpacks to very much',
    (craft) => {
      const content = Buffer.alloc(64 * megabyte);
      craft.parts.set(`files/${hashOf(content)}`, content);
    },
  ],
];

/** What lies in the store's folder for files, whatever its depth. */
function filesIn(store: string): readonly string[] {
  return readdirSync(join(store, 'files'), { recursive: true, encoding: 'utf8' }).sort();
}

describe('a bundle made to do harm, opened in a process of its own', () => {
  it.each(bombs)('with %s is refused in a sentence, while the engine answers', async (_, harm) => {
    const { dcc, secas } = await bothSides();
    const { file } = await secas.send('bomb.golive', { full: true });
    const craft = await takeApart(file);
    harm(craft);
    await putTogether(file, craft);
    expect(statSync(file).size).toBeLessThan(8 * megabyte);
    const before = [filesIn(dcc.store), dcc.engine.revision()];
    const looked = await besides(dcc.engine, 'bundle.inspect', { file, passphrase: null, choices: {}, asOf: null });
    const applied = await besides(dcc.engine, 'bundle.apply', { file, passphrase: null, choices: {}, token: null });
    for (const answer of [looked, applied]) expect(!answer.ok && answer.error.message).toBe(sentences.tooLarge);
    expect([filesIn(dcc.store), dcc.engine.revision()]).toEqual(before);
  });

  it('leaves no file that no record names', async () => {
    const { dcc, secas } = await bothSides();
    const { file } = await secas.send('stray.golive', { full: true });
    const craft = await takeApart(file);
    const content = Buffer.from('Nobody’s evidence.');
    craft.parts.set(`files/${hashOf(content)}`, content);
    await putTogether(file, craft);
    const before = filesIn(dcc.store);
    const applied = await dcc.engine.call('bundle.apply', { file, passphrase: null, choices: {}, token: null });
    expect(applied).toMatchObject({ ok: true, value: { files: 0 } });
    expect(filesIn(dcc.store)).toEqual(before);
  });

  it('ends where the person stops it, and leaves nothing behind', async () => {
    const { dcc, secas } = await bothSides();
    const { file } = await secas.send('long.golive', { full: true });
    const before = filesIn(dcc.store);
    for (const method of ['bundle.inspect', 'bundle.apply'] as const) {
      const stop = new AbortController();
      onTestFinished(() => stop.abort());
      const more = method === 'bundle.apply' ? { token: null } : { asOf: null };
      const input = { file, passphrase: null, choices: {}, ...more };
      // Its first word comes out of the process that opens it.
      const answer = await dcc.engine.call(method, input, { signal: stop.signal, onProgress: () => stop.abort() });
      expect(!answer.ok && answer.error.kind).toBe('cancelled');
      expect(filesIn(dcc.store)).toEqual(before);
    }
  });
});
