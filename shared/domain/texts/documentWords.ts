import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { isBlank, joinWords } from '../foundation/words.ts';
import { currentRid, currentTad } from '../rulebook/context/documentVersions.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { linked, piece, type Words } from './textModel.ts';

/** The current RID, with when it was published and where it stands (§4.2). */
export function ridInWords(context: RuleContext): Words {
  const current = currentRid(context)?.version;
  if (!current) return [piece('The Release Implementation Document (RID) is not recorded yet.')];
  return documentInWords(context, 'Release Implementation Document (RID)', current);
}

/** The current TAD (§5.1); where nothing needs one, that is what is said. */
export function tadInWords(context: RuleContext): Words {
  const current = currentTad(context)?.version;
  const name = 'Testing Approach Document (TAD)';
  if (current) {
    return documentInWords(context, name, { ...current, issuedOn: null });
  }
  if (context.testing.answer === 'no') return [piece(`No ${name} is needed: ${context.testing.why}.`)];
  return [piece(`The ${name} is not recorded yet.`)];
}

/** Whether the text leads the reader to a RID or a TAD. */
export function namesDocuments(context: RuleContext): boolean {
  return currentRid(context) !== null || currentTad(context) !== null;
}

/** What is told of a version. `issuedOn` null: nothing is issued by this one, or its day is not recorded. */
interface Told {
  readonly version: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly publishedOn: CalendarDate | null;
  readonly address: string | null;
}

function documentInWords(context: RuleContext, name: string, told: Told): Words {
  const { version, issuedOn, publishedOn, address } = told;
  const which = isBlank(version) ? name : `${name}, version ${(version ?? '').trim()}`;
  const { documentsLinkedAddress, documentsLinkedOn } = context.facts.publication;
  const linkedFrom = context.hasHappened(documentsLinkedOn) ? documentsLinkedAddress : null;
  // A version that is to be published later stands nowhere yet.
  const ahead = publishedOn !== null && !context.hasHappened(publishedOn) ? publishedOn : null;
  const link = linked(which, ahead === null ? (address ?? linkedFrom) : null);
  const known = (on: CalendarDate | null) => (on !== null && context.hasHappened(on) ? on : null);
  const published = known(publishedOn);
  const issued = known(issuedOn);
  const day = published ? `, published on ${formatDate(published)}` : issued ? `, issued on ${formatDate(issued)}` : '';
  if (ahead !== null) return [link, piece(`${day}, to be published on ${formatDate(ahead)}.`)];
  const lacks = [...(published ? [] : ['its publication']), ...(link.href === null ? ['its web address'] : [])];
  const verb = lacks.length === 1 ? 'is' : 'are';
  const silent = lacks.length === 0 ? '' : `; ${joinWords(lacks)} ${verb} not recorded yet`;
  return [link, piece(`${day}${silent}.`)];
}
