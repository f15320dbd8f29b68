import type { z } from 'zod';
import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { ridContents, ridVersion } from '../catalogue/ridVersion.ts';
import type { tadVersion } from '../catalogue/tadVersion.ts';

export type RidContent = (typeof ridContents)[number];
export type RidVersion = z.output<typeof ridVersion.schema>;
export type TadVersion = z.output<typeof tadVersion.schema>;

/** The milestones of a TAD version in the order in which they follow each other (§5.1). */
export function tadDates(version: TadVersion): readonly (CalendarDate | null)[] {
  return [version.issuedToTagOn, version.reviewedByTagOn, version.approvedOn, version.finalisedOn, version.publishedOn];
}
