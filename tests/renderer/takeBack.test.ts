import { beforeEach, expect, it, vi } from 'vitest';
import { ok } from '../../shared/domain/foundation/result.ts';
import { factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';

const facts = factsWith();

interface Call {
  readonly name: string;
  readonly input: { readonly entry?: number };
}

/** An engine that numbers what is done, and answers in the order of the questions, each as late as it is told to. */
const engine = {
  entries: 0,
  undone: [] as number[],
  delay: (): Promise<unknown> => Promise.resolve(),
  last: Promise.resolve() as Promise<unknown>,
  answer({ name, input }: Call) {
    if (name === 'release.open') {
      return ok({ id: 'r', archived: false, facts, readiness: {}, revision: this.entries });
    }
    if (name === 'release.list') return ok({ releases: [] });
    this.entries += 1;
    if (name === 'record.undo') this.undone.push(input.entry ?? 0);
    const entry = this.entries;
    return ok({ releaseId: 'r', revision: entry, changes: [], readiness: {}, entry, through: entry });
  },
  call(name: string, input: Call['input']) {
    const [before, delayed] = [this.last, this.delay()];
    const answered = before.then(() => delayed).then(() => this.answer({ name, input }));
    this.last = answered;
    return answered;
  },
};

vi.stubGlobal('window', {
  golive: { call: (name: string, input: never) => engine.call(name, input) },
  matchMedia: () => ({ matches: false }),
});
vi.stubGlobal('navigator', { platform: 'Linux' });
const told: string[] = [];
vi.mock('../../renderer/stores/notify.tsx', () => ({
  forgetOffers: () => undefined,
  tellDone: (sentence: string) => void told.push(sentence),
  tellError: ({ message }: { message: string }) => void told.push(message),
}));
const { editRecord, useReleaseStore } = await import('../../renderer/stores/releaseStore.ts');
const { noteWideChange } = await import('../../renderer/stores/noteDeeds.ts');
const { redoLast, undoLast } = await import('../../renderer/stores/takeBack.ts');
const { doing } = await import('../../renderer/stores/underWay.ts');

const steps = {
  edit: () => editRecord('release', 'r', { userImpact: 'x' }),
  // As an import: it is shown before it is noted.
  import: () =>
    doing(async (underWay) => {
      const taken = (await engine.call('import.take', {})) as { value: { entry: number } };
      await noteWideChange(underWay, taken.value.entry, taken.value.entry);
    }),
  undo: undoLast,
  redo: redoLast,
} as const;

const takes = (key: keyof typeof steps | undefined) => key === 'undo' || key === 'redo';

function begin(): void {
  Object.assign(engine, { entries: 0, undone: [], delay: () => Promise.resolve(), last: Promise.resolve() });
  told.length = 0;
  useReleaseStore.setState({
    open: { id: 'r', archived: false, facts, readiness: {} as never, told: null },
    revision: 0,
    undoable: [],
    redoable: [],
    saving: 0,
  });
}

beforeEach(begin);

/** What the engine was asked to undo, what the person was told, and what can be taken back and done again. */
function outcome() {
  const { undoable, redoable } = useReleaseStore.getState();
  const reaches = (pile: typeof undoable) => pile.map(({ entry, reach }) => `${reach} ${entry}`);
  return { undone: [...engine.undone], told: [...told], undoable: reaches(undoable), redoable: reaches(redoable) };
}

it('keys that follow each other faster than the engine answers do what they do when each is waited for', async () => {
  const keys = fc.array(fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(keys, fc.scheduler(), async (pressed, scheduler) => {
      begin();
      for (const key of pressed) await steps[key]();
      const waited = outcome();
      begin();
      engine.delay = () => scheduler.schedule(Promise.resolve());
      const going: Promise<unknown>[] = [];
      for (const [at, key] of pressed.entries()) {
        // A hand that takes back and does again is quick; it does something new when it sees what became of that.
        if (takes(pressed[at - 1]) && !takes(key)) await scheduler.waitFor(Promise.all(going));
        going.push(steps[key]());
      }
      await scheduler.waitFor(Promise.all(going));
      expect(outcome()).toEqual(waited);
    }),
    { numRuns: 300 },
  );
});

it('a key that is pressed takes back nothing that is begun after it', async () => {
  const importing = steps.import();
  const taking = undoLast();
  const editing = steps.edit();
  await Promise.all([importing, taking, editing]);
  expect(engine.undone).toEqual([1]);
});

it('a key that is pressed while an import is shown and not noted yet takes back the import, not what was before it', async () => {
  await steps.edit();
  let answer: () => void = () => undefined;
  engine.delay = () =>
    new Promise<void>((resolve) => {
      answer = resolve;
    });
  const importing = steps.import();
  const taking = undoLast();
  engine.delay = () => Promise.resolve();
  answer();
  await Promise.all([importing, taking]);
  expect(engine.undone).toEqual([2]);
});
