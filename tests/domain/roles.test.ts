import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { refusalOf, roleOf } from '../../shared/domain/roles/mayChange.ts';
import { ownerOf } from '../../shared/domain/roles/ownership.ts';

describe('who owns what', () => {
  it.each<[RecordKind, string, object, unknown, string]>([
    ['tadVersion', 'publishedOn', {}, null, 'DCC'],
    ['testPhase', 'passed', {}, null, 'DCC'],
    ['issueThreshold', 'maximumOpen', {}, null, 'DCC'],
    ['testIssue', 'severity', {}, null, 'DCC'],
    ['userTestingNotice', 'on', {}, null, 'DCC'],
    ['release', 'userTesting.from', {}, null, 'DCC'],
    ['release', 'tad.longerPeriods.why', {}, null, 'DCC'],
    ['release', 'recommendation.dcc', {}, null, 'DCC'],
    ['release', 'recommendation.secas', {}, null, 'SECAS'],
    ['release', 'goLive.approvedDate', {}, null, 'SECAS'],
    ['modification', 'status', {}, null, 'SECAS'],
    ['criterion', 'text', { owner: 'DCC' }, null, 'SECAS'],
    ['criterion', 'selfStatus', { owner: 'DCC' }, 'met', 'DCC'],
    ['criterion', 'rationale', { owner: 'DCC' }, null, 'DCC'],
    ['criterion', 'selfStatus', { owner: 'SECAS' }, 'met', 'SECAS'],
    ['criterion', 'selfStatus', {}, 'met', 'SECAS'],
    ['evidence', 'title', { provider: 'DCC' }, null, 'DCC'],
    ['evidence', 'title', { provider: 'SECAS' }, null, 'SECAS'],
    ['evidence', 'title', {}, null, 'both'],
    ['evidence', 'status', { provider: 'DCC' }, 'submitted', 'DCC'],
    ['evidence', 'status', { provider: 'DCC' }, 'accepted', 'SECAS'],
    ['evidence', 'status', {}, 'rejected', 'SECAS'],
    ['view', 'position', {}, null, 'both'],
    ['meeting', 'on', {}, null, 'both'],
    ['decision', 'wording', {}, null, 'SECAS'],
  ])('%s.%s of %j becoming %j is for %s', (kind, field, record, value, owner) => {
    expect(ownerOf(kind, field, record as never, value)).toBe(owner);
  });

  it('lets a viewer change nothing, and says so', () => {
    expect(refusalOf('viewer', 'view', { position: 'supports' }, {})).toMatch(/a viewer changes nothing/);
  });

  it('says whose it is, and whom to ask', () => {
    expect(refusalOf('testLead', 'evidence', { status: 'accepted' }, { provider: 'DCC' })).toBe(
      'Evidence is accepted and rejected by SECAS, and your profile is the DCC’s; ask SECAS for it.',
    );
    expect(refusalOf('releaseManager', 'testPhase', { passed: 3 }, {})).toBe(
      'Test phases are kept by the DCC, and your profile is SECAS’s; ask the DCC for it, or record it for the DCC.',
    );
  });

  it('lets both sides record views and meetings', () => {
    for (const role of ['releaseManager', 'testLead'] as const)
      expect(refusalOf(role, 'view', { position: 'supports', wording: 'Content.' }, {})).toBeNull();
  });

  it('knows the two sides by name, and nobody else', () => {
    expect([roleOf('DCC'), roleOf(' secas '), roleOf('Ofgem')]).toEqual(['testLead', 'releaseManager', null]);
  });
});
