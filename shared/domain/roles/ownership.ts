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

/**
 * Whose one field of one record is (`../shared/design.md`, Who owns what). DCC: TAD, test phases, thresholds, test issues,
 * User testing, the evidence it provides, self-status and rationale of criteria it owns. SECAS: everything else, and
 * accepting or rejecting evidence. Views and meetings: both. Its own recommendation is each side's.
 * @param record the record as it stands, or as it would be created
 * @param value what the field becomes; only the status of evidence asks for it
 */
export function ownerOf(kind: RecordKind, field: string, record: Fields, value?: unknown): Owner {
  if (sharedKinds.has(kind)) return 'both';
  if (dccKinds.has(kind)) return 'DCC';
  if (kind === 'release') return /^(userTesting\.|tad\.|recommendation\.dcc$)/.test(field) ? 'DCC' : 'SECAS';
  if (kind === 'criterion')
    return record.owner === 'DCC' && (field === 'selfStatus' || field === 'rationale') ? 'DCC' : 'SECAS';
  if (kind === 'evidence') return ownerOfEvidence(field, record, value);
  return 'SECAS';
}

/** What one side provides is that side's, its acceptance is SECAS's; what nobody is named for, either may take up. */
function ownerOfEvidence(field: string, record: Fields, value: unknown): Owner {
  if (field === 'status' && (value === 'accepted' || value === 'rejected')) return 'SECAS';
  if (decision.has(field)) return 'both';
  const provider = record.provider ?? null;
  return provider === 'DCC' || provider === 'SECAS' ? provider : 'both';
}
