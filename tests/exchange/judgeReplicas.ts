import { isDeepStrictEqual } from 'node:util';
import { isOpenIn } from '../../shared/domain/merge/openConflicts.ts';
import { isSameThing } from '../../shared/domain/merge/sameThing.ts';
import { togetherWith } from '../../shared/domain/merge/together.ts';
import { seen } from '../../shared/domain/merge/winner.ts';
import { isWhatWasAccepted } from '../../shared/domain/records/acceptance.ts';
import { attachedOf, pairOf } from './memoryBundle.ts';
import type { Replica } from './replica.ts';

/** What went wrong in a schedule; null: nothing. */
export type Fault = string | null;

/** An item of which name, hash and size were never together anywhere. */
export function mixture(replicas: readonly Replica[]): string | null {
  const written = new Set(replicas.flatMap(({ attached }) => [...attached]));
  for (const replica of replicas)
    for (const { id, fields } of replica.living('evidence')) {
      const shown = attachedOf(id, fields);
      const isNone = shown === attachedOf(id, {});
      if (!isNone && !written.has(shown)) return `${replica.store} shows a file that nobody attached: ${shown}`;
    }
  return null;
}

/** A file that was taken out for good anywhere stands nowhere. */
export function cameBack(replicas: readonly Replica[]): Fault {
  for (const { purged } of replicas)
    for (const [id, hashes] of purged)
      for (const replica of replicas) {
        const item = [...replica.living('evidence')].find((one) => one.id === id);
        if (item && item.fields.file !== null && hashes.has(item.fields.sha256))
          return `${replica.store} shows ${String(item.fields.file)} again, which was taken out for good`;
      }
  return null;
}

/** An accepted item that is no longer what was accepted. */
export function staleAcceptance(replica: Replica): string | null {
  const stale = [...replica.living('evidence')].find(
    ({ fields }) => fields.status === 'accepted' && !isWhatWasAccepted(fields),
  );
  return stale ? `Accepted, and not what was accepted: ${JSON.stringify(stale)}` : null;
}

/** Every write that a record shows or showed is in the ledger of the store that it was made in. */
export function nothingLost(replicas: readonly Replica[]): Fault {
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
export function everybodyTold(replicas: readonly Replica[]): Fault {
  for (const { store, records, history, listed } of replicas) {
    for (const state of records.values()) {
      const { id, fields, life } = state;
      for (const field of fields.keys()) {
        const isDisputed = (one: string) => history.isDisputed(`${id}#${one}`);
        const first = togetherWith(state.kind, field).find(isDisputed) ?? field;
        const isOpen = isDisputed(field) && first === field && seen(state).alive;
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
export function enteredTwice(replicas: readonly Replica[]): Fault {
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
