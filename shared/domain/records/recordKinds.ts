import type { z } from 'zod';
import {
  commentSchema,
  decisionSchema,
  meetingSchema,
  requiredBodySchema,
  sentTextSchema,
  submissionSchema,
  type View,
  viewSchema,
} from './committees.ts';
import { conditionSchema, exceptionSchema, riskSchema } from './conditions.ts';
import { criterionSchema } from './criterion.ts';
import { ridCommentSchema, ridVersionSchema, tadVersionSchema } from './documents.ts';
import { evidenceKey, evidenceSchema } from './evidence.ts';
import { modificationSchema } from './modification.ts';
import {
  goLiveChangeSchema,
  goLivePartSchema,
  notLiveSchema,
  scopeDecisionSchema,
  userTestingNoticeSchema,
} from './release.ts';
import { issueThresholdSchema, testIssueSchema, testPhaseSchema } from './testing.ts';

/** How one kind of record is named, checked and found inside the facts. */
interface RecordKindSpec<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** Where its list stands in the release file. */
  readonly path: readonly [string] | readonly [string, string] | readonly [string, string, string];
  /** What people call one of them. */
  readonly noun: string;
  /** The `key` of `kind:key` in findings, the ledger and the pack. */
  readonly key: (record: z.output<Schema>) => string;
  /** Whether two live records of one release may not share a key. */
  readonly unique: boolean;
}

function spec<Schema extends z.ZodType>(
  noun: string,
  path: RecordKindSpec<Schema>['path'],
  schema: Schema,
  key: (record: z.output<Schema>) => string,
  unique = false,
): RecordKindSpec<Schema> {
  return { noun, path, schema, key, unique };
}

/** `SECMP0062 part 2`: how a modification is named everywhere. */
export function modificationKey(modification: { readonly reference: string; readonly part: string | null }): string {
  return modification.part ? `${modification.reference} part ${modification.part}` : modification.reference;
}

export function viewKey(view: Pick<View, 'body' | 'criterion'>): string {
  return `${view.body}/${view.criterion}`;
}

/** Every kind of record that stands in a list; the release itself and its single sections are the `release` record. */
export const recordKinds = {
  goLivePart: spec('go-live part', ['release', 'goLive', 'parts'], goLivePartSchema, (r) => r.what ?? '?'),
  goLiveChange: spec('go-live change', ['release', 'goLive', 'changes'], goLiveChangeSchema, (r) => r.on ?? '?'),
  notLive: spec('not-live statement', ['release', 'notLive'], notLiveSchema, (r) => r.modification ?? r.what ?? '?'),
  modification: spec('modification', ['modifications'], modificationSchema, modificationKey, true),
  scopeDecision: spec('scope decision', ['scopeDecisions'], scopeDecisionSchema, (r) => r.on ?? '?'),
  ridVersion: spec('RID version', ['rid', 'versions'], ridVersionSchema, (r) => r.version ?? r.issuedOn ?? '?'),
  ridComment: spec('RID comment', ['rid', 'comments'], ridCommentSchema, (r) =>
    `${r.party ?? '?'} ${r.on ?? ''}`.trim(),
  ),
  tadVersion: spec('TAD version', ['tad', 'versions'], tadVersionSchema, (r) => r.version ?? r.issuedToTagOn ?? '?'),
  testPhase: spec('test phase', ['testPhases'], testPhaseSchema, (r) =>
    [r.name ?? '?', r.region].filter(Boolean).join(' '),
  ),
  issueThreshold: spec(
    'issue threshold',
    ['issueThresholds'],
    issueThresholdSchema,
    (r) => `${r.phase ?? 'all'}/${r.severity ?? '?'}`,
  ),
  testIssue: spec('test issue', ['testIssues'], testIssueSchema, (r) => r.reference ?? r.title ?? '?'),
  userTestingNotice: spec('User testing notice', ['userTesting', 'notices'], userTestingNoticeSchema, (r) =>
    `${r.channel ?? '?'} ${r.on ?? ''}`.trim(),
  ),
  meeting: spec('meeting', ['meetings'], meetingSchema, (r) => `${r.body ?? '?'} ${r.on ?? ''}`.trim()),
  criterion: spec('criterion', ['criteria'], criterionSchema, (r) => r.reference, true),
  evidence: spec('evidence item', ['evidence'], evidenceSchema, evidenceKey, true),
  view: spec('view', ['views'], viewSchema, viewKey),
  requiredBody: spec('required body', ['requiredBodies'], requiredBodySchema, (r) => r.body ?? '?'),
  risk: spec('risk', ['risks'], riskSchema, (r) => r.title ?? '?'),
  condition: spec('condition', ['conditions'], conditionSchema, (r) => r.text ?? '?'),
  exception: spec('exception', ['exceptions'], exceptionSchema, (r) => (r.subject ? `${r.rule} ${r.subject}` : r.rule)),
  submission: spec('submission', ['submissions'], submissionSchema, (r) => r.on ?? '?'),
  decision: spec('decision', ['decisions'], decisionSchema, (r) => `${r.body ?? '?'} ${r.on ?? ''}`.trim()),
  comment: spec('comment', ['comments'], commentSchema, (r) => `${r.author ?? '?'} ${r.on ?? ''}`.trim()),
  sentText: spec('sent text', ['sent'], sentTextSchema, (r) => `${r.text ?? '?'} ${r.on ?? ''}`.trim()),
};

export type ListKind = keyof typeof recordKinds;
export type RecordKind = ListKind | 'release';
export type RecordOf<Kind extends ListKind> = z.output<(typeof recordKinds)[Kind]['schema']>;

export const listKinds = Object.keys(recordKinds) as readonly ListKind[];

/** `criterion:AC-01`: the way findings, the ledger, the pack and bundles name a record. */
export function recordName<Kind extends ListKind>(kind: Kind, record: RecordOf<Kind>): string {
  return `${kind}:${keyOf(kind, record)}`;
}

export function keyOf<Kind extends ListKind>(kind: Kind, record: RecordOf<Kind>): string {
  const key = recordKinds[kind].key as (record: RecordOf<Kind>) => string;
  return key(record);
}
