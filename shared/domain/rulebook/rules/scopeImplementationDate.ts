import { formatDate, isCalendarDate } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease } from '../../readiness/target.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement, Rule } from '../rule.ts';
import { isBlank, joinWords, quoted } from '../words.ts';

export const scopeImplementationDate: Rule = {
  id: 'scope.implementation-date',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.1',
  title: 'Implementation dates agree with the release',
  meaning:
    'The CSC sets the date on which a modification goes live. It equals a go-live date of the release or of one of its dated parts, or the release says what part of it is not live yet.',
  formula: 'implementation date equals a go-live date of the release, or what is not live is stated',
  example: 'SECMP0007: DSP elements live 4 November 2021; CSP part not live, proposed for June 2022. Met.',
  coverable: false,
  withoutSubjects: 'No modification is in scope yet.',
  evaluate: (context) => context.scope.modifications.map((modification) => judge(context, modification)),
};

function judge(context: RuleContext, modification: Modification): Judgement {
  const key = modificationKey(modification);
  const on = modification.implementationDate;
  const partial = notLiveOf(context, modification);
  const base = {
    subject: key,
    actual: on,
    restsOn: [
      context.releaseRecord,
      recordName('modification', modification),
      ...partial.map((one) => recordName('notLive', one)),
    ],
    waitsFor: 'CSC',
    mendAt: fieldOf('modification', modification, 'implementationDate'),
  };
  if (partial.length > 0) {
    const liveOn = on !== null && context.goLive.dates.includes(on) ? on : context.goLive.date;
    const live = on && liveOn ? `${liveName(context, modification)}live ${formatDate(liveOn)}; ` : '';
    const not = joinWords(
      partial.map((one) => `${isBlank(one.what) ? 'a part' : quoted(one.what ?? '')} not live${until(one.until)}`),
    );
    return { ...base, outcome: 'met', sentence: `${key}: ${live}${not}.` };
  }
  if (on === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: no implementation date is recorded (§4.1).`,
      mend: `Record the implementation date that the CSC set for ${key}.`,
    };
  }
  if (context.goLive.date === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: to be implemented on ${formatDate(on)}, but the release has no go-live date to compare (§4.1).`,
      mend: 'Record the go-live date, or choose the slot of the release.',
      mendAt: fieldOfRelease('goLive.approvedDate'),
    };
  }
  if (context.goLive.dates.includes(on)) {
    return {
      ...base,
      outcome: 'met',
      sentence: `${key}: to be implemented on ${formatDate(on)}, when the release goes live (§4.1).`,
    };
  }
  const dates = joinWords(context.goLive.dates.map(formatDate), 'or');
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${key}: to be implemented on ${formatDate(on)}, but the release goes live on ${dates} (§4.1).`,
    mend: `Have the CSC set the implementation date of ${key} anew, or state what part of it is not live with this release.`,
  };
}

type NotLive = RuleContext['facts']['release']['notLive'][number];

function notLiveOf(context: RuleContext, modification: Modification): readonly NotLive[] {
  const names = [modification.reference, modificationKey(modification)];
  return context.facts.release.notLive.filter(
    (one) => one.modification !== null && names.includes(one.modification.trim()),
  );
}

/** What of it goes live: the named part of the modification or of the release; else nothing, for it is the subject. */
function liveName(context: RuleContext, modification: Modification): string {
  const { part } = modification;
  if (part !== null && !isBlank(part) && !/^[\w.]{1,3}$/.test(part.trim())) return `${quoted(part)} `;
  const dated = context.facts.release.goLive.parts.find((one) => one.date === modification.implementationDate);
  return isBlank(dated?.what ?? null) ? '' : `${quoted(dated?.what ?? '')} `;
}

/** `, proposed for June 2022`; a phrase of the user's own (`until spring 2022`) stands as it is. */
function until(text: string | null): string {
  if (text === null || isBlank(text)) return '';
  const words = quoted(text);
  if (isCalendarDate(words)) return `, proposed for ${formatDate(words)}`;
  return /^(?!the |an? )[a-z]/.test(words) ? `, ${words}` : `, proposed for ${words}`;
}
