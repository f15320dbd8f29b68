import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { isBlank } from '../foundation/words.ts';
import type { TestPhase } from '../records/testing.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { tadInWords } from './documentWords.ts';
import { linked, list, paragraph, piece, type TextBlock } from './textModel.ts';

/** The details of testing (§5.2, §6): the phases with their dates, User testing, and where more is told. */
export function testingBlocks(context: RuleContext): readonly TextBlock[] {
  const { facts, testing } = context;
  if (testing.answer === 'no' && facts.testPhases.length === 0 && facts.userTesting.planned !== true)
    return [paragraph(`No testing is needed: ${testing.why}.`)];
  return [...phaseBlocks(context), paragraph(userTestingInWords(context)), ...informationBlock(context)];
}

function phaseBlocks({ facts, asOf }: RuleContext): readonly TextBlock[] {
  const named = facts.testPhases.filter((phase) => !isBlank(phase.name));
  if (named.length === 0) return [paragraph('The test phases are not recorded yet.')];
  return list(named.map((phase) => [piece(phaseInWords(phase, asOf))]));
}

function phaseInWords(phase: TestPhase, asOf: CalendarDate): string {
  const region = isBlank(phase.region) ? '' : ` in ${(phase.region ?? '').trim()}`;
  const started = happened(phase.actualStart, asOf);
  const ended = happened(phase.actualEnd, asOf);
  const name = `${(phase.name ?? '').trim()}${region}`;
  if (started !== null && ended !== null) return `${name}: ${formatDate(started)} to ${formatDate(ended)}.`;
  if (ended !== null) return `${name}: ended on ${formatDate(ended)}.`;
  if (started !== null) {
    const end =
      phase.plannedEnd === null ? 'its end is not recorded yet' : `planned to ${formatDate(phase.plannedEnd)}`;
    return `${name}: started on ${formatDate(started)}, ${end}.`;
  }
  const planned = rangeInWords(phase.plannedStart, phase.plannedEnd);
  return planned === null ? `${name}: its dates are not recorded yet.` : `${name}: planned ${planned}.`;
}

function happened(on: CalendarDate | null, asOf: CalendarDate): CalendarDate | null {
  return on !== null && on <= asOf ? on : null;
}

/** When User testing takes place; whether there is any at all is said, too. Its days are a plan: that it took place, no field says. */
export function userTestingInWords({ facts, asOf }: RuleContext): string {
  const { planned, from, to } = facts.userTesting;
  if (planned === false) return 'No User testing is planned for this release.';
  const when = rangeInWords(from, to);
  if (when !== null) return `User testing ${to !== null && to < asOf ? 'was to take' : 'takes'} place ${when}.`;
  if (planned === null) return 'Whether there is User testing is not recorded yet.';
  return 'User testing is planned; its dates are not recorded yet.';
}

/** `from 1 September 2021 to 29 October 2021`; null where neither end is known. */
function rangeInWords(from: CalendarDate | null, to: CalendarDate | null): string | null {
  if (from === null && to === null) return null;
  if (from === null) return `until ${formatDate(to as CalendarDate)}; its start is not recorded yet`;
  if (to === null) return `from ${formatDate(from)}; its end is not recorded yet`;
  return from === to ? `on ${formatDate(from)}` : `from ${formatDate(from)} to ${formatDate(to)}`;
}

/** Where more is told; an address that is recorded ahead leads nowhere before its day. */
export function informationBlock({ facts, hasHappened }: RuleContext): readonly TextBlock[] {
  const { testingInformationAddress: address, testingInformationOn: on } = facts.publication;
  if (on !== null && !hasHappened(on))
    return [paragraph(`Supplementary testing information is to be published on ${formatDate(on)}.`)];
  const link = linked('Supplementary testing information', address);
  if (link.href !== null) return [paragraph(link, ' is published for this release.')];
  return [paragraph('Where supplementary testing information is published is not recorded yet.')];
}

/** What type of testing Users are asked for: what the TAD sets out, in the version that stands. */
export function testingTypeBlocks(context: RuleContext): readonly TextBlock[] {
  return [
    paragraph('Testing is carried out in line with the approach that the Testing Approach Document sets out:'),
    ...list([tadInWords(context)]),
    paragraph('The phases of testing:'),
    ...phaseBlocks(context),
  ];
}
