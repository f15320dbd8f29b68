import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const june = {
  format: 'sec-golive/release',
  version: 1,
  release: { name: 'June 2026 SEC Release', kind: 'system', slot: '2026-06', impactsDccSystems: true },
  modifications: [{ reference: 'MP150', impacts: ['dccSystems'] }],
  tad: {
    versions: [{ version: '1.0', issuedToTagOn: '2025-09-01', finalisedOn: '2025-12-20', publishedOn: '2025-12-27' }],
  },
};
const release = june.release.name;
const noChange = {
  rulebook: { changes: [], paperDeadlines: [] },
  calendar: { name: null, closures: [], workingDays: [] },
};

async function withJune(content: unknown = june) {
  const folder = scratchFolder();
  const test = testEngine(join(folder, 'store'));
  writeFileSync(join(folder, 'june.json'), JSON.stringify(content));
  await test.does('release.import', { file: join(folder, 'june.json'), replace: false });
  return test;
}

describe('the rulebook’s settings', () => {
  it('change a severity with its reason, and every finding shows it', async () => {
    const { does } = await withJune();
    const change = {
      what: 'severity' as const,
      rule: 'tad.published-6-months',
      severity: 'blocker' as const,
      reason: 'The CSC asked for it.',
    };
    await does('settings.save', { ...noChange, rulebook: { changes: [change], paperDeadlines: [] } });
    const readiness = await does('readiness.compute', { release, asOf: null });
    expect(readiness.findings.find((finding) => finding.rule === change.rule)?.severity).toBe('blocker');
    expect(JSON.stringify(readiness.rulebook.changed)).toContain('The CSC asked for it.');
  });

  it('a lead time that is shortened never turns a miss into met', async () => {
    const { does } = await withJune();
    const change = { what: 'leadTime' as const, leadTime: 'tadPublished' as const, months: 1, reason: 'To try it.' };
    await does('settings.save', { ...noChange, rulebook: { changes: [change], paperDeadlines: [] } });
    const { findings } = await does('readiness.compute', { release, asOf: null });
    expect(findings.find((finding) => finding.rule === 'tad.published-6-months')?.outcome).toBe('notMet');
  });

  it.each([
    [
      'a rule that does not exist',
      { what: 'severity', rule: 'no.such-rule', severity: 'advice', reason: 'x' },
      /There is no rule “no.such-rule”/,
    ],
    [
      'a change without a reason',
      { what: 'severity', rule: 'golive.weekend', severity: 'advice', reason: ' ' },
      /reason/,
    ],
  ])('refuse %s', async (_what, change, sentence) => {
    const { refuses } = await withJune();
    const refused = await refuses('settings.save', {
      ...noChange,
      rulebook: { changes: [change], paperDeadlines: [] },
    });
    expect(refused.message).toMatch(sentence);
  });

  it('move the practical day when the office is closed', async () => {
    const { does } = await withJune();
    const practical = async () =>
      (await does('readiness.compute', { release, asOf: null })).findings.find(
        (finding) => finding.rule === 'tad.published-6-months',
      )?.practicalDue;
    expect(await practical()).toBe('2025-12-24');
    await does('settings.save', {
      ...noChange,
      calendar: { name: null, closures: [{ on: calendarDate('2025-12-24'), what: 'Office closed' }], workingDays: [] },
    });
    expect(await practical()).toBe('2025-12-23');
  });

  it('are in the history, once for each change and not for what stayed', async () => {
    const { does, engine } = await withJune();
    const before = engine.revision() ?? 0;
    await does('settings.save', noChange);
    expect(engine.revision()).toBe(before);
    await does('settings.save', {
      ...noChange,
      rulebook: { changes: [], paperDeadlines: [{ body: 'TAG', workingDays: 5 }] },
    });
    expect(engine.revision()).toBe(before + 1);
  });
});

describe('planning', () => {
  it('what if: another date is judged, and nothing is saved', async () => {
    const { does, engine } = await withJune();
    const before = engine.revision();
    const { findings } = await does('readiness.whatIf', { release, asOf: null, goLive: calendarDate('2026-06-27') });
    expect(findings.find((finding) => finding.rule === 'tad.published-6-months')).toMatchObject({
      outcome: 'met',
      slackDays: 0,
    });
    expect(engine.revision()).toBe(before);
  });

  it('slip: the earliest date and slot that leave every lead time', async () => {
    const { does } = await withJune({
      ...june,
      scopeDecisions: [
        { body: 'CSC', on: '2025-06-01', sets: 'systems' },
        { body: 'CSC', on: '2025-12-01', sets: 'all' },
      ],
    });
    const slip = await does('slip.compute', { release, asOf: null });
    expect(slip).toMatchObject({ metNow: false, earliestDate: '2026-06-27', earliestSlot: { slot: '2026-11' } });
  });

  it('plan: counts the paper deadline back in working days', async () => {
    const { does } = await withJune({
      ...june,
      meetings: [{ body: 'TAG', on: '2026-05-13' }],
      criteria: [{ reference: 'AC-01', bodies: ['TAG'] }],
    });
    await does('settings.save', {
      ...noChange,
      rulebook: { changes: [], paperDeadlines: [{ body: 'TAG', workingDays: 5 }] },
    });
    const plan = await does('plan.compute', { release, asOf: null });
    const paper = plan.items.find((item) => item.kind === 'paper');
    // 13 May 2026 less five working days, over one weekend.
    expect(paper).toMatchObject({ lastUsefulDay: '2026-05-06' });
  });
});
