import { createContext, useContext, useState } from 'react';
import type { ListKind, RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { useRole } from '../stores/appStore.ts';
import type { FieldSpec } from './fieldSpec.ts';
import { specsOf } from './fieldSpecs.ts';
import { type Kept, keptOf, lockOfKind } from './locks.ts';
import { type Unconfirmed, unconfirmedIn } from './unconfirmed.ts';

type AnyRecord = Readonly<Record<string, unknown>> & { readonly id?: string | undefined };

/** How a panel stands to what another side keeps in it. */
export interface Behalf {
  readonly kind: RecordKind;
  readonly kept: Kept | null;
  /** Whether what is entered here is recorded for that side. */
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
  /** Whether records can be added here as things stand. */
  readonly mayAdd: boolean;
  readonly unconfirmed: readonly Unconfirmed[];
}

const BehalfContext = createContext(false);
export const BehalfProvider = BehalfContext.Provider;

/** Whether the panel around records for the other side what that side keeps. */
export function useIsOnBehalf(): boolean {
  return useContext(BehalfContext);
}

/** The switch of a panel with a list of records; it is off again as soon as the panel is left. */
export function useListBehalf(kind: ListKind, records: readonly AnyRecord[]): Behalf {
  const role = useRole();
  const behalf = useBehalf(kind, specsOf(kind), records);
  return { ...behalf, mayAdd: lockOfKind(role, kind) === null || behalf.isOn };
}

/** The switch of a panel with these fields of one record. */
export function useBehalf(kind: RecordKind, specs: readonly FieldSpec[], records: readonly AnyRecord[]): Behalf {
  const role = useRole();
  const [side, setSide] = useState<'DCC' | 'SECAS' | null>(null);
  const fields = specs.filter(({ type }) => type !== 'shown').map(({ field }) => field);
  const kept = keptOf(role, kind, fields, records);
  // Another profile, or another record, is another switch.
  const isOn = side !== null && kept?.side === side;
  const unconfirmed = unconfirmedIn(kind, fields, records);
  return { kind, kept, isOn, turn: (on) => setSide(on ? (kept?.side ?? null) : null), mayAdd: true, unconfirmed };
}
