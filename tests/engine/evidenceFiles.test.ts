import { appendFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storedName } from '../../electron/engine/takeFile.ts';
import { fail } from '../../shared/domain/foundation/result.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { core, inFolder, paragraph, writeDocx, writePdf } from '../support/previewFiles.ts';

describe('a file that is added', () => {
  it('is refused with the item’s name where the release holds its content already', async () => {
    const { add, refuse, folder, does } = await evidenceStore();
    const first = await add(inFolder(folder, 'exit.pdf', 'same content'));
    const again = inFolder(folder, 'exit again.pdf', 'same content');
    const error = await refuse(again);
    expect(error.kind).toBe('conflict');
    expect(error.message).toBe(
      'exit again.pdf is already here as EV-001 version 1 (exit.pdf); link that one, or add it anyway (--even-so in a terminal).',
    );
    expect((await refuse(again, { supersedes: 'EV-001@1' })).kind).toBe('conflict');
    expect(await add(again, {}, true)).toMatchObject({ reference: 'EV-002' });
    await does('evidence.purge', { asOf: null, id: first.id, reason: 'twice' });
    expect((await refuse(again)).message).toContain('EV-002');
  });

  it('may come back once the item that held its content was withdrawn', async () => {
    const { add, folder, does } = await evidenceStore();
    const path = inFolder(folder, 'exit.txt', 'content');
    const { id } = await add(path);
    await does('record.edit', { asOf: null, kind: 'evidence', id, fields: { status: 'withdrawn' } });
    expect(await add(path)).toMatchObject({ reference: 'EV-002' });
  });

  it('is linked once to a criterion that is named twice, and a title of blanks is none', async () => {
    const { does, add, release, folder } = await evidenceStore();
    const fields = { reference: 'AC-01' };
    await does('record.create', { asOf: null, releaseId: release, kind: 'criterion', fields });
    const added = await add(inFolder(folder, 'exit report.txt', 'content'), {
      criteria: ['AC-01', ' AC-01'],
      title: ' ',
    });
    expect(added).toMatchObject({ criteria: ['AC-01'], title: 'exit report' });
  });

  it.each([
    ['grew', (path: string) => appendFileSync(path, 'more')],
    ['shrank', (path: string) => truncateSync(path, 5_000_000)],
    ['was written anew', (path: string) => writeFileSync(path, Buffer.alloc(8_000_000, 1))],
  ])('is refused where it %s while it was read, and nothing is left behind', async (_how, alter) => {
    const { engine, input, kept, folder } = await evidenceStore();
    const path = inFolder(folder, 'log.bin', Buffer.alloc(8_000_000));
    let isAltered = false;
    const onProgress = () => {
      if (!isAltered) alter(path);
      isAltered = true;
    };
    const result = await engine.call('evidence.add', input(path), { onProgress });
    expect(result.ok ? '' : result.error.message).toMatch(/^log\.bin was changed while it was being read; /);
    expect(kept()).toEqual([]);
  });

  it('can be stopped, and nothing is left behind', async () => {
    const { engine, input, kept, folder } = await evidenceStore();
    const stop = new AbortController();
    const path = inFolder(folder, 'long.bin', Buffer.alloc(8_000_000));
    const result = await engine.call('evidence.add', input(path), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(result.ok ? '' : result.error.kind).toBe('cancelled');
    expect(kept()).toEqual([]);
  });

  it('is not kept where its record is refused', async () => {
    const { refuse, kept, folder } = await evidenceStore();
    const path = inFolder(folder, 'a.txt', 'content');
    for (const fields of [{ nonsense: 1 }, { version: 'two' }, { supersedes: 'EV-9@1' }]) await refuse(path, fields);
    expect(kept()).toEqual([]);
  });

  it('is refused where it is larger than 2 GB, without being read', async () => {
    const { refuse, folder } = await evidenceStore();
    const path = inFolder(folder, 'huge.bin', 'x');
    truncateSync(path, 2 * 1024 ** 3 + 1);
    expect((await refuse(path)).message).toMatch(/is 2\.0 GB; the store takes files of up to 2 GB/);
  });

  it('is refused where it is a folder, empty, or nowhere', async () => {
    const { refuse, folder } = await evidenceStore();
    mkdirSync(join(folder, 'reports'));
    expect((await refuse(join(folder, 'reports'))).message).toMatch(/is not a file/);
    expect((await refuse(inFolder(folder, 'empty.pdf', ''))).message).toMatch(/is empty \(0 bytes\)/);
    expect((await refuse(join(folder, 'nowhere.pdf'))).message).toMatch(/There is no file/);
  });

  it.each([
    ['..\\..\\exit.pdf', 'exit.pdf'],
    ['exit\u202efdp.exe', 'exitfdp.exe'],
    ['exit\nreport\t1.pdf', 'exit report 1.pdf'],
    ['a/b\\c.pdf', 'a b c.pdf'],
    ['..', 'file without a name'],
    ['\u200f', 'file without a name'],
    ['.gitignore', '.gitignore'],
    [`${'x'.repeat(251)}.pdf`, `${'x'.repeat(251)}.pdf`],
    ['Prüfbericht – 試験.pdf', 'Prüfbericht – 試験.pdf'],
  ])('called %j is kept as %j', (name, kept) => {
    expect(storedName(name)).toBe(kept);
  });

  it('keeps a name of 255 bytes that holds strange characters', async () => {
    const { add, folder } = await evidenceStore();
    const name = `${'é'.repeat(120)}\u202e\\${'x'.repeat(7)}.txt`;
    expect(Buffer.byteLength(name)).toBe(255);
    expect(await add(inFolder(folder, name, 'content'))).toMatchObject({ file: `${'é'.repeat(120)} xxxxxxx.txt` });
  });
});

describe('title and date of an added file', () => {
  it('come from the document’s properties, the date of the name first, the version behind the title', async () => {
    const { add, folder } = await evidenceStore();
    const pdf = await writePdf(join(folder, 'x v2.1.pdf'), { title: 'SIT exit report', made: new Date('2021-09-30') });
    expect(await add(pdf)).toMatchObject({ title: 'SIT exit report v2.1', effectiveOn: '2021-09-30' });
    const docx = join(folder, 'y 2021-10-04.docx');
    await writeDocx(docx, paragraph('x'), core('Microsoft Word - Document1', '2020-01-01T00:00:00Z'));
    expect(await add(docx)).toMatchObject({ title: 'y', effectiveOn: '2021-10-04' });
  });

  it('come from the name where the process that reads properties ends or hangs', async () => {
    for (const runDisposable of [
      async () => fail('renderFailed', 'ended'),
      (_job: unknown, { signal }: { readonly signal: AbortSignal }) =>
        new Promise<ReturnType<typeof fail>>((resolve) => {
          signal.addEventListener('abort', () => resolve(fail('cancelled', 'stopped')));
        }),
    ]) {
      const { add, folder } = await evidenceStore({ runDisposable });
      const pdf = await writePdf(join(folder, 'UIT exit 2021-09-30.pdf'), { title: 'Never read' });
      expect(await add(pdf)).toMatchObject({ title: 'UIT exit', effectiveOn: '2021-09-30' });
    }
  });

  it('are never guessed over what the caller says', async () => {
    const { add, folder } = await evidenceStore();
    const path = inFolder(folder, 'UIT exit v2 2021-09-30.txt', 'x');
    expect(await add(path, { title: 'Mine', effectiveOn: '2021-01-01' })).toMatchObject({
      title: 'Mine',
      effectiveOn: '2021-01-01',
      version: 1,
    });
  });

  it('need no process for files without properties', async () => {
    const { add, folder } = await evidenceStore({
      runDisposable: async () => {
        throw new Error('A process was started');
      },
    });
    for (const name of ['a.txt', 'b.csv', 'c.json', 'd.bin']) await add(inFolder(folder, name, `content of ${name}`));
  });
});
