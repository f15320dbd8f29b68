import { beforeEach, describe, expect, it } from 'vitest';
import { evidenceMoves, keepAcceptance } from '../../renderer/screens/evidence/evidenceMoves.ts';
import { closeQuestion, useQuestionStore } from '../../renderer/stores/questionStore.ts';
import { evidenceStatuses } from '../../shared/domain/records/evidence.ts';
import { refusalOf } from '../../shared/domain/roles/mayChange.ts';

const item = (status: (typeof evidenceStatuses)[number], provider = 'DCC') => ({
  reference: 'EV-001',
  version: 1,
  status,
  statusBy: 'Priya Raman, SECAS',
  provider,
});

beforeEach(closeQuestion);

describe('where evidence goes from here', () => {
  it.each(['releaseManager', 'testLead'] as const)('a %s is offered only what that role may do', (role) => {
    for (const status of evidenceStatuses)
      for (const provider of ['DCC', 'SECAS']) {
        const one = item(status, provider);
        const { moves, primary } = evidenceMoves([one], role);
        expect(moves.filter((to) => refusalOf(role, 'evidence', { status: to }, one) !== null)).toEqual([]);
        expect(primary === null || moves.includes(primary)).toBe(true);
      }
    expect(evidenceMoves([item('submitted')], 'testLead').moves).not.toContain('accepted');
    expect(evidenceMoves([item('submitted')], 'releaseManager').primary).toBe('accepted');
    expect(evidenceMoves([item('draft')], 'testLead').primary).toBe('submitted');
  });

  it('has nothing in front of a hand that slips once it is accepted, and asks before that is lost', () => {
    // Both may submit again what they provide themselves.
    for (const [role, provider] of [['releaseManager', 'SECAS'] as const, ['testLead', 'DCC'] as const]) {
      expect(evidenceMoves([item('accepted', provider)], role).moves).toContain('submitted');
      expect(evidenceMoves([item('accepted', provider)], role).primary).toBeNull();
      expect(evidenceMoves([item('draft', provider), item('accepted', provider)], role).primary).toBeNull();
    }
    let done = 0;
    for (const deed of ['submit', 'replace'] as const) {
      keepAcceptance([item('accepted')], deed, () => {
        done += 1;
      });
      expect(done).toBe(0);
      expect(useQuestionStore.getState().question?.text).toContain('accepted by Priya Raman, SECAS');
    }
    useQuestionStore.getState().question?.run();
    expect(done).toBe(1);
    closeQuestion();
    keepAcceptance([item('draft')], 'submit', () => {
      done += 1;
    });
    expect(done).toBe(2);
    expect(useQuestionStore.getState().question).toBeNull();
  });
});
