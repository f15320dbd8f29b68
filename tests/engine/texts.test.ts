import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { testEngine } from '../support/engine.ts';
import { golive, withFile, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const release = 'June 2026 SEC Release';
const facts = {
  format: 'sec-golive/release',
  version: 1,
  release: { name: release, kind: 'system', slot: '2026-06', goLive: { approvedDate: '2026-06-25' } },
  modifications: [
    {
      reference: 'MP1',
      title: 'One',
      status: 'approved',
      approvedOn: '2026-03-01',
      impacts: ['dccSystems', 'gbcs'],
      inScope: true,
    },
    { reference: 'MP2', title: 'Two', status: 'approved', approvedOn: '2026-04-20', impacts: ['users'], inScope: true },
  ],
  rid: { versions: [{ version: '1.0', issuedOn: '2026-03-02', publishedOn: '2026-03-02' }] },
  tad: { versions: [{ version: '1.0', issuedToTagOn: '2025-09-01', publishedOn: '2025-12-01' }] },
  userTesting: { planned: true, from: '2026-04-01', to: '2026-05-29' },
};

async function withRelease(of: object = facts) {
  const { file } = withFile(of);
  const test = testEngine(join(scratchFolder(), 'store'), { actor: { name: 'Ada Byron', organisation: 'SECAS' } });
  const { id } = await test.does('release.import', { file, replace: false });
  const findings = async (rule: string) => {
    const { findings: all } = await test.does('readiness.compute', { release, asOf: null });
    return all.filter((one) => one.rule === rule).map(({ subject, outcome }) => [subject, outcome]);
  };
  const send = (text: 'release-page' | 'user-testing' | 'approval', channel: string, on: string) =>
    test.does('text.recordSent', {
      releaseId: id,
      text,
      channel,
      on: calendarDate(on),
      address: 'https://example.org/june-2026',
      asOf: null,
    });
  return { ...test, id, findings, send };
}

describe('recording a text as sent', () => {
  it('tells Users of testing, by e-mail and on the website, both', async () => {
    const { findings, send } = await withRelease();
    expect(await findings('user-testing.notice')).toEqual([[null, 'notMet']]);
    await send('user-testing', 'email', '2026-03-15');
    expect(await findings('user-testing.notice')).toEqual([[null, 'notMet']]);
    await send('user-testing', 'website', '2026-03-16');
    expect(await findings('user-testing.notice')).toEqual([[null, 'met']]);
  });

  it('takes today and refuses a day that lies ahead, and then records nothing', async () => {
    const { send, refuses, does, id } = await withRelease();
    const ahead = { text: 'user-testing' as const, channel: 'email', on: calendarDate('2027-01-01'), address: null };
    const refused = await refuses('text.recordSent', { releaseId: id, asOf: null, ...ahead });
    expect(refused).toMatchObject({ kind: 'invalidInput', where: 'on' });
    expect(refused.message).toMatch(/^A text sent on 1 January 2027 would lie ahead; state the day/);
    expect((await does('release.open', { release: id, asOf: null })).facts.sent).toEqual([]);
    await send('user-testing', 'email', '2026-05-01');
  });

  it('leaves the Releases page as it is where its text went out in a newsletter', async () => {
    const { does, findings, send } = await withRelease();
    await send('release-page', 'website newsletter', '2026-04-21');
    expect((await findings('publication.kept'))[0]).toEqual([null, 'cannotTell']);
    expect((await does('release.open', { release, asOf: null })).facts.publication.releasesPageOn).toBe(null);
  });

  it('says since when the Releases page shows what it shows, and where', async () => {
    const { does, findings, send } = await withRelease();
    const { entry, through } = await send('release-page', 'website', '2026-04-21');
    expect((await findings('publication.kept'))[0]).toEqual([null, 'met']);
    const { facts: after } = await does('release.open', { release, asOf: null });
    expect(after.publication).toMatchObject({
      releasesPageOn: '2026-04-21',
      releasesPageAddress: 'https://example.org/june-2026',
      documentsLinkedOn: '2026-04-21',
      technicalSpecificationsOn: '2026-04-21',
      testingInformationOn: '2026-04-21',
    });
    await does('record.undo', { entry, through, asOf: null });
    const { facts: before } = await does('release.open', { release, asOf: null });
    expect(before.sent).toEqual([]);
    expect(before.publication.releasesPageOn).toBe(null);
  });

  it('notifies the approvals that it names: those of that day and before', async () => {
    const { does, findings, send } = await withRelease();
    await send('approval', 'email', '2026-04-02');
    expect(await findings('publication.kept')).toEqual([
      [null, 'cannotTell'],
      ['MP1', 'met'],
      ['MP2', 'cannotTell'],
    ]);
    const { facts: after } = await does('release.open', { release, asOf: null });
    expect(after.modifications.map((one) => one.approvalNotifiedOn)).toEqual(['2026-04-02', null]);
  });
});

describe('a text of approvals that a file has as sent', () => {
  it('notified its approvals on its own day, whatever is sent later', async () => {
    const sent = [{ text: 'approval', channel: 'email', on: '2026-03-05' }];
    const { does, findings, send } = await withRelease({ ...facts, sent });
    expect((await findings('publication.kept'))[1]).toEqual(['MP1', 'met']);
    await send('approval', 'email', '2026-04-21');
    const { facts: after } = await does('release.open', { release, asOf: null });
    expect(after.modifications.map((one) => one.approvalNotifiedOn)).toEqual([null, '2026-04-21']);
    await send('approval', 'email', '2026-04-22');
    const { facts: again } = await does('release.open', { release, asOf: null });
    expect(again.modifications.map((one) => one.approvalNotifiedOn)).toEqual([null, '2026-04-21']);
  });
});

describe('golive text', () => {
  it('prints a text, writes it to a file in either form, and tells an unknown one', () => {
    const { store, folder } = withSample();
    const name = 'November 2021 SEC Release';
    const page = golive(store, 'text', name, 'release-page');
    expect(page.code).toBe(0);
    expect(page.out).toContain('- MP150: Removing Table 28c from the GBCS (approved).');
    const out = join(folder, 'page.html');
    const written = golive(store, '--json', 'text', name, 'release-page', '--html', '--out', out);
    expect(written.json()).toMatchObject({ text: 'release-page', subject: name, file: out, plain: page.out });
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/);
    const unknown = golive(store, 'text', name, 'press-release');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toMatch(/release-page, user-testing, approval, newsletter, decision\.$/m);
    expect(golive(store, 'text', 'No such release', 'newsletter', '--out', join(folder, 'no.txt')).code).toBe(3);
    expect(existsSync(join(folder, 'no.txt'))).toBe(false);
  });
});
