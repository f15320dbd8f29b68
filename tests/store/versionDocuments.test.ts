import { expect, it } from 'vitest';
import { openStore } from '../../electron/store/openStore.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { countingStamps } from '../support/stamps.ts';
import { storeOfVersion6 } from './olderStore.ts';

it('a version of the RID or the TAD in an older store has no file, and may be given one', () => {
  const { folder } = storeOfVersion6();
  const opened = openStore(folder, countingStamps());
  if (!opened.ok) throw new Error(opened.error.message);
  const db = connectionOf(opened.value.db);
  const release = db.prepare('SELECT id FROM release').pluck().get();
  for (const table of ['rid_version', 'tad_version']) {
    db.prepare(`INSERT INTO ${table} (id, release_id, created_in, version) VALUES (?, ?, 2, '1.0')`).run(
      table,
      release,
    );
    expect(db.prepare(`SELECT document FROM ${table}`).pluck().get()).toBe(null);
    db.prepare(`UPDATE ${table} SET document = 'EV-001'`).run();
    expect(db.prepare(`SELECT document FROM ${table}`).pluck().get()).toBe('EV-001');
  }
});
