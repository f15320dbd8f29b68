import { withoutVersion } from '../../shared/domain/records/documentFiles.ts';
import { type Evidence, evidenceKey } from '../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { saveRecord } from './begunRecords.ts';
import { attachFiles } from './fileActions.ts';
import { tellError } from './notify.tsx';
import { recordNow, useReleaseStore } from './releaseStore.ts';

export type VersionKind = 'ridVersion' | 'tadVersion';
type Version = ReleaseFacts['rid']['versions'][number] | ReleaseFacts['tad']['versions'][number];

const documents = {
  ridVersion: { name: 'RID', full: 'Release Implementation Document', provider: 'SECAS' },
  tadVersion: { name: 'TAD', full: 'Testing Approach Document', provider: 'DCC' },
} as const;

/** The item that holds the file of a version: the one that is named, or the newest of those under its reference. */
export function fileOfVersion(evidence: readonly Evidence[], { document }: Pick<Version, 'document'>): Evidence | null {
  if (document === null) return null;
  const named = evidence.find((item) => evidenceKey(item) === document);
  const versions = evidence.filter((item) => item.reference === withoutVersion(document));
  return named ?? versions.toSorted((left, right) => right.version - left.version)[0] ?? null;
}

/** A new version speaks for the same criteria; its own title and date are read from its file. */
export function nextVersionOf(item: Evidence) {
  const { criteria, kind, provider, independent, classification } = item;
  return { supersedes: evidenceKey(item), criteria, kind, provider, independent, classification };
}

/** Keeps a dropped or chosen (null) file as evidence and names it as the file of this version; another one supersedes it. */
export async function attachToVersion(
  kind: VersionKind,
  version: Version,
  dropped: readonly File[] | null,
  onBehalf: boolean,
): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open) return;
  const { name, full, provider } = documents[kind];
  const before = fileOfVersion(open.facts.evidence, version);
  const title = version.version ? `${name} ${version.version}` : name;
  const fields = before?.file ? nextVersionOf(before) : { title, kind: full, provider, criteria: [] };
  const [id] = await attachFiles(dropped?.slice(0, 1) ?? null, fields);
  const item = id === undefined ? null : (recordNow('evidence', id) as Evidence | null);
  if (item === null || before?.reference === item.reference) return;
  const document = version.document ?? null;
  const refused = await saveRecord(kind, version.id ?? '', { document: item.reference }, { document }, onBehalf);
  if (refused) tellError(refused);
}
