import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { type TestEngine, testEngine } from './engine.ts';
import { scratchFolder } from './scratch.ts';

/** A store with the June 2026 release, empty; `folder`: one that is known to the caller, to open it again. */
export async function withRelease(
  folder = scratchFolder(),
): Promise<TestEngine & { releaseId: string; folder: string }> {
  const test = testEngine(folder);
  const slot = slotSchema.parse('2026-06');
  const made = await test.does('release.create', {
    name: 'June 2026 SEC Release',
    kind: 'system',
    slot,
    adHocReason: null,
    approvedDate: null,
  });
  return { ...test, releaseId: made.id, folder };
}
