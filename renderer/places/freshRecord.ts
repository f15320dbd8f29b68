import { isBody } from '../../shared/domain/records/bodies.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { isNumbered, nextReference } from '../../shared/domain/records/nextReference.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';

type Fields = Readonly<Record<string, unknown>>;
type Fresh = (key: string | null, facts: ReleaseFacts) => Fields | null;

/**
 * The fields that a new record begins with: what its key says of it (`TAG/AC-01`), a free reference where it needs one,
 * and what is nearly always so. Null: not enough is known to begin one.
 */
export function freshRecord(kind: ListKind, key: string | null, facts: ReleaseFacts): Fields | null {
  const fields = fresh[kind](key, facts);
  if (fields === null || key !== null || !isNumbered(kind)) return fields;
  const taken = recordsOf(facts, kind).map((record) => String(record.reference));
  return { reference: nextReference(kind, taken), ...fields };
}

const named =
  (field: string): Fresh =>
  (key) =>
    key === null ? {} : { [field]: key };
const plain: Fresh = () => ({});

const fresh: Readonly<Record<ListKind, Fresh>> = {
  goLivePart: named('what'),
  goLiveChange: plain,
  notLive: named('modification'),
  modification: (key, { modifications }) => ({
    ...(key === null ? { reference: placeholder(modifications) } : modificationOf(key)),
    status: 'targeted',
    inScope: true,
  }),
  scopeDecision: () => ({ body: 'CSC' }),
  ridVersion: (key, { rid }) => ({ ...ofLast(rid.versions, 'contains'), version: key }),
  ridComment: plain,
  tadVersion: (key, { tad }) => ({
    ...ofLast(tad.versions, 'coversDccTesting', 'coversUserTesting'),
    version: key ?? (tad.versions.length === 0 ? '1.0' : null),
  }),
  testPhase: named('name'),
  issueThreshold: plain,
  testIssue: (key) => ({ ...(key === null ? {} : { reference: key }), open: true }),
  userTestingNotice: (_key, { userTesting }) => ofLast(userTesting.notices, 'tells'),
  meeting: (key) => (key === null ? {} : { body: key.replace(/ \d{4}-\d\d-\d\d$/, '') }),
  criterion: named('reference'),
  evidence: (key) => ({ ...(key === null ? {} : { reference: key.replace(/@\d+$/, '') }), status: 'draft' }),
  view: (key) => viewOf(key),
  requiredBody: named('body'),
  risk: named('title'),
  condition: named('text'),
  exception: (key) => ({ ...exceptionOf(key), body: 'CSC' }),
  submission: (_key, { submissions, meetings }) => ({
    ...ofLast(submissions, 'presentedBy'),
    meeting: nextCscMeeting(submissions, meetings),
  }),
  decision: (_key, { submissions }) => ({ body: 'CSC', on: submissions.at(-1)?.meeting ?? null }),
  comment: plain,
  sentText: plain,
};

/** What is nearly always as it was in the one before: what a document's next version holds, who presents again. */
function ofLast(records: readonly object[], ...fields: readonly string[]): Fields {
  const last: Fields = { ...records.at(-1) };
  return Object.fromEntries(fields.flatMap((field) => (last[field] == null ? [] : [[field, last[field]]])));
}

/** The first recorded meeting of the CSC after those that a submission was for; null: none is recorded. */
function nextCscMeeting(submissions: ReleaseFacts['submissions'], meetings: ReleaseFacts['meetings']): string | null {
  const before =
    submissions
      .flatMap(({ meeting }) => meeting ?? [])
      .sort()
      .at(-1) ?? '';
  const held = meetings.flatMap(({ body, on }) => (isBody(body, 'CSC') && on !== null && on > before ? [on] : []));
  return held.sort()[0] ?? null;
}

/** Modifications have references of their own, MP150 say; until it is typed, one that nobody takes for one. */
function placeholder(modifications: readonly { readonly reference: string }[]): string {
  const taken = new Set(modifications.map((one) => one.reference));
  for (let number = 1; ; number += 1) if (!taken.has(`New modification ${number}`)) return `New modification ${number}`;
}

/** A body alone says nothing of a criterion: its meeting's sheet asks for that. */
function viewOf(key: string | null): Fields | null {
  const at = key?.indexOf('/') ?? -1;
  return key === null || at < 1 ? null : { body: key.slice(0, at), criterion: key.slice(at + 1) };
}

function modificationOf(key: string): Fields {
  const [reference = key, part] = key.split(' part ');
  return part === undefined ? { reference } : { reference, part };
}

/** `tad.published-6-months`, or with its subject `scope.system-12-months MP150`. */
function exceptionOf(key: string | null): Fields {
  if (key === null) return { rule: 'tad.published-6-months' };
  const [rule = key, ...subject] = key.split(' ');
  return { rule, subject: subject.length === 0 ? null : subject.join(' ') };
}
