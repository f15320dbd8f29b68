import { positionStatus, type Status, selfStatusStatus } from '../findings/vocabulary.ts';
import { assertNever } from '../foundation/assertNever.ts';
import type { Position } from '../records/committees.ts';
import type { SelfStatus } from '../records/criterion.ts';
import type { EvidenceStatus } from '../records/evidence.ts';
import type { Span } from './blocks.ts';

/** Sign and word together, in the state's colour: a status that survives black and white. */
export function statusSpan(status: Status): Span {
  return { text: `${status.sign}\u00a0${status.word}`, tone: status.tone, strong: true };
}

/** The sign alone, for a dense matrix whose words stand in the key below it. */
export function signSpan(status: Status): Span {
  return { text: status.sign, tone: status.tone, strong: true };
}

const notStatedStatus: Status = { word: 'Not stated', sign: '?', tone: 'cannotTell' };
export const staleStatus: Status = { word: 'Stale', sign: '▲', tone: 'short' };
export const notAskedStatus: Status = { word: 'Not asked', sign: '–', tone: 'cannotTell' };
export const askedStatus: Status = { word: 'Asked, no answer yet', sign: '○', tone: 'notDue' };

export function selfStatusOf(status: SelfStatus | null): Status {
  return status === null ? notStatedStatus : selfStatusStatus[status];
}

export function positionOf(position: Position | null): Status {
  return position === null ? askedStatus : positionStatus[position];
}

export function evidenceStatusOf(status: EvidenceStatus | null): Status {
  switch (status) {
    case 'accepted':
      return { word: 'Accepted', sign: '✓', tone: 'met' };
    case 'submitted':
      return { word: 'Submitted', sign: '○', tone: 'notDue' };
    case 'draft':
      return { word: 'Draft', sign: '◐', tone: 'notDue' };
    case 'rejected':
      return { word: 'Rejected', sign: '✕', tone: 'notMet' };
    case 'withdrawn':
      return { word: 'Withdrawn', sign: '–', tone: 'notDue' };
    case null:
      return notStatedStatus;
    default:
      return assertNever(status);
  }
}
