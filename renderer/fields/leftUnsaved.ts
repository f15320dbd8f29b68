import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { nameOf } from '../stores/deed.ts';
import type { FieldSpec } from './fieldSpec.ts';
import { inWords } from './inWords.ts';

/**
 * What is told of a field that left the screen with something that could not be saved, for it cannot say so itself any
 * more. The words themselves stand in it: where the record was removed, there is no other place to read them.
 * @param refused why; null: somebody else changed the field, and nobody has answered which value counts
 */
export function leftUnsaved(
  kind: RecordKind,
  record: Readonly<Record<string, unknown>>,
  spec: FieldSpec,
  value: unknown,
  refused: AppError | null,
  isKept: boolean,
): AppError {
  const why = refused?.message ?? 'Somebody else changed it meanwhile.';
  const words = typeof value === 'string' && value !== '' ? `“${value}”` : inWords(spec, value);
  const kept = isKept ? 'What you entered is kept with it' : 'You entered';
  return {
    kind: refused?.kind ?? 'conflict',
    message: `${spec.label} of ${nameOf(kind, record)} was not saved. ${why} ${kept}: ${words}.`,
    where: null,
  };
}
