import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import type { Attached, AttachInput } from '../../shared/contract/evidence.ts';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import { sayInWindow } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { isDuplicate } from '../../shared/domain/records/duplicateFile.ts';
import type { HeldPaths } from './heldPaths.ts';
import type { LongWork } from './longWork.ts';

/** Files under way at once: one is recorded while the next reaches the disk and the one after that is read. */
const atOnce = 3;

interface Attaching {
  readonly held: Pick<HeldPaths, 'hold'>;
  readonly work: Pick<LongWork, 'call' | 'begin'>;
  readonly tellProgress: (report: ProgressReport) => void;
}

/**
 * Adds files as evidence, several side by side; they get their references in the order given, and each is answered for
 * when it is safely on the disk. One that is refused does not hold up the others; where the person stops, those that were
 * answered stay and no more are begun.
 */
export async function attachFiles(
  paths: readonly string[],
  { release, fields, asOf }: AttachInput,
  allowDuplicate: boolean,
  { held, work, tellProgress }: Attaching,
): Promise<Attached> {
  const { stopped } = work.begin();
  const list = randomUUID();
  const answers: Result<OutputOf<'evidence.add'>>[] = [];
  const progress = progressOfAll(paths, tellProgress);
  let next = 0;
  const addInTurn = async (): Promise<void> => {
    for (let at = next; at < paths.length && !stopped(); at = next) {
      next += 1;
      const file = paths[at] as string;
      progress.tell(at, { text: `Adding ${basename(file)}`, fraction: 0 });
      // One of many: the window reads the findings once, when all are in.
      const input = { release, file, asOf, fields, allowDuplicate, list, judged: false as const };
      const done = await work.call('evidence.add', input, (report) => progress.tell(at, report));
      answers[at] = done;
      progress.end(at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, addInTurn));
  return attachedOf(paths, answers, held);
}

function attachedOf(
  paths: readonly string[],
  answers: readonly (Result<OutputOf<'evidence.add'>> | undefined)[],
  held: Attaching['held'],
): Attached {
  const attached: Attached = { added: [], refused: [] };
  for (const [at, file] of paths.entries()) {
    const done = answers[at];
    if (done?.ok) {
      const { changes, entry, through } = done.value;
      const [change] = changes;
      if (change)
        attached.added.push({ id: change.id, reference: String(change.record?.reference ?? ''), entry, through });
    } else if (done && done.error.kind !== 'cancelled') {
      const { source, name } = held.hold(file);
      const duplicate = isDuplicate(done.error);
      attached.refused.push({ source, file: name, sentence: sayInWindow(done.error).message, duplicate });
    }
  }
  return attached;
}

/** One progress for all of the files: it names the first that is under way, and never goes back. */
function progressOfAll(paths: readonly string[], tellProgress: Attaching['tellProgress']) {
  const parts = paths.map(() => ({ fraction: 0, text: '', ended: false }));
  let [whole, first] = [0, 0];
  const tellFirst = () => {
    while (parts[first]?.ended) first += 1;
    const text = parts[first]?.text ?? '';
    if (text === '') return;
    const place = paths.length === 1 ? text : `${text}, ${first + 1} of ${paths.length}`;
    tellProgress({ text: place, fraction: Math.min(1, whole / paths.length) });
  };
  const reach = (at: number, fraction: number) => {
    const part = parts[at];
    if (!part || fraction <= part.fraction) return;
    whole += fraction - part.fraction;
    part.fraction = fraction;
  };
  return {
    tell: (at: number, { text, fraction }: ProgressReport) => {
      const part = parts[at];
      if (part) part.text = text;
      reach(at, fraction ?? 0);
      tellFirst();
    },
    end: (at: number) => {
      const part = parts[at];
      if (part) part.ended = true;
      reach(at, 1);
      tellFirst();
    },
  };
}
