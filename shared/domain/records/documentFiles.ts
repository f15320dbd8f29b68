import type { ReleaseFacts } from './releaseFacts.ts';

/** By the reference of an evidence item: the version of the RID or the TAD whose file it is, `RID 2.0`. */
export function documentsOf({ rid, tad }: Pick<ReleaseFacts, 'rid' | 'tad'>): ReadonlyMap<string, string> {
  const named = (name: string, versions: readonly Version[]) =>
    versions.flatMap(({ document, version }) =>
      document ? [[withoutVersion(document), version ? `${name} ${version}` : name] as const] : [],
    );
  return new Map([...named('RID', rid.versions), ...named('TAD', tad.versions)]);
}

type Version = { readonly document: string | null; readonly version: string | null };

/** `EV-007` of `EV-007@2`, as a file may be named without its version. */
export function withoutVersion(key: string): string {
  return key.replace(/@\d+$/, '');
}
