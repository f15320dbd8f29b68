import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';

/**
 * Fields that the app computes or that have a control of their own beside the record's fields: the life of an evidence
 * item and its file, and the stamp of what a body saw. All others are among the specs.
 */
export const shownElsewhere: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  evidence: ['status', 'statusBy', 'statusReason', 'file', 'sha256', 'bytes'],
  view: ['sawText', 'saw'],
};
