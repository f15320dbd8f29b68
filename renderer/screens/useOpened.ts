import { useState } from 'react';
import type { Target } from '../../shared/domain/findings/target.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { useAppStore } from '../stores/appStore.ts';
import { storedId } from '../stores/begunRecords.ts';

interface Opened {
  readonly id: string | null;
  /** What led there last, so that each leading counts once and a choice made since stands. */
  readonly by: Target | null;
}

/** The id of the record that stands open beside its list: chosen there, or what a finding or a search led to last. */
export function useOpened(kind: ListKind): readonly [string | null, (id: string | null) => void] {
  const target = useAppStore((state) => state.target);
  const [opened, setOpened] = useState<Opened>({ id: null, by: null });
  const isNews = target !== null && target !== opened.by && target.kind === kind && target.id !== null;
  if (isNews) setOpened({ id: target.id, by: target });
  const id = isNews ? target.id : opened.id;
  return [id === null ? null : storedId(id), (id) => setOpened({ id, by: target })];
}
