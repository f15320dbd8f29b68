import type { Role } from '../records/profile.ts';
import type { RecordKind } from '../records/recordKinds.ts';

/** Whose a field is (`../shared/design.md`, Who owns what): now it decides who may change it, in an exchange who wins. */
export type Owner = 'DCC' | 'SECAS' | 'both';

type Fields = Readonly<Record<string, unknown>>;

const dccKinds: ReadonlySet<RecordKind> = new Set<RecordKind>([
  'tadVersion',
  'testPhase',
  'issueThreshold',
  'testIssue',
  'userTestingNotice',
]);
const sharedKinds: ReadonlySet<RecordKind> = new Set<RecordKind>(['view', 'meeting']);
const decided: ReadonlySet<string> = new Set(['statusBy', 'statusReason']);

/**
 * Whose one field of one record is. Views and meetings both may record; accepting and rejecting evidence is SECAS's.
 * @param record the record as it stands, or as it would be created
 */
export function ownerOf(kind: RecordKind, field: string, record: Fields, value?: unknown): Owner {
  if (sharedKinds.has(kind)) return 'both';
  if (dccKinds.has(kind)) return 'DCC';
  if (kind === 'release') return /^(userTesting|tad)\./.test(field) ? 'DCC' : 'SECAS';
  if (kind === 'criterion')
    return record.owner === 'DCC' && (field === 'selfStatus' || field === 'rationale') ? 'DCC' : 'SECAS';
  if (kind === 'evidence') return ownerOfEvidence(field, record, value);
  return 'SECAS';
}

/** The provider's evidence is the provider's; its acceptance is SECAS's; nobody's yet, and either may take it up. */
function ownerOfEvidence(field: string, record: Fields, value: unknown): Owner {
  if (field === 'status' && (value === 'accepted' || value === 'rejected')) return 'SECAS';
  if (decided.has(field)) return 'both';
  const provider = record.provider ?? null;
  return provider === 'DCC' || provider === 'SECAS' ? provider : 'both';
}

/** What somebody is here: their organisation decides what is theirs; a viewer changes nothing. */
export interface Standing {
  readonly role: Role;
}

/**
 * Why this person may not make a change; null where they may. `fields` are those that change, `record` the record as it
 * would stand afterwards.
 */
export function refusalOf(standing: Standing, kind: RecordKind, fields: Fields, record: Fields): string | null {
  if (standing.role === 'viewer')
    return 'Your profile is a viewer’s, and a viewer changes nothing; change the role in your profile first.';
  const mine: Owner = standing.role === 'testLead' ? 'DCC' : 'SECAS';
  for (const [field, value] of Object.entries(fields)) {
    const owner = ownerOf(kind, field, record, value);
    if (owner !== 'both' && owner !== mine) return sentenceOf(owner, mine, kind, field);
  }
  return null;
}

function sentenceOf(owner: Owner, mine: Owner, kind: RecordKind, field: string): string {
  const them = owner === 'DCC' ? 'the DCC' : 'SECAS';
  const us = mine === 'DCC' ? 'the DCC' : 'SECAS';
  const what =
    kind === 'evidence' && field === 'status'
      ? 'Accepting and rejecting evidence'
      : kind === 'evidence'
        ? `Evidence that ${them} provides`
        : kind === 'criterion' && owner === 'DCC'
          ? 'The status and rationale of a criterion that the DCC owns'
          : kind === 'release' && owner === 'DCC'
            ? 'User testing and the TAD’s periods'
            : `This ${nouns[kind] ?? 'record'}`;
  return `${what} ${what.includes(' and ') && !what.startsWith('Accepting') ? 'are' : 'is'} ${them === 'SECAS' ? 'SECAS’s' : 'the DCC’s'} to change, and your profile is ${us === 'SECAS' ? 'SECAS’s' : 'the DCC’s'}; ask them, or send them a bundle.`;
}

const nouns: Partial<Record<RecordKind, string>> = {
  tadVersion: 'version of the TAD',
  testPhase: 'test phase',
  issueThreshold: 'maximum of open issues',
  testIssue: 'test issue',
  userTestingNotice: 'User testing notice',
  modification: 'modification',
  criterion: 'criterion',
  release: 'part of the release',
  condition: 'condition',
  risk: 'risk',
  decision: 'decision',
  submission: 'submission',
};
