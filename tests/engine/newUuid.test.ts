import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { newUuid, stayBehind } from '../../electron/engine/newUuid.ts';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const newUuidAt = (msecs: number) => v7({ msecs, seq: 7 });

it('counts up with every id, also within a millisecond: conditions are numbered by this order', () => {
  const ids = Array.from({ length: 20_000 }, newUuid);
  expect(ids.findIndex((id, at) => at > 0 && id <= (ids[at - 1] ?? ''))).toBe(-1);
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !shape.test(id))).toEqual([]);
});

it('comes after every id of the store, also where the clock was set back by years', () => {
  const ahead = newUuidAt(Date.UTC(2090, 0, 1));
  stayBehind(ahead);
  const ids = Array.from({ length: 1000 }, newUuid);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.filter((id) => id <= ahead)).toEqual([]);
  // What claims the end of time, or is no such id, moves nothing.
  for (const id of ['ffffffff-ffff-7fff-bfff-ffffffffffff', 'ffffffff-ffff-4fff-bfff-ffffffffffff', 'x'])
    stayBehind(id);
  expect(newUuid().slice(0, 8)).toBe(ahead.slice(0, 8));
});

it('numbers a condition after those that the store had, whoever recorded them', async () => {
  const folder = scratchFolder();
  const { does, engine } = testEngine(folder);
  const { id: release } = await does('release.create', {
    name: 'June 2026 SEC Release',
    kind: 'system',
    slot: slotSchema.parse('2026-06'),
    adHocReason: null,
    approvedDate: null,
  });
  const store = engine.openedStore();
  if (!store) throw new Error('There is no store.');
  const early = newUuidAt(Date.UTC(2095, 5, 1));
  const other = new Database(join(folder, 'store.sqlite'));
  other
    .prepare("INSERT INTO condition (id, release_id, created_in, text) VALUES (?, ?, 1, 'Recorded elsewhere')")
    .run(early, release);
  other.close();
  const made = await does('record.create', {
    releaseId: release,
    kind: 'condition',
    fields: { text: 'New' },
    asOf: null,
  });
  expect((made.changes[0]?.id ?? '') > early).toBe(true);
});
