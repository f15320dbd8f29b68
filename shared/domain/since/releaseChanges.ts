import { formatDate } from '../calendar/calendarDate.ts';
import { capitalise, oneLine, saying } from '../foundation/words.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { behalfChanges } from './behalfChanges.ts';
import { type Change, factChange } from './change.ts';
import { isSame } from './pairRecords.ts';
import { nameInWords, valueInWords } from './valueInWords.ts';

/** The facts that stand in no list, under the words that people know them by; lists and ids are left out. */
function singleFacts(facts: ReleaseFacts): ReadonlyMap<string, unknown> {
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
  return new Map<string, unknown>([
    ...named('', release),
    ...named('', dates),
    ...named('if not go: ', ifNotGo),
    ...named('TAD lead time, ', facts.tad.longerPeriods),
    ...named('User testing ', userTesting),
    ...named('', facts.transition),
    ...named('recommendation, ', facts.recommendation),
    ...named('publication, ', facts.publication),
  ]);
}

function named(lead: string, section: object): readonly (readonly [string, unknown])[] {
  return Object.entries(section).map(([field, value]) => [`${lead}${nameInWords(field)}`, value] as const);
}

export function releaseChanges(before: ReleaseFacts, after: ReleaseFacts): readonly Change[] {
  const was = singleFacts(before);
  const is = singleFacts(after);
  const changed = [...is].filter(([name, value]) => !isSame(was.get(name), value));
  return [
    ...goLiveChange(before, after),
    ...changed.map(([name, value]) =>
      factChange(
        'release.changed',
        null,
        oneLine(`${capitalise(name)} was ${valueInWords(was.get(name))}, is now ${valueInWords(value)}.`),
      ),
    ),
    ...behalfChanges('release', null, 'The release', {
      before: before.release as unknown as Readonly<Record<string, unknown>>,
      after: after.release as unknown as Readonly<Record<string, unknown>>,
    }),
  ];
}

/** The approved date with who, when and why is one thing: it slipped, or somebody approved it. */
function goLiveChange(before: ReleaseFacts, after: ReleaseFacts): readonly Change[] {
  const was = before.release.goLive;
  const is = after.release.goLive;
  if (was.approvedDate !== is.approvedDate) {
    const from = was.approvedDate ? `moved from ${formatDate(was.approvedDate)}` : 'is approved for the first time';
    const to = is.approvedDate ? ` to ${formatDate(is.approvedDate)}` : ' and has no approved date any more';
    const told = was.approvedDate ? `${from}${to}` : `${from}: ${is.approvedDate ? formatDate(is.approvedDate) : ''}`;
    return [factChange('date.moved', null, oneLine(`Go-Live ${told}${approval(is)}.`))];
  }
  const same = was.approvedBy === is.approvedBy && was.approvedOn === is.approvedOn && was.reason === is.reason;
  return same
    ? []
    : [factChange('date.approved', null, oneLine(`The approval of the Go-Live date was changed${approval(is)}.`))];
}

function approval(goLive: ReleaseFacts['release']['goLive']): string {
  const by = goLive.approvedBy ? ` by ${goLive.approvedBy}` : '';
  const on = goLive.approvedOn ? ` on ${formatDate(goLive.approvedOn)}` : '';
  const why = goLive.reason ? `, because: ${saying(goLive.reason)}` : '';
  return by === '' && on === '' ? why : `, approved${by}${on}${why}`;
}
