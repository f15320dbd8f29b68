import { isDeepStrictEqual } from 'node:util';
import { isOpenIn } from '../../shared/domain/merge/openConflicts.ts';
import { keyedKinds, keyIn } from '../../shared/domain/merge/pointers.ts';
import { isSameThing } from '../../shared/domain/merge/sameThing.ts';
import { seen } from '../../shared/domain/merge/winner.ts';
import { isWhatWasAccepted } from '../../shared/domain/records/acceptance.ts';
import { pairOf, type Replica } from './replica.ts';

/** What went wrong in a schedule; null: nothing. */
export type Fault = string | null;

interface Settling {
  readonly replicas: readonly Replica[];
  readonly hasCopies: boolean;
}

/** Everybody hears everything, several times over: later rounds carry what earlier ones had to mend. */
export function settle({ replicas, hasCopies }: Settling): Fault {
  for (let round = 0; round < 4; round += 1) {
    for (const from of replicas) for (const to of replicas) if (from !== to) to.apply(from.export(to.store));
    for (const from of replicas) for (const to of replicas) if (from !== to) from.apply(to.export(null));
  }
  const fault = replicas.find((replica) => replica.fault !== null)?.fault;
  if (fault) return fault;
  const [first, ...others] = replicas as readonly [Replica, ...Replica[]];
  for (const other of others) {
    // Of two branches of one store each calls its own by the store's name.
    if (!hasCopies && !isDeepStrictEqual(first.known, other.known))
      return `Knowledge differs: ${JSON.stringify([first.known, other.known])}`;
    if (!isDeepStrictEqual(first.facts(), other.facts()))
      return `Facts differ: ${JSON.stringify(first.facts())} and ${JSON.stringify(other.facts())}`;
  }
  for (const kind of keyedKinds) {
    const keys = [...first.living(kind)].map(({ fields }) => keyIn(kind, fields));
    if (new Set(keys).size < keys.length) return `Two living records share a key: ${keys.join(', ')}`;
  }
  return staleAcceptance(first) ?? nothingLost(replicas) ?? everybodyTold(replicas) ?? enteredTwice(replicas);
}

/** An accepted item that is no longer what was accepted. */
function staleAcceptance(replica: Replica): string | null {
  const stale = [...replica.living('evidence')].find(
    ({ fields }) => fields.status === 'accepted' && !isWhatWasAccepted(fields),
  );
  return stale ? `Accepted, and not what was accepted: ${JSON.stringify(stale)}` : null;
}

/** Every write that a record shows or showed is in the ledger of the store that it was made in. */
function nothingLost(replicas: readonly Replica[]): Fault {
  const written = replicas.flatMap(({ ledger }) => ledger);
  for (const replica of replicas) {
    for (const state of replica.records.values()) {
      for (const [field, versions] of state.fields) {
        for (const { value } of versions) {
          const isThere = written.some(
            (entry) => entry.id === state.id && entry.field === field && isDeepStrictEqual(entry.value, value),
          );
          if (!isThere) return `A value stands that nobody wrote: ${state.id}#${field}`;
        }
      }
    }
  }
  return null;
}

/**
 * Where writes stand that did not know of each other, the plain history says so; whoever wrote the losing one, and
 * everybody else, has it on the list until somebody chose.
 */
function everybodyTold(replicas: readonly Replica[]): Fault {
  for (const { store, records, history, listed } of replicas) {
    for (const state of records.values()) {
      const { id, fields, life } = state;
      for (const field of fields.keys()) {
        const isOpen = history.isDisputed(`${id}#${field}`) && seen(state).alive;
        if (isOpen !== isOpenIn(state, 'field', field)) return `${id}#${field} should be open: ${isOpen}`;
        if (isOpen && !listed.has(`${id}#${field}`)) return `${store} was not told of ${id}#${field}`;
      }
      const isKept = seen(state).alive && life.some(({ alive }) => !alive);
      if (isKept && !listed.has(`${id}#@life`)) return `${store} was not told of the removal of ${id}`;
    }
  }
  return null;
}

/** One thing that two stores entered stands as a choice everywhere, but where somebody entered it beside the other. */
function enteredTwice(replicas: readonly Replica[]): Fault {
  for (const replica of replicas) {
    const living = [...replica.living('view')];
    for (const { id, fields } of living) {
      const isTwin = (one: (typeof living)[number]) =>
        isSameThing('view', one.fields, fields) && replica.makerOf(one.id) !== replica.makerOf(id);
      const twins = living.filter(isTwin);
      const isKnown = (pair: string) => replica.listed.has(pair) || replica.besides.has(pair);
      const isTold = twins.some((other) => isKnown(pairOf(id, other.id)));
      if (twins.length > 0 && !isTold) return `${replica.store} was not told that ${id} was entered twice`;
    }
  }
  return null;
}
