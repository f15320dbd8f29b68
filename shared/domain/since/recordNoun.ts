import { formatDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { wordFor } from '../catalogue/words.ts';
import { capitalise, isBlank, oneLine, saying } from '../foundation/words.ts';
import { bodyInText, theBody } from '../records/bodies.ts';
import { type ListKind, listKinds, recordKinds } from '../records/recordKinds.ts';
import { ruleTitle } from '../rulebook/titleOf.ts';
import type { AnyRecord } from './pairRecords.ts';

/** Kinds whose records are called by a text of their own. */
const calledByText: ReadonlySet<ListKind> = new Set(['condition', 'risk', 'goLivePart', 'notLive', 'requiredBody']);

/** `criterion:AC-01` → `criterion AC-01`, as comments point at what they speak of; null where that is no such pointer. */
export function recordAt(target: string): string | null {
  const colon = target.indexOf(':');
  const [kind, key] = [target.slice(0, colon), oneLine(target.slice(colon + 1))];
  if (kind === 'finding') return `the finding ${saying(ruleTitle(key))}`;
  if (kind === 'section') return `the section ${saying(key)}`;
  const list = listKinds.find((one) => one === kind);
  return list ? `${recordKinds[list].noun} ${list === 'evidence' ? evidenceName(key) : key}` : null;
}

/** `Criterion AC-01`, `Decision of the CSC of 28 May 2026`, `Condition “All retested”`: whole sentences by their beginning. */
export function nounOf(kind: ListKind, key: string, record: AnyRecord): string {
  const { noun } = recordKinds[kind];
  switch (kind) {
    case 'evidence':
      return capitalise(`${noun} ${evidenceName(key)}`);
    case 'view': {
      const [body, criterion] = splitView(key);
      return joinedWords('View', isBlank(body) ? '' : `of ${bodyInText(body)}`, `on ${criterion}`);
    }
    case 'exception':
      return exceptionNoun(record);
    case 'issueThreshold':
      return maximumNoun(record);
    case 'sentText':
      return joinedWords('Sent text', sentName(record.text), dayOf(record.on));
    case 'decision':
    case 'meeting':
      return joinedWords(capitalise(noun), by('of', record.body), dayOf(record.on));
    case 'comment':
      return joinedWords('Comment', by('by', record.author), dayOf(record.on));
    case 'ridComment':
      return joinedWords('RID comment', by('by', record.party), dayOf(record.on));
    case 'userTestingNotice':
      return joinedWords('User testing notice', by('by', record.channel), dayOf(record.on));
    case 'testPhase':
      return phaseNoun(record);
    case 'testIssue':
      return record.reference === null ? calledBy(kind, noun, key, true) : calledBy(kind, noun, key);
    default:
      return calledBy(kind, noun, key);
  }
}

function calledBy(kind: ListKind, noun: string, key: string, isText = calledByText.has(kind)): string {
  const line = oneLine(key).trim();
  if (line === '?' || line === '') return `A ${noun}`;
  const short = line.length > 80 ? `${[...line].slice(0, 79).join('')}…` : line;
  if (isText) return capitalise(`${noun} ${saying(short)}`);
  return capitalise(isCalendarDate(short) ? `${noun} of ${formatDate(short)}` : `${noun} ${short}`);
}

function exceptionNoun({ rule, subject, on }: AnyRecord): string {
  const title = saying(ruleTitle(String(rule)));
  const of = typeof subject === 'string' && !isBlank(subject) ? ` for ${oneLine(subject)}` : '';
  return joinedWords(`Exception to ${title}${of}`, dayOf(on));
}

function maximumNoun({ phase, severity }: AnyRecord): string {
  const of = typeof severity === 'number' ? `Maximum of severity ${severity}` : 'Maximum of no stated severity';
  return typeof phase === 'string' && !isBlank(phase) ? `${of} in ${oneLine(phase).trim()}` : `${of} in all phases`;
}

function phaseNoun({ name, region }: AnyRecord): string {
  const [phase, where] = [name, region].map((text) => (typeof text === 'string' ? oneLine(text).trim() : ''));
  return joinedWords(
    phase ? `Test phase ${phase}` : 'A test phase without a name',
    where && phase ? where : where ? `in ${where}` : '',
  );
}

function sentName(text: unknown): string {
  return typeof text === 'string' ? saying(wordFor(text)) : '';
}

function by(lead: string, who: unknown): string {
  return typeof who === 'string' && !isBlank(who) ? `${lead} ${theBody(oneLine(who))}` : '';
}

function dayOf(on: unknown): string {
  return typeof on === 'string' && isCalendarDate(on) ? `of ${formatDate(on)}` : '';
}

function joinedWords(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

export function splitView(key: string): readonly [string, string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** `Issue TI-1`; one that is called by nothing is an issue still. */
export function issueName(key: string): string {
  return key === '?' || isBlank(key) ? 'An issue' : `Issue ${oneLine(key)}`;
}

/** `EV-003 version 2` from the key `EV-003@2`. */
export function evidenceName(key: string): string {
  const at = key.lastIndexOf('@');
  return `${key.slice(0, at)} version ${key.slice(at + 1)}`;
}
