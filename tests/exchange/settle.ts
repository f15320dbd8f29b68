import { isDeepStrictEqual } from 'node:util';
import { keyedKinds, keyIn } from '../../shared/domain/merge/pointers.ts';
import {
  cameBack,
  enteredTwice,
  everybodyTold,
  type Fault,
  mixture,
  nothingLost,
  staleAcceptance,
} from './judgeReplicas.ts';
import type { Replica } from './replica.ts';

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
  return (
    mixture(replicas) ??
    cameBack(replicas) ??
    staleAcceptance(first) ??
    nothingLost(replicas) ??
    everybodyTold(replicas) ??
    enteredTwice(replicas)
  );
}
