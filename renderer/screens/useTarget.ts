import { useAppStore } from '../stores/appStore.ts';

/** The id of the record that a finding asked this screen to open ; null where none is. */
export function useTarget<R extends { readonly id?: string | undefined }>(
  kind: string,
  records: readonly R[],
  keyOf: (record: R) => string,
): string | null {
  const target = useAppStore((state) => state.target);
  if (target?.kind !== kind) return null;
  return target.id ?? records.find((record) => keyOf(record) === target.key)?.id ?? null;
}
