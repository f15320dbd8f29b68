import type { RecordKind } from '../records/recordKinds.ts';

/** Whose a field is: now it decides who may change it, in an exchange whose value is the default. */
export type Owner = 'DCC' | 'SECAS' | 'both';

type Fields = Readonly<Record<string, unknown>>;

const dccKinds: ReadonlySet<RecordKind> = new Set<RecordKind>([
  'tadVersion',
  'testPhase',
  'issueThreshold',
  'testIssue',
  'userTestingNotice',
]);
const sharedKinds: ReadonlySet<RecordKind> = new Set<RecordKind>(['view', 'meeting', 'comment']);
const decision: ReadonlySet<string> = new Set(['statusBy', 'statusReason']);
/** Lists of which each entry is its own organisation's (`namedSides`). */
const signed: ReadonlySet<string> = new Set(['signedOff', 'signatures']);

/**
 * Whose one field of one record is (`docs/design.md`, Who owns what). DCC: TAD, test phases, thresholds, test issues,
 * User testing, the evidence it provides, self-status and rationale of criteria it owns. SECAS: everything else, and
 * accepting or rejecting evidence. Views and meetings: both. Its own recommendation is each side's; sign-offs and signatures
 * stand in one list, so of the list it is both's, and `keeperOf` asks whose entries change.
 * @param record the record as it stands, or as it would be created
 * @param value what the field becomes; only the status of evidence asks for it
 */
export function ownerOf(kind: RecordKind, field: string, record: Fields, value?: unknown): Owner {
  // What was recorded for another side is noted beside the fields by whoever records.
  if (sharedKinds.has(kind) || field === 'onBehalf') return 'both';
  if (dccKinds.has(kind)) return 'DCC';
  if (kind === 'release') return /^(userTesting\.|tad\.|recommendation\.dcc$)/.test(field) ? 'DCC' : 'SECAS';
  if (kind === 'criterion')
    return record.owner === 'DCC' && (field === 'selfStatus' || field === 'rationale') ? 'DCC' : 'SECAS';
  if (kind === 'submission' && signed.has(field)) return 'both';
  if (kind === 'evidence') return ownerOfEvidence(field, record, value);
  return 'SECAS';
}

/** What one side provides is that side's, its acceptance is SECAS's; what nobody is named for, either may take up. */
function ownerOfEvidence(field: string, record: Fields, value: unknown): Owner {
  if (field === 'accepted') return 'SECAS';
  if (field === 'status' && (value === 'accepted' || value === 'rejected')) return 'SECAS';
  if (decision.has(field)) return 'both';
  const provider = record.provider ?? null;
  return provider === 'DCC' || provider === 'SECAS' ? provider : 'both';
}

/** Never recorded on behalf: accepting and rejecting, a recommendation, a sign-off and a signature are each side's own word. */
export function isOwnWordOnly(kind: RecordKind, field: string, value: unknown): boolean {
  if (kind === 'evidence')
    return field === 'accepted' || (field === 'status' && (value === 'accepted' || value === 'rejected'));
  if (kind === 'release') return field === 'recommendation.secas' || field === 'recommendation.dcc';
  return kind === 'submission' && signed.has(field);
}

/** Whether a field is a list of which each entry is the organisation's that it names. */
export function isSignedList(kind: RecordKind, field: string): boolean {
  return kind === 'submission' && signed.has(field);
}
