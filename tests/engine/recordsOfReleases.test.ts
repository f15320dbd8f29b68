import { describe, expect, it } from 'vitest';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';
import { withRelease } from '../support/withRelease.ts';

const asOf = null;

describe('releases', () => {
  it('start from an earlier one with its criteria, and without what was only its own', async () => {
    const { does, releaseId } = await withRelease();
    await does('record.create', {
      asOf,
      releaseId,
      kind: 'criterion',
      fields: { reference: 'AC-01', text: 'All tests ran.', selfStatus: 'met', bodies: ['TAG'] },
    });
    await does('record.create', { asOf, releaseId, kind: 'modification', fields: { reference: 'MP150' } });
    const made = await does('release.clone', { release: releaseId, slot: slotSchema.parse('2026-11') });
    const { facts } = await does('release.open', { release: made.name, asOf });
    expect(facts.release).toMatchObject({ name: 'November 2026 SEC Release', kind: 'system', slot: '2026-11' });
    expect(facts.criteria[0]).toMatchObject({
      reference: 'AC-01',
      text: 'All tests ran.',
      bodies: ['TAG'],
      selfStatus: null,
    });
    expect(facts.modifications).toEqual([]);
  });

  it('of one slot are copied each under its own name, and refused under one that is taken', async () => {
    const { does, refuses, releaseId } = await withRelease();
    const slot = slotSchema.parse('2026-11');
    const { release } = (await does('release.open', { release: releaseId, asOf })).facts;
    const parts = await does('release.create', {
      name: `${release.name} (parts)`,
      kind: 'system',
      slot: release.slot,
      adHocReason: null,
      approvedDate: null,
    });
    expect((await does('release.clone', { release: releaseId, slot })).name).toBe('November 2026 SEC Release');
    expect((await does('release.clone', { release: parts.id, slot })).name).toBe('November 2026 SEC Release (parts)');
    expect((await refuses('release.clone', { release: parts.id, slot })).message).toBe(
      'The copy would be called “November 2026 SEC Release”, as a release of this store is already; rename that one first.',
    );
  });

  it('are archived and come back', async () => {
    const { does, refuses, releaseId } = await withRelease();
    await does('release.archive', { release: releaseId, archived: true });
    expect((await does('release.list', {}))[0]?.archived).toBe(true);
    expect((await refuses('release.archive', { release: releaseId, archived: true })).message).toMatch(
      /already archived/,
    );
    await does('release.archive', { release: releaseId, archived: false });
    expect((await does('release.list', {}))[0]?.archived).toBe(false);
  });

  it('take the type that their slot has (§3)', async () => {
    const { refuses } = await withRelease();
    const input = { name: 'X', kind: 'system', slot: '2026-02', adHocReason: null, approvedDate: null };
    expect((await refuses('release.create', input)).message).toMatch(/is for a Documentation Release/);
  });
});

describe('two processes on one store', () => {
  it('see each other’s changes at the next look', async () => {
    const folder = scratchFolder();
    const { does, releaseId, engine } = await withRelease(folder);
    await does('release.open', { release: releaseId, asOf });
    const revision = engine.revision();
    const other = testEngine(folder);
    await other.does('record.create', { asOf, releaseId, kind: 'criterion', fields: { reference: 'AC-77' } });
    expect(engine.revision()).toBeGreaterThan(revision ?? 0);
    const { facts } = await does('release.open', { release: releaseId, asOf });
    expect(facts.criteria.map((criterion) => criterion.reference)).toEqual(['AC-77']);
  });
});
