import { resolve } from 'node:path';
import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { readRelease } from '../releaseByName.ts';
import { problemWithTarget } from './sources.ts';

/** Of what a document is asked for: the release as it stands, the day, and the file to write. */
interface Asked {
  readonly releaseId: string;
  readonly name: string;
  readonly facts: ReleaseFacts;
  readonly asOf: CalendarDate;
  readonly out: string;
}

/** Finds the release and looks whether the file can be written: what every document begins with. */
export function askedOf(
  context: EngineContext,
  store: Store,
  input: { readonly release: string; readonly out: string; readonly asOf: CalendarDate | null },
): Result<Asked> {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts, id: releaseId, name } = found.value;
  const out = resolve(input.out);
  const unwritable = problemWithTarget(out);
  if (unwritable) return fail('invalidInput', unwritable, input.out);
  return ok({ releaseId, name, facts, asOf: input.asOf ?? context.today(), out });
}
