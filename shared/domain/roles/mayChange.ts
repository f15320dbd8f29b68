import type { Role } from '../records/profile.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import { type Owner, ownerOf } from './ownership.ts';

type Fields = Readonly<Record<string, unknown>>;

export const viewerSentence =
  'Your profile is a viewer’s, and a viewer changes nothing; choose another role in your profile first.';

const sideNames: Readonly<Record<'DCC' | 'SECAS', readonly string[]>> = {
  DCC: ['dcc', 'smart dcc', 'data communications company'],
  SECAS: ['secas', 'gemserv', 'smart energy code administrator and secretariat'],
};

/** Which side an organisation's name stands for, in any case and with or without “Ltd”; null where it says neither. */
export function sideOf(organisation: string): 'DCC' | 'SECAS' | null {
  const name = organisation
    .toLowerCase()
    .replace(/[.,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/ (ltd|limited|plc)$/, '');
  if (sideNames.DCC.includes(name)) return 'DCC';
  return sideNames.SECAS.includes(name) ? 'SECAS' : null;
}

/** The role of somebody who is named by organisation only (`golive --as`); null: not one of the two sides. */
export function roleOf(organisation: string): Role | null {
  const side = sideOf(organisation);
  return side === 'DCC' ? 'testLead' : side === 'SECAS' ? 'releaseManager' : null;
}

/**
 * Why somebody of this role may not make a change; null where they may. A viewer changes nothing; the others change what
 * is their side's or both sides' (`../shared/design.md`, Who owns what).
 * @param fields those that change
 * @param record the record as it would stand afterwards, or as it stands where it is removed
 */
export function refusalOf(role: Role, kind: RecordKind, fields: Fields, record: Fields): string | null {
  if (role === 'viewer') return viewerSentence;
  const mine: Owner = role === 'testLead' ? 'DCC' : 'SECAS';
  for (const [field, value] of Object.entries(fields)) {
    const owner = ownerOf(kind, field, record, value);
    if (owner !== 'both' && owner !== mine) return sentenceOf(kind, field, owner);
  }
  return null;
}

/** Whether this role may change one field; what the window shows as locked. */
export function mayChangeField(role: Role, kind: RecordKind, field: string, record: Fields): boolean {
  return refusalOf(role, kind, { [field]: record[field] ?? null }, record) === null;
}

function sentenceOf(kind: RecordKind, field: string, owner: 'DCC' | 'SECAS'): string {
  const them = owner === 'DCC' ? 'the DCC' : 'SECAS';
  return `${capital(subjectOf(kind, field, owner))} by ${them}, and your profile is ${owner === 'DCC' ? 'SECAS’s' : 'the DCC’s'}; ask ${them} for it.`;
}

/** What it is that the other side looks after, as the beginning of a sentence. */
function subjectOf(kind: RecordKind, field: string, owner: Owner): string {
  if (kind === 'evidence' && field === 'status') return 'evidence is accepted and rejected';
  if (kind === 'evidence') return `evidence that ${owner === 'DCC' ? 'the DCC' : 'SECAS'} provides is changed`;
  if (kind === 'criterion' && owner === 'DCC')
    return 'the status and rationale of a criterion that the DCC owns are stated';
  if (kind === 'release' && owner === 'DCC') return 'User testing and the periods of the TAD are stated';
  return subjects[kind] ?? 'this is recorded';
}

const subjects: Partial<Record<RecordKind, string>> = {
  release: 'the release itself is kept',
  modification: 'the scope is kept',
  scopeDecision: 'the scope is kept',
  criterion: 'the criteria are kept',
  ridVersion: 'the RID is kept',
  ridComment: 'the RID is kept',
  tadVersion: 'the TAD is kept',
  testPhase: 'test phases are kept',
  issueThreshold: 'the maximums of open issues are kept',
  testIssue: 'test issues are kept',
  userTestingNotice: 'notices of User testing are recorded',
  condition: 'conditions are kept',
  risk: 'risks are kept',
  submission: 'submissions are recorded',
  decision: 'decisions are recorded',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
