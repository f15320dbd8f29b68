import type { Choice } from '../../shared/domain/merge/plan.ts';
import { type keyedKinds, keyIn } from '../../shared/domain/merge/pointers.ts';
import { seen, writtenWith } from '../../shared/domain/merge/winner.ts';
import { isWhatWasAccepted } from '../../shared/domain/records/acceptance.ts';
import { CausalHistory } from './causalHistory.ts';
import { type Fault, mixture } from './judgeReplicas.ts';
import type { MemoryBundle } from './memoryBundle.ts';
import { Replica } from './replica.ts';
import { settle } from './settle.ts';

type Random = () => number;

const organisations = ['SECAS', 'DCC', 'Ofgem'];

interface Life {
  /** What each store is judged by. */
  readonly newHistory: () => CausalHistory;
  /** Whether people take back what they did, and take files out for good. */
  readonly undoes: boolean;
}

/**
 * One random life of two or three stores: edits, creations, removals, restorations, undoing, copied folders, and bundles
 * that are lost, repeated and late. At the end everything is exchanged, and then every store must hold the same.
 */
export function runSchedule(
  random: Random,
  steps: number,
  { newHistory, undoes }: Life = { newHistory: () => new CausalHistory(), undoes: true },
): Fault {
  const count = random() < 0.5 ? 2 : 3;
  let time = 0;
  let renamed = 0;
  const newId = () => {
    renamed += 1;
    return `0000000b-0000-4000-8000-${String(renamed).padStart(12, '0')}`;
  };
  // Clocks that go wrong by minutes, as laptops' clocks do.
  const replicas = Array.from({ length: count }, (_, at) => {
    const skew = Math.floor(random() * 50);
    return new Replica(
      `0000000${at}-0000-4000-8000-000000000000`,
      organisations[at] as string,
      () => time + skew,
      newId,
      newHistory(),
    );
  });
  const world = newWorld(replicas, random() < 0.4, undoes);
  seed(world, random);
  for (let step = 0; step < steps; step += 1) {
    time += random() < 0.7 ? 1 : 0;
    const fault =
      act(world, random) ?? replicas.find((replica) => replica.fault !== null)?.fault ?? mixture(world.replicas);
    if (fault) return fault;
  }
  return settle(world);
}

interface World {
  readonly replicas: Replica[];
  /** Folders that were put aside, by whose they are. */
  readonly copies: Map<Replica, Replica>;
  /** Whether folders are copied and put back in this life. */
  readonly hasCopies: boolean;
  readonly undoes: boolean;
  /** Bundles under way, and those that came once already. */
  readonly post: { readonly to: Replica; readonly bundle: MemoryBundle }[];
  serial: number;
}

function newWorld(replicas: Replica[], hasCopies: boolean, undoes: boolean): World {
  return { replicas, copies: new Map(), hasCopies, undoes, post: [], serial: 0 };
}

function seed(world: World, random: Random): void {
  const [first] = world.replicas as [Replica];
  for (let at = 0; at < 4; at += 1) create(world, first, random);
  if (random() < 0.8) for (const replica of world.replicas.slice(1)) replica.apply(first.export(null));
}

function create(world: World, replica: Replica, random: Random): void {
  world.serial += 1;
  const id = `00000000-0000-4000-9000-${String(Math.floor(random() * 1e9)).padStart(9, '0')}${String(world.serial).padStart(3, '0')}`;
  const number = 1 + Math.floor(random() * 5);
  const taken = (kind: (typeof keyedKinds)[number], fields: Record<string, unknown>) =>
    [...replica.living(kind)].some((record) => keyIn(kind, record.fields) === keyIn(kind, fields));
  const owner = random() < 0.5 ? 'DCC' : 'SECAS';
  const which = random();
  if (which < 0.2) {
    const position = random() < 0.5 ? 'supports' : 'doesNotSupport';
    replica.create('view', id, { body: 'TAG', criterion: `AC-0${number}`, position, on: null });
  } else if (which < 0.6) {
    const fields = { reference: `AC-0${number}`, text: 'first', owner, selfStatus: null };
    if (!taken('criterion', fields)) replica.create('criterion', id, fields);
  } else {
    const fields = {
      reference: `EV-00${number}`,
      version: 1 + Math.floor(random() * 2),
      supersedes: null,
      criteria: [`AC-0${1 + Math.floor(random() * 5)}`],
      provider: owner,
      status: 'draft',
    };
    if (!taken('evidence', fields)) replica.create('evidence', id, fields);
  }
}

function act(world: World, random: Random): Fault {
  const replica = pick(world.replicas, random);
  const chance = random();
  if (world.hasCopies && random() < 0.06) copyOrPutBack(world, replica, random);
  else if (world.undoes && random() < 0.05) replica.undo();
  else if (world.undoes && random() < 0.03) replica.purge();
  else if (chance < 0.1) create(world, replica, random);
  else if (chance < 0.45) edit(replica, random);
  else if (chance < 0.52) withRecord(replica, random, (id) => replica.setAlive(id, false));
  else if (chance < 0.56) withRecord(replica, random, (id) => restore(replica, id));
  else if (chance < 0.78) {
    const to = pick(world.replicas, random);
    if (to !== replica) world.post.push({ to, bundle: replica.export(random() < 0.2 ? null : to.store) });
  } else if (world.post.length > 0) {
    const at = Math.floor(random() * world.post.length);
    const { to, bundle } = world.post[at] as World['post'][number];
    // Mostly it is taken out of the post; sometimes it comes again, sometimes never.
    if (random() < 0.7) world.post.splice(at, 1);
    if (random() < 0.85) return receive(to, bundle, random);
  }
  return null;
}

const mostReplicas = 5;

/**
 * A folder is copied, or an older copy is put back over it. A store that finds out goes on under another id; one that does
 * not (its whole computer was copied) writes numbers that the other one writes too.
 */
function copyOrPutBack(world: World, replica: Replica, random: Random): void {
  const chance = random();
  world.serial += 1;
  const id = `0000000a-0000-4000-8000-${String(world.serial).padStart(12, '0')}`;
  const aside = world.copies.get(replica);
  if (chance < 0.4) world.copies.set(replica, replica.copy());
  else if (chance < 0.6 && aside) {
    replica.takeOver(aside);
    replica.renew(id);
  } else if (world.replicas.length < mostReplicas) {
    const twin = replica.copy();
    if (chance < 0.8) twin.renew(id);
    world.replicas.push(twin);
  }
}

/** As the app does: nobody restores what would clash. */
function restore(replica: Replica, id: string): void {
  const state = replica.records.get(id);
  const kind = state?.kind;
  if (!state || (kind !== 'criterion' && kind !== 'evidence')) return;
  replica.setAlive(id, true);
  const keys = [...replica.living(kind)].map((record) => keyIn(kind, record.fields));
  if (new Set(keys).size < keys.length) replica.setAlive(id, false);
}

function edit(replica: Replica, random: Random): void {
  withRecord(replica, random, (id) => {
    const value = `value ${Math.floor(random() * 4)}`;
    const kind = replica.records.get(id)?.kind;
    if (kind === 'view') replica.edit(id, { position: pick(['supports', 'doesNotSupport', 'deferred'], random) });
    else if (kind === 'criterion') {
      const field = pick(['text', 'selfStatus', 'owner', 'text', 'selfStatus'], random);
      const owners = ['DCC', 'SECAS'];
      replica.edit(id, { [field]: field === 'owner' ? pick(owners, random) : value });
    } else {
      const field = pick(['status', 'criteria', 'provider', 'status', 'file'], random);
      if (field === 'file') replica.attach(id, followed(replica, id, attachedNow(random)));
      else if (field === 'criteria')
        replica.edit(id, followed(replica, id, { criteria: [`AC-0${1 + Math.floor(random() * 5)}`] }));
      else if (field === 'provider') replica.edit(id, { provider: pick(['DCC', 'SECAS'], random) });
      else if (random() < 0.4) accept(replica, id);
      else replica.edit(id, { status: pick(['draft', 'submitted', 'withdrawn'], random) });
    }
  });
}

/** With what follows: where it was accepted otherwise, it is submitted again. */
function followed(replica: Replica, id: string, fields: Readonly<Record<string, unknown>>) {
  const state = replica.records.get(id);
  const next: Readonly<Record<string, unknown>> = { ...(state && seen(state).fields), ...fields };
  return next.status === 'accepted' && !isWhatWasAccepted(next) ? { ...fields, status: 'submitted' } : fields;
}

/** A file, or another name for it, or another content under its name. */
function attachedNow(random: Random): Readonly<Record<string, unknown>> {
  const [name, content] = [Math.floor(random() * 3), Math.floor(random() * 4)];
  const file = { file: `report ${name}.txt` };
  const held = { sha256: String(content).repeat(64), bytes: 100 + content };
  return pick([{ ...file, ...held }, file, held], random);
}

/** As the app does it: an acceptance says for what it was given. */
function accept(replica: Replica, id: string): void {
  const state = replica.records.get(id);
  if (!state) return;
  const { version, sha256 = null, criteria } = seen(state).fields;
  replica.edit(id, { status: 'accepted', accepted: { version, sha256, criteria } });
}

function withRecord(replica: Replica, random: Random, work: (id: string) => void): void {
  const ids = [...replica.records.keys()];
  if (ids.length > 0) work(pick(ids, random));
}

function receive(to: Replica, bundle: MemoryBundle, random: Random): Fault {
  const plan = to.apply(bundle, random() < 0.3 ? choicesFor(to, bundle, random) : {});
  const again = plan && to.apply(bundle, {});
  if (!plan || !again) return null;
  if (again.conflicts.length + again.edits.length + again.records.length > 0)
    return `A bundle that came twice was not the same the second time: ${JSON.stringify(again.conflicts)}`;
  // Now and then somebody decides a conflict; that is an edit like any other.
  const [conflict] = plan.conflicts;
  if (conflict?.type === 'field' && random() < 0.3) {
    const { id, field, theirs } = conflict;
    const state = to.records.get(id);
    const written = state && writtenWith(state, field, theirs);
    if (written) to.edit(id, written);
  }
  return null;
}

/** Somebody looks at a bundle and chooses before it is applied. */
function choicesFor(to: Replica, bundle: MemoryBundle, random: Random): Readonly<Record<string, Choice>> {
  const conflicts = to.copy().apply(bundle)?.conflicts ?? [];
  const choice = (): Choice => (random() < 0.5 ? 'mine' : 'theirs');
  return Object.fromEntries(conflicts.map(({ record, field }) => [`${record}#${field}`, choice()]));
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}
