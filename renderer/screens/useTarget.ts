import { useAppStore } from '../stores/appStore.ts';

/** The id of the record that a finding asked this screen to open (`criterion:AC-01#selfStatus`); null where none is. */
export function useTarget<R extends { readonly id?: string | undefined }>(
  kind: string,
  records: readonly R[],
  keyOf: (record: R) => string,
): string | null {
  const target = useAppStore((state) => state.target);
  if (!target?.startsWith(`${kind}:`)) return null;
  const key = target.slice(kind.length + 1).split('#')[0];
  return records.find((record) => keyOf(record) === key)?.id ?? null;
}
