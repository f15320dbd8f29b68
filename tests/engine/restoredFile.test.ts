import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { inFolder } from '../support/previewFiles.ts';

const asOf = null;

/** An item whose file was a wrong pick, and both files. */
async function replaced() {
  const test = await evidenceStore();
  const first = await test.add(inFolder(test.folder, 'uit-exit.txt', 'one'));
  const second = inFolder(test.folder, 'uit-exit-v11.txt', 'the second');
  const { changes } = await test.does('evidence.replaceFile', { asOf, id: first.id, file: second });
  const fileOf = (record: Readonly<Record<string, unknown>> | null | undefined) => ({
    file: record?.file,
    sha256: record?.sha256,
    bytes: record?.bytes,
  });
  return { ...test, id: first.id, before: fileOf(first), after: fileOf(changes[0]?.record), fileOf };
}

describe('restoring a file from the history', () => {
  it.each(['file', 'sha256', 'bytes'] as const)(
    'by its %s brings back all that says which file it is',
    async (field) => {
      const { does, id, before, after, fileOf } = await replaced();
      expect(after).not.toEqual(before);
      const restore = (fields: object) =>
        does('record.edit', { asOf, kind: 'evidence', id, fields: fields as Record<string, unknown> });
      const { changes } = await restore({ [field]: before[field] });
      expect(fileOf(changes[0]?.record)).toEqual(before);
      const again = await restore({ [field]: after[field] });
      expect(fileOf(again.changes[0]?.record)).toEqual(after);
    },
  );

  it('many at once does the same', async () => {
    const { does, id, release, before, fileOf } = await replaced();
    const { changes } = await does('record.saveMany', {
      asOf,
      releaseId: release,
      saves: [{ kind: 'evidence', id, fields: { file: before.file } }],
    });
    expect(fileOf(changes[0]?.record)).toEqual(before);
  });

  it('is refused in a sentence where its content is not here, and where it never was the file', async () => {
    const { does, refuses, folder, id, before, after, fileOf } = await replaced();
    const edit = (fields: Record<string, unknown>) => ({ asOf, kind: 'evidence' as const, id, fields });
    const stranger = await refuses('record.edit', edit({ sha256: 'a'.repeat(64) }));
    expect(stranger.message).toBe('EV-001 never had a file with this SHA-256; put another file in its place instead.');
    rmSync(attachmentPath(join(folder, 'store', 'files'), String(before.sha256)));
    const gone = await refuses('record.edit', edit({ file: before.file }));
    expect(gone.message).toBe(
      'The content of uit-exit.txt is not in the store any more, so EV-001 keeps the file it has; attach the file again.',
    );
    const same = await does('record.edit', edit({ title: 'UIT exit report' }));
    expect(fileOf(same.changes[0]?.record)).toEqual(after);
  });
});
