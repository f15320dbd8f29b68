import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';

/** How a form says whose fields it holds (`data-record`), so that what leads to a record finds that record's own. */
export function recordAttribute(kind: RecordKind, id: string): string {
  return `${kind}:${id}`;
}
