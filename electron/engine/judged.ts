import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import type { Store } from '../store/openStore.ts';
import type { EngineContext } from './context.ts';
import { readRelease } from './releaseByName.ts';
import { snapshotOf } from './snapshotOf.ts';

interface Judged {
  readonly release: string;
  readonly asOf: CalendarDate | null;
}

export function judge<T>(
  context: EngineContext,
  store: Store,
  { release, asOf }: Judged,
  compute: (snapshot: Snapshot) => T,
  final = false,
): Result<T> {
  const found = readRelease(context, store, release);
  if (!found.ok) return found;
  const { facts } = found.value;
  return ok(compute(snapshotOf(store, facts, asOf ?? context.today(), final)));
}
