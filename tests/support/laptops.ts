import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { bundlesHere } from './bundlesHere.ts';
import { runPrograms, testEngine } from './engine.ts';
import { scratchFolder } from './scratch.ts';

export const name = 'June 2026 SEC Release';

/** What an exchange says besides, where there is nothing to say. */
export const nothingElse = { problem: null, purged: [], submittedAgain: [] };

export type Laptop = ReturnType<typeof laptop>;

/** One person's store that shares a folder; it counts the bundles that it opens. */
export function laptop(folder: string, shared: string, organisation: 'SECAS' | 'DCC', person: string) {
  const counts = { opened: 0 };
  const desk = testEngine(join(folder, person), {
    actor: { name: person, organisation },
    runDisposable: (job, hooks) => {
      if (job.task === 'openBundle') counts.opened += 1;
      return job.program === 'exchange' ? bundlesHere(job, hooks) : runPrograms(job, hooks);
    },
  });
  const open = () => desk.does('release.open', { release: name, asOf: null });
  const facts = async () => (await open()).facts;
  const create = (kind: 'criterion' | 'view' | 'evidence', fields: Record<string, unknown>) =>
    open().then(({ id }) => desk.does('record.create', { asOf: null, releaseId: id, kind, fields }));
  return {
    ...desk,
    counts,
    person,
    organisation,
    store: join(folder, person),
    facts,
    create,
    share: (release: string | null) => desk.does('exchange.setSharing', { folder: shared, release }),
    sync: () => desk.does('exchange.sync', { quietly: false }),
    status: () => desk.does('exchange.status', { releaseId: null }),
    waiting: async () => (await desk.does('exchange.status', { releaseId: null })).sharing?.waiting ?? [],
    edit: async (kind: 'criterion' | 'view', fields: Record<string, unknown>) => {
      const found = await facts();
      const id = (kind === 'criterion' ? found.criteria[0]?.id : found.views[0]?.id) ?? '';
      return desk.does('record.edit', { asOf: null, kind, id, fields, onBehalf: true });
    },
  };
}

/** Compares one key of another person's, as two people do by telephone. */
export async function trust(one: Laptop, other: Laptop, lead = false): Promise<void> {
  const { fingerprint } = await other.status();
  const who = { fingerprint, name: other.person, organisation: other.organisation };
  await one.does('exchange.confirmPeer', { ...who, confirmed: true, lead });
}

/** A shared folder, and the laptops of both sides; the first has the release. */
export async function folderOf(count: number) {
  const folder = scratchFolder();
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const laptops = Array.from({ length: count }, (_, at) =>
    laptop(folder, shared, at % 2 === 0 ? 'SECAS' : 'DCC', `Person ${at + 1}`),
  );
  const [first] = laptops as [Laptop];
  const slot = slotSchema.parse('2026-06');
  const { id } = await first.does('release.create', {
    name,
    kind: 'system',
    slot,
    adHocReason: null,
    approvedDate: null,
  });
  await first.create('criterion', { reference: 'AC-01', text: 'All tests passed.', owner: 'DCC' });
  await first.create('view', { body: 'TAG', criterion: 'AC-01', position: 'supports' });
  for (const one of laptops) await one.share(one === first ? id : null);
  return { folder, shared, laptops, id };
}

/** Somebody looks at what waits for them, and takes it; until nothing is left that they could take. */
export async function takeWaiting(one: Laptop): Promise<void> {
  for (let before = ''; ; ) {
    await one.sync();
    const waiting = await one.waiting();
    const names = waiting.map((bundle) => bundle.name).join();
    if (names === before) return;
    before = names;
    for (const bundle of waiting) {
      const { file } = await one.does('exchange.findWaiting', { name: bundle.name });
      await one.engine.call('bundle.apply', { file, passphrase: null, choices: {}, token: null });
    }
  }
}

/** Everybody looks once, in turn; what it took, all together. */
export async function round(laptops: readonly Laptop[], shared: string) {
  const opened = () => laptops.reduce((sum, { counts }) => sum + counts.opened, 0);
  const sizes = () => new Map(readdirSync(shared).map((file) => [file, statSync(join(shared, file)).size] as const));
  const [openedBefore, before] = [opened(), sizes()];
  let applied = 0;
  for (const one of laptops) applied += (await one.sync()).applied;
  const written = [...sizes()].filter(([file]) => !before.has(file)).map(([, bytes]) => bytes);
  return { applied, opened: opened() - openedBefore, written };
}
