import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import type { AskAside } from './aside.ts';

const firstAfter = 60_000;
const every = 60 * 60_000;

interface SecondFolder {
  /** How the store is looked after, from the engine that people work with. */
  readonly health: () => Promise<Result<OutputOf<'store.health'>>>;
  readonly aside: AskAside;
  /** One sentence for the person: a backup that could not be made, or one that cannot be restored. */
  readonly tell: (sentence: string) => void;
}

/** Makes what is due in the second folder, and tries out a restore when that is: nothing where nobody chose a folder. */
export async function careForSecondFolder({ health, aside, tell }: SecondFolder): Promise<void> {
  const before = await health();
  const known = before.ok ? before.value.elsewhere : null;
  if (known?.isDue) {
    const made = await aside('store.backupElsewhere', {});
    // What was told before and is still so is on the health page; once is enough.
    if (!made.ok && made.error.kind !== 'conflict' && made.error.message !== known.problem) tell(made.error.message);
    if (!made.ok) return;
    if (made.value.lost > 0)
      tell(
        `Today’s backup in the second folder is without ${countOf(made.value.lost, 'file')} that this store has lost; check the store.`,
      );
  }
  const after = known?.isDue ? await health() : before;
  if (!after.ok || !after.value.elsewhere?.isTestDue) return;
  const tested = await aside('store.testRestore', {});
  const [problem] = tested.ok ? tested.value.problems : [];
  if (problem !== undefined)
    tell(`The backup in the second folder was restored to try it out, and is not sound: ${problem}`);
}

/** Well after the start, and then every hour: a day begins while the app is open, and a disk is connected. */
export function keepSecondFolder(folder: SecondFolder, logFailure: (error: unknown) => void): void {
  const care = () => void careForSecondFolder(folder).catch(logFailure);
  setTimeout(care, firstAfter).unref();
  setInterval(care, every).unref();
}
