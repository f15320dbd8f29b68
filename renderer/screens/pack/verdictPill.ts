import type { Verification } from '../../../shared/contract/pack.ts';
import { outcomeStatus, type Status } from '../../../shared/domain/findings/vocabulary.ts';
import { verdictOf } from '../../../shared/domain/pack/verdict.ts';

/** The verdict on a pack that was checked, as the window shows states: what was not checked is not in order. */
export function verdictPill(verification: Verification): { readonly status: Status; readonly text: string } {
  switch (verdictOf(verification)) {
    case 'asMade':
      return { status: outcomeStatus.met, text: 'As it was made' };
    case 'changed':
      return { status: outcomeStatus.notMet, text: 'It differs from how it was made' };
    case 'cannotTell':
      return { status: outcomeStatus.cannotTell, text: 'Cannot tell' };
  }
}
