import { guidanceLeadTimes, type LeadTimeName } from '../calendar/leadTimes.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import type { RulebookSettings } from './settings.ts';

/** How long a lead time is for one release, and whether somebody tried to shorten it. */
export interface LeadTimeLength {
  /** What is judged against: never less than the guidance's minimum. */
  readonly months: number;
  /** The guidance's minimum, where a longer period has been set; otherwise null. */
  readonly lengthenedFrom: number | null;
  /** The user's shorter period, which changes no outcome; otherwise null. */
  readonly shortenedTo: number | null;
}

/**
 * The longest of the guidance's minimum, the rulebook's setting and the release's own longer period (§5.1: the dates
 * are "a minimum requirement", longer "if a longer period is needed for testing").
 */
export function leadTimeLength(facts: ReleaseFacts, settings: RulebookSettings, name: LeadTimeName): LeadTimeLength {
  const minimum = guidanceLeadTimes[name];
  const set = settingOf(settings, name);
  const months = Math.max(minimum, set ?? 0, longerPeriodOf(facts, name) ?? 0);
  return {
    months,
    lengthenedFrom: months > minimum ? minimum : null,
    shortenedTo: set !== null && set < minimum ? set : null,
  };
}

function settingOf(settings: RulebookSettings, name: LeadTimeName): number | null {
  const change = settings.changes.findLast((entry) => entry.what === 'leadTime' && entry.leadTime === name);
  return change?.what === 'leadTime' ? change.months : null;
}

function longerPeriodOf(facts: ReleaseFacts, name: LeadTimeName): number | null {
  const { toTagMonths, publishedMonths } = facts.tad.longerPeriods;
  if (name === 'tadToTag') return toTagMonths;
  return name === 'tadPublished' ? publishedMonths : null;
}
