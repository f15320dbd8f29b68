import { sideNames } from '../records/bodies.ts';
import type { Role } from '../records/profile.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import { isOwnWordOnly, isSignedList, type Owner, ownerOf } from './ownership.ts';

type Fields = Readonly<Record<string, unknown>>;

export const viewerSentence =
  'Your profile is a viewer’s, and a viewer changes nothing; choose another role in your profile first.';

/** How whoever is not named yet says who they are. */
export const sayWho = 'say who you are in your profile (--as in a terminal)';

const outsiderSentence =
  'Only SECAS and the DCC change the facts of a release, and you are named as neither; you may record views and meetings.';

/** Gemserv acts as SECAS. */
const actingNames: Readonly<Record<'DCC' | 'SECAS', readonly string[]>> = {
  DCC: sideNames.DCC,
  SECAS: [...sideNames.SECAS, 'gemserv'],
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
  if (actingNames.DCC.includes(name)) return 'DCC';
  return actingNames.SECAS.includes(name) ? 'SECAS' : null;
}

/** The role of somebody who is named by organisation only (`golive --as`); null: not one of the two sides. */
export function roleOf(organisation: string): Role | null {
  const side = sideOf(organisation);
  return side === 'DCC' ? 'testLead' : side === 'SECAS' ? 'releaseManager' : null;
}

/**
 * Who acts, as far as it decides what they may change. `outsider`: named, and of neither side. `unnamed`: neither a profile
 * nor a name says who, as on a first day in a terminal; then all may be recorded but what is one side's own word.
 */
export type Authority = Role | 'outsider' | 'unnamed';

/** Whom a change has to be asked of. `onBehalf`: the other side may record it for them; null: nobody can. */
export interface Keeper {
  readonly sentence: string;
  readonly onBehalf: 'DCC' | 'SECAS' | null;
}

/** The side that somebody acts for; null: neither. */
export function sideOfAuthority(authority: Authority | null): 'DCC' | 'SECAS' | null {
  return authority === 'testLead' ? 'DCC' : authority === 'releaseManager' ? 'SECAS' : null;
}

/**
 * Who keeps a field, where it is not this one's to write; null where it is. Judged by the record before and after, so that
 * nobody takes a record over by changing whose it is.
 * @param before the record as it stands; {} where it is new
 * @param after the record as it would stand
 */
export function keeperOf(
  authority: Authority,
  kind: RecordKind,
  field: string,
  before: Fields,
  after: Fields,
): Keeper | null {
  if (authority === 'viewer') return { sentence: viewerSentence, onBehalf: null };
  if (authority === 'outsider')
    return kind === 'view' || kind === 'meeting' ? null : { sentence: outsiderSentence, onBehalf: null };
  const mine = sideOfAuthority(authority);
  const value = after[field] ?? null;
  const owners = isSignedList(kind, field)
    ? namedSides(before[field], value)
    : isBesideStatus(kind, field)
      ? [ownerOf(kind, 'status', after, after.status)]
      : [ownerOf(kind, field, before, value), ownerOf(kind, field, after, value)];
  const owner = owners.find((one): one is 'DCC' | 'SECAS' => one !== 'both' && one !== mine);
  if (owner === undefined) return null;
  const isTheirsAlone = isBesideStatus(kind, field)
    ? isOwnWordOnly(kind, 'status', after.status)
    : isOwnWordOnly(kind, field, value);
  if (authority === 'unnamed') {
    if (!isTheirsAlone) return null;
    const sentence = `${capital(subjectOf(kind, field, owner))} by ${theSide(owner)}, and nobody is named here; ${sayWho}.`;
    return { sentence, onBehalf: null };
  }
  return { sentence: sentenceOf(kind, field, owner, !isTheirsAlone), onBehalf: isTheirsAlone ? null : owner };
}

/** Who moved evidence, and why, belongs to where it was moved. */
function isBesideStatus(kind: RecordKind, field: string): boolean {
  return kind === 'evidence' && (field === 'statusBy' || field === 'statusReason');
}

/** Whose entries differ between two lists of sign-offs or signatures; one of neither side is SECAS's to keep. */
function namedSides(before: unknown, after: unknown): readonly Owner[] {
  const entries = (list: unknown) => (Array.isArray(list) ? (list as readonly Fields[]) : []);
  const texts = (list: unknown) => new Map(entries(list).map((entry) => [JSON.stringify(entry), entry]));
  const [old, fresh] = [texts(before), texts(after)];
  const changed = [...old, ...fresh].filter(([text]) => !(old.has(text) && fresh.has(text)));
  return [...new Set(changed.map(([, entry]) => sideOf(String(entry.organisation ?? '')) ?? 'SECAS'))];
}

/**
 * Why somebody may not make a change; null where they may. A viewer changes nothing, somebody of neither side views and
 * meetings; the two sides change what is theirs or both's (`docs/design.md`, Who owns what).
 * @param fields those that change
 * @param record the record as it would stand afterwards, or as it stands where it is removed
 */
export function refusalOf(authority: Authority, kind: RecordKind, fields: Fields, record: Fields): string | null {
  if (authority === 'viewer') return viewerSentence;
  for (const [field, value] of Object.entries(fields)) {
    const keeper = keeperOf(authority, kind, field, record, { ...record, [field]: value });
    if (keeper) return keeper.sentence;
  }
  return null;
}

function sentenceOf(kind: RecordKind, field: string, owner: 'DCC' | 'SECAS', mayBeRecorded: boolean): string {
  const them = theSide(owner);
  return `${capital(subjectOf(kind, field, owner))} by ${them}, and your profile is ${owner === 'DCC' ? 'SECAS’s' : 'the DCC’s'}; ask ${them} for it${mayBeRecorded ? `, or record it for ${them}` : ''}.`;
}

function theSide(owner: 'DCC' | 'SECAS'): string {
  return owner === 'DCC' ? 'the DCC' : 'SECAS';
}

/** What it is that the other side looks after, as the beginning of a sentence. */
function subjectOf(kind: RecordKind, field: string, owner: Owner): string {
  if (kind === 'evidence' && (field === 'status' || field === 'accepted' || isBesideStatus(kind, field)))
    return 'evidence is accepted and rejected';
  if (kind === 'evidence') return `evidence that ${owner === 'DCC' ? 'the DCC' : 'SECAS'} provides is changed`;
  if (kind === 'criterion' && owner === 'DCC')
    return 'the status and rationale of a criterion that the DCC owns are stated';
  if (kind === 'release' && field === 'recommendation.dcc') return 'the recommendation of the DCC is given';
  if (kind === 'release' && field === 'recommendation.secas') return 'the recommendation of SECAS is given';
  if (isSignedList(kind, field)) return `what ${owner === 'DCC' ? 'the DCC' : 'SECAS'} signs is signed`;
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
