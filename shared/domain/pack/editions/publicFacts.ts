import { factAnswers } from '../../catalogue/answers.ts';
import { releaseEntries } from '../../catalogue/entries.ts';
import { type Answer, type Answers, isAnswer, notPublished } from '../../catalogue/publish.ts';
import { copyOfContainers, putRecords, recordsOf } from '../../records/canonical.ts';
import { type Evidence, evidenceKey } from '../../records/evidence.ts';
import { keyOf, type ListKind, listKinds, recordKinds } from '../../records/recordKinds.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import type { LeftOut } from '../packIdentity.ts';
import { shortened } from '../words.ts';
import { foldText } from './foldText.ts';
import type { People } from './people.ts';
import { hasPublicText, isPublicFile, isPublicMark, publicMark } from './publicMarks.ts';
import { aParty, takenOutInWords } from './takenOut.ts';

type AnyRecord = Readonly<Record<string, unknown>>;

/** What was left out of one record: what, and why. */
type Omissions = Map<string, string>;

const persons = 'Persons are not named in public.';

/** The facts of the public edition: nothing goes through that the catalogue does not name, and every omission is listed. */
export function publicFacts(facts: ReleaseFacts, people: People): { facts: ReleaseFacts; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const list = (record: string, omissions: Omissions) => {
    for (const [what, why] of omissions) leftOut.push({ record, what, why });
  };
  const own: Omissions = new Map();
  const shown = copyOfContainers(shownRecord(withoutLists(facts), factAnswers, people, own) as unknown as ReleaseFacts);
  const mark = facts.release.classification;
  if (mark !== null && !isPublicMark(mark))
    own.set('The mark of the full edition.', `What is left is for everybody: ${publicMark}.`);
  list('release', own);
  for (const kind of listKinds) {
    const answers = answersOf(kind);
    const records = recordsOf(facts, kind).map((record) => {
      const omissions: Omissions = new Map();
      const result = shownRecord(record, answers, people, omissions);
      list(nameOf(kind, result), omissions);
      return result;
    });
    putRecords(shown, kind, records);
  }
  return { facts: { ...shown, release: { ...shown.release, classification: publicMark } }, leftOut };
}

/** Takes down every person, Party and title that is not to be public, where each has its field, before any text is cleared. */
export function rememberAll(facts: ReleaseFacts, people: People): void {
  // Where the organisation stands beside the person comes first.
  const first: readonly ListKind[] = ['submission', 'criterion'];
  for (const kind of [...first, ...listKinds.filter((one) => !first.includes(one))])
    for (const record of recordsOf(facts, kind)) remember(record, record, answersOf(kind), people);
  remember(facts as unknown as AnyRecord, {}, factAnswers, people);
  for (const title of titlesToKeep(facts)) people.rememberTitle(title);
}

/** Titles that do not go out with their item, but for words that the criteria, the phases or a public item use as well. */
function titlesToKeep({ evidence, criteria, testPhases }: ReleaseFacts): readonly string[] {
  const inPublic = [
    ...evidence.filter(hasPublicText).map(({ title }) => title),
    ...criteria.map(({ text }) => text),
    ...testPhases.map(({ name }) => name),
  ].map((text) => foldText(text ?? '').text);
  return evidence.flatMap((item) => {
    const title = (item.title ?? '').trim();
    const folded = foldText(title).text;
    return hasPublicText(item) || inPublic.some((text) => text.includes(folded)) ? [] : [title];
  });
}

function remember(value: unknown, record: AnyRecord, answers: Answer | Answers, people: People): void {
  if (Array.isArray(value)) for (const item of value) remember(item, record, answers, people);
  else if (isAnswer(answers)) {
    if (typeof value !== 'string') return;
    if (answers.kind === 'who') people.remember(value, sideOf(answers.side, record), answers.orElse);
    if (answers.kind === 'party') people.rememberParty(value);
  } else if (value !== null && typeof value === 'object')
    for (const [field, item] of Object.entries(value)) {
      const answer = Object.hasOwn(answers, field) ? answers[field] : undefined;
      if (answer) remember(item, { ...record, ...(value as AnyRecord) }, answer, people);
    }
}

/** The record as everybody may see it. A field without an answer is left out, and that is listed, too. */
export function shownRecord(record: AnyRecord, answers: Answers, people: People, omissions: Omissions): AnyRecord {
  const taken = new Map<string, string[]>();
  const result = shown(record, record, answers, []) as AnyRecord;
  for (const [place, standIns] of taken)
    for (const [what, why] of takenOutInWords(standIns, place)) omissions.set(what, why);
  return result;

  function shown(
    value: unknown,
    beside: AnyRecord,
    answer: Answer | Answers | undefined,
    path: readonly string[],
  ): unknown {
    if (value === null || value === undefined) return value;
    if (answer === undefined) {
      omissions.set(`Its ${words(path.at(-1) ?? '')}.`, 'Nobody has said yet that it may be published.');
      return Array.isArray(value) ? [] : null;
    }
    if (Array.isArray(value)) {
      if (isAnswer(answer) && answer.kind === 'withhold') {
        if (value.length > 0) omissions.set(answer.what, answer.why);
        return [];
      }
      return value.map((item) => shown(item, beside, answer, path));
    }
    if (isAnswer(answer)) return shownLeaf(value, beside, answer, path);
    if (typeof value !== 'object') return null;
    const inner = { ...beside, ...(value as AnyRecord) };
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        shown(item, inner, Object.hasOwn(answer, name) ? answer[name] : undefined, [...path, name]),
      ]),
    );
  }

  function shownLeaf(value: unknown, beside: AnyRecord, answer: Answer, path: readonly string[]): unknown {
    switch (answer.kind) {
      case 'publish':
        return value;
      case 'text':
        return typeof value === 'string' ? cleared(value, path) : value;
      case 'who': {
        const standIn = people.standIn(String(value), sideOf(answer.side, beside), answer.orElse);
        if (standIn === value) return value;
        const why = standIn === answer.orElse ? `It may be a person’s. ${persons}` : persons;
        omissions.set(`The name of who ${answer.does}; “${standIn}” stands for it.`, why);
        return standIn;
      }
      case 'party':
        omissions.set(answer.what, answer.why);
        return aParty;
      case 'withhold':
        omissions.set(answer.what, answer.why);
        return answer.shown;
      case 'byMark':
        return answer.of === 'file'
          ? shownFile(value, beside as Evidence)
          : shownByMark(value, beside as Evidence, path);
    }
  }

  function shownFile(value: unknown, item: Evidence): unknown {
    if (isPublicFile(item)) return value;
    omissions.set('Its file and the file’s name; the SHA-256 stays.', fileWhy(item));
    return null;
  }

  function shownByMark(value: unknown, item: Evidence, path: readonly string[]): unknown {
    if (hasPublicText(item)) return typeof value === 'string' ? cleared(value, path) : value;
    omissions.set('Its title and its mark.', fileWhy(item));
    return notPublished;
  }

  function cleared(value: string, path: readonly string[]): string {
    const { text, standIns } = people.cleared(value);
    const place = placeInWords(path);
    if (standIns.length > 0) taken.set(place, [...(taken.get(place) ?? []), ...standIns]);
    return text;
  }
}

function sideOf(field: string | null, beside: AnyRecord): string | null {
  const side = field === null ? null : beside[field];
  return typeof side === 'string' ? side : null;
}

function answersOf(kind: ListKind): Answers {
  let place: Answer | Answers = factAnswers;
  for (const step of recordKinds[kind].path) {
    const next: Answer | Answers | undefined = isAnswer(place) ? undefined : place[step];
    place = next ?? {};
  }
  return isAnswer(place) ? {} : place;
}

/** The release and its single sections; its lists are shown record by record. */
function withoutLists(facts: ReleaseFacts): AnyRecord {
  const bare = copyOfContainers(facts);
  for (const kind of listKinds) putRecords(bare, kind, []);
  return bare as unknown as AnyRecord;
}

function nameOf(kind: ListKind, record: AnyRecord): string {
  const key = kind === 'evidence' ? evidenceKey(record as never) : keyOf(kind, record as never);
  return `${kind}:${shortened(key, 60)}`;
}

/** The parts of the facts that hold the release's own fields: none of them is called by it. */
const containers: ReadonlySet<string> = new Set(releaseEntries.flatMap(({ path }) => path.slice(0, -1)));

/** `in its text`, `in the text of its opinion`: a field within another is not that of the record by the same name. */
function placeInWords(path: readonly string[]): string {
  const [field = '', ...within] = containers.has(path[0] ?? '') ? path.filter((one) => !containers.has(one)) : path;
  const last = within.at(-1);
  return last === undefined ? `in its ${words(field)}` : `in the ${words(last)} of its ${words(field)}`;
}

/** `statusReason` → `status reason`. */
function words(field: string): string {
  return field.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
}

function fileWhy({ withheld, classification }: Pick<Evidence, 'withheld' | 'classification'>): string {
  if (withheld === true) return 'It is withheld.';
  return classification === null || classification.trim() === ''
    ? 'Nobody has marked it as public.'
    : 'Its mark does not let it go to everybody.';
}
