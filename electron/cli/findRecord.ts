import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import { plainName } from '../../shared/domain/foundation/plainName.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf, type ListKind, listKinds, type RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import type { Engine } from '../engine/engine.ts';

/** A record as a person names it, `criterion:AC-01`: its kind, and the key or id after it. */
interface NamedRecord {
  readonly name: string;
  readonly kind: RecordKind;
  readonly key: string;
}

/** Reads KIND:KEY; `release` alone is the release itself. Fails with usage where there is no such kind. */
export function readRecordName(name: string): Result<NamedRecord> {
  const colon = name.indexOf(':');
  const kind = colon > 0 ? name.slice(0, colon) : name;
  const key = colon > 0 ? name.slice(colon + 1) : '';
  if (kind === 'release' || listKinds.includes(kind as ListKind)) return ok({ name, kind: kind as RecordKind, key });
  return fail('usage', `“${kind}” is no kind of record; there are release, ${listKinds.join(', ')}.`, name);
}

/** A record as it stands: its fields by the names under which they are edited. */
interface FoundRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A record of an opened release; fails where none is called so, or more than one is. */
export async function findRecord(
  engine: Engine,
  { id: releaseId, facts }: OutputOf<'release.open'>,
  { name, kind, key }: NamedRecord,
): Promise<Result<FoundRecord>> {
  if (kind === 'release') {
    const isThis = isThisRelease(facts.release.name, releaseId, key);
    return isThis ? ok({ id: releaseId, fields: flattenRelease(facts) }) : otherRelease();
  }
  // The opened release leaves its test issues to be asked for; there may be a hundred thousand.
  const records = kind === 'testIssue' ? await findIssues(engine, releaseId, key) : ok(recordsOf(facts, kind));
  if (!records.ok) return records;
  const fitting = records.value.filter((record) => keyOf(kind, record as never) === key || record.id === key);
  const [only] = fitting;
  if (fitting.length === 1 && only) return ok({ id: String(only.id), fields: { ...only } });
  if (fitting.length > 1)
    return fail(
      'conflict',
      `${fitting.length} records are called ${name}; name one by its id, ${fitting.map(({ id }) => `${kind}:${id}`).join(' or ')}.`,
      name,
    );
  return fail('notFound', `There is no ${name} in this release; check its kind and key.`, name);

  function otherRelease(): Result<never> {
    const sentence = `${name} is not ${facts.release.name}, the release that this command changes; write release: for that one, or name the other release before it.`;
    return fail('invalidInput', sentence, name);
  }
}

function isThisRelease(name: string, id: string, key: string): boolean {
  return key === '' || key === id || plainName(key) === plainName(name);
}

async function findIssues(
  engine: Engine,
  releaseId: string,
  called: string,
): Promise<Result<OutputOf<'issues.page'>['issues']>> {
  const page = { releaseId, offset: 0, limit: 1000, phase: null, severity: null, open: null, text: '', called };
  const found = (await engine.call('issues.page', page)) as Result<OutputOf<'issues.page'>>;
  return found.ok ? ok(found.value.issues) : found;
}
