import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { capitalise, isBlank, oneLine, saying } from '../foundation/words.ts';
import { theBody } from '../records/bodies.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { behalfChanges } from './behalfChanges.ts';
import { type Change, factChange } from './change.ts';
import { fieldChange } from './fieldChange.ts';
import { isAhead, notYetBy } from './notYetBy.ts';
import { isSame } from './pairRecords.ts';
import { nameInWords } from './valueInWords.ts';

/** A fact that stands in no list, and its field. */
interface SingleFact {
  readonly field: string;
  readonly value: unknown;
}

/** These facts under the words that people know them by; lists and ids are left out. */
function singleFacts(facts: ReleaseFacts): ReadonlyMap<string, SingleFact> {
  const { goLive, ifNotGo, notLive: _notLive, id: _id, onBehalf: _marks, ...release } = facts.release;
  const {
    parts: _parts,
    changes: _changes,
    approvedDate: _date,
    approvedBy: _by,
    approvedOn: _on,
    reason: _why,
    ...dates
  } = goLive;
  const { notices: _notices, ...userTesting } = facts.userTesting;
  return new Map<string, SingleFact>([
    ...named('', release, releaseNames),
    ...named('', dates),
    ...named('if not go: ', ifNotGo),
    ...named('TAD lead time, ', facts.tad.longerPeriods),
    ...named('User testing ', userTesting),
    ...named('', facts.transition),
    ...named('', facts.recommendation, recommendationNames),
    ...named('publication, ', facts.publication),
  ]);
}

const releaseNames: Readonly<Record<string, string>> = { kind: 'type', impactsDccSystems: 'impact on DCC Systems' };
const recommendationNames: Readonly<Record<string, string>> = {
  wording: 'recommended wording',
  secas: 'recommendation of SECAS',
  dcc: 'recommendation of the DCC',
};

function named(
  lead: string,
  section: object,
  names: Readonly<Record<string, string>> = {},
): readonly (readonly [string, SingleFact])[] {
  return Object.entries(section).map(
    ([field, value]) => [`${lead}${names[field] ?? nameInWords(field)}`, { field, value }] as const,
  );
}

export function releaseChanges(before: ReleaseFacts, after: ReleaseFacts, asOf: CalendarDate): readonly Change[] {
  const was = singleFacts(before);
  const is = singleFacts(after);
  const changed = [...is].filter(([name, { value }]) => !isSame(was.get(name)?.value, value));
  return [
    ...goLiveChange(before, after, asOf),
    ...changed.map(([name, { field, value }]) =>
      factChange(
        'release.changed',
        null,
        oneLine(`${fieldChange('release', field, was.get(name)?.value, value, asOf, capitalise(name))}.`),
      ),
    ),
    ...behalfChanges('release', null, 'The release', {
      before: before.release as unknown as Readonly<Record<string, unknown>>,
      after: after.release as unknown as Readonly<Record<string, unknown>>,
    }),
  ];
}

/** The approved date with who, when and why is one thing: it slipped, or somebody approved it. */
function goLiveChange(before: ReleaseFacts, after: ReleaseFacts, asOf: CalendarDate): readonly Change[] {
  const was = before.release.goLive;
  const is = after.release.goLive;
  if (was.approvedDate !== is.approvedDate) {
    const from = was.approvedDate
      ? `moved from ${formatDate(was.approvedDate)}`
      : isBlank(is.approvedBy)
        ? 'is dated for the first time'
        : 'is approved for the first time';
    const to = is.approvedDate ? ` to ${formatDate(is.approvedDate)}` : ' and has no approved date any more';
    const told = was.approvedDate ? `${from}${to}` : `${from}: ${is.approvedDate ? formatDate(is.approvedDate) : ''}`;
    const ahead = isAhead(is.approvedOn, asOf) ? 'As it is recorded, ' : '';
    return [factChange('date.moved', null, oneLine(`${ahead}Go-Live ${told}${approval(is, asOf)}.`))];
  }
  const same = was.approvedBy === is.approvedBy && was.approvedOn === is.approvedOn && was.reason === is.reason;
  return same
    ? []
    : [
        factChange(
          'date.approved',
          null,
          oneLine(`The approval of the Go-Live date was changed${approval(is, asOf)}.`),
        ),
      ];
}

function approval(goLive: ReleaseFacts['release']['goLive'], asOf: CalendarDate): string {
  if (goLive.approvedDate === null) return '';
  const by = goLive.approvedBy?.trim() ? ` by ${theBody(goLive.approvedBy)}` : '';
  const on = goLive.approvedOn ? ` on ${formatDate(goLive.approvedOn)}${notYetBy(goLive.approvedOn, asOf)}` : '';
  const why = goLive.reason ? `, because: ${saying(goLive.reason)}` : '';
  return by === '' && on === '' ? why : `, approved${by}${on}${why}`;
}
