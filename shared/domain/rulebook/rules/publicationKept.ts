import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease } from '../../findings/target.ts';
import { capitalise, joinWords } from '../../foundation/words.ts';
import type { Modification } from '../../records/modification.ts';
import { notifiedOn } from '../../records/notifiedOn.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { latestScopeChange } from '../context/scopeChanges.ts';
import { isApproved } from '../context/scopeIndex.ts';
import type { Judgement, Rule } from '../rule.ts';
import { isLinkedTooEarly, linkedDocuments, noteOf } from './linkedDocuments.ts';
import { isOnWebsite } from './userTestingNotices.ts';

export const publicationKept: Rule = {
  id: 'publication.kept',
  area: 'publication',
  severity: 'advice',
  basis: 'guidance',
  clause: '§6',
  title: 'The Releases page is kept',
  meaning:
    'The Releases page shows the scope with links to the modifications, the RID and the TAD, the changes to the Technical Specifications and the testing information, each kept updated; the approval of each modification is notified after it. A link need not be renewed for a new version of a document, but leads to it only where that version is published; of one that is older than every version recorded we cannot tell. Newsletters are named beside it. The text of the release page, recorded as put on the website, shows all of it from that day; a text of approvals that was sent notifies those of that day and before.',
  formula:
    'each page entry that applies is dated, the scope not before its latest change; the current RID and TAD have a publication date; each approved modification has a notification date, not before its approval',
  example: 'The scope changed on 14 May 2021 and the page was last updated on 1 May: advice.',
  coverable: false,
  withoutSubjects: 'No modification is in scope, so there is nothing to publish (§6).',
  evaluate: (context) => {
    if (context.scope.modifications.length === 0) return [];
    const approved = context.scope.modifications.filter((one) => isApproved(one, context.asOf) === true);
    return [judgePages(context), ...approved.map((one) => judgeNotified(context, one))];
  },
};

type Field = 'releasesPageOn' | 'documentsLinkedOn' | 'technicalSpecificationsOn' | 'testingInformationOn';

interface Entry {
  readonly field: Field;
  readonly what: string;
  /** What it shows dates from then; null where that is not known, or where a link leads to it whatever its day. */
  readonly since: CalendarDate | null;
}

function judgePages(context: RuleContext): Judgement {
  const publication = shownSince(context);
  const entries = entriesOf(context);
  const silent = entries.filter((entry) => publication[entry.field] === null);
  const stale = entries.flatMap((entry) => {
    const words = staleInWords(context, entry, publication[entry.field]);
    return words === null ? [] : [{ field: entry.field, words }];
  });
  const links = publication.documentsLinkedOn;
  const documents = links !== null && context.hasHappened(links) ? linkedDocuments(context) : [];
  const early = documents.find((one) => isLinkedTooEarly(one, links));
  const notes = [
    ...documents.filter((one) => one !== early).flatMap((one) => noteOf(one, links)),
    ...newsletterNote(context),
  ];
  const told = notes.length === 0 ? '' : `; ${notes.join('; ')}`;
  const unpublished = documents.find((one) => one.publishedOn === null);
  const base = { restsOn: [context.releaseRecord, ...documents.map((one) => one.record)], waitsFor: 'SECAS' };
  const [first] = stale;
  if (first) {
    return {
      ...base,
      outcome: 'notMet',
      sentence: `${capitalise(joinWords(stale.map((entry) => entry.words)))}${told} (§6).`,
      mend: 'Update the Releases page and record the date.',
      mendAt: fieldOfRelease(`publication.${first.field}`),
    };
  }
  const [missing] = silent;
  if (missing) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `It is not recorded since when the Releases page shows ${joinWords(silent.map((entry) => entry.what))}${told} (§6).`,
      mend: `Record since when the Releases page shows ${joinWords(silent.map((entry) => entry.what))}.`,
      mendAt: fieldOfRelease(`publication.${missing.field}`),
    };
  }
  if (early?.firstOn && links !== null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `Cannot tell whether the Releases page links to ${early.short}: the links are of ${formatDate(links)}, and the first day recorded of any version of it is ${formatDate(early.firstOn)}${told} (§6).`,
      mend: `Record since when the Releases page links to ${early.short}.`,
      mendAt: fieldOfRelease('publication.documentsLinkedOn'),
    };
  }
  if (unpublished) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `Cannot tell whether the links lead to ${unpublished.name}: its publication is not recorded${told} (§6).`,
      mend: `Record when ${unpublished.name} was published.`,
      waitsFor: unpublished.owner,
      mendAt: unpublished.mendAt,
    };
  }
  return {
    ...base,
    outcome: 'met',
    sentence: `The Releases page shows ${joinWords(entries.map((entry) => entry.what))}${told} (§6).`,
  };
}

/** Since when each entry is shown: as recorded by itself, or by the text of the release page that went on the website later. */
export function shownSince({ facts }: RuleContext): Readonly<Record<Field, CalendarDate | null>> {
  const days = facts.sent.flatMap((one) =>
    one.on !== null && one.text === 'release-page' && isOnWebsite(one.channel) ? [one.on] : [],
  );
  const written = days.sort().at(-1) ?? null;
  const since = (on: CalendarDate | null) => (on !== null && (written === null || on > written) ? on : written);
  const { releasesPageOn, documentsLinkedOn, technicalSpecificationsOn, testingInformationOn } = facts.publication;
  return {
    releasesPageOn: since(releasesPageOn),
    documentsLinkedOn: since(documentsLinkedOn),
    technicalSpecificationsOn: since(technicalSpecificationsOn),
    testingInformationOn: since(testingInformationOn),
  };
}

/** Why the page does not show an entry as it is by now; null where it does, or where no date is recorded. */
function staleInWords(context: RuleContext, { what, since }: Entry, on: CalendarDate | null): string | null {
  if (on === null) return null;
  if (!context.hasHappened(on)) return `${what} are to be shown from ${formatDate(on)} only`;
  if (since === null || on >= since) return null;
  return `${what} were last updated on ${formatDate(on)}, before the latest change of ${formatDate(since)}`;
}

/** What applies to this release: specifications where they change, testing information where there is testing. */
function entriesOf(context: RuleContext): readonly Entry[] {
  const specifications = context.scope.modifications.some((one) =>
    one.impacts?.some((impact) => impact === 'gbcs' || impact === 'smets' || impact === 'chts'),
  );
  const documents = linkedDocuments(context).map((one) => one.short);
  return [
    {
      field: 'releasesPageOn',
      what: 'the scope and modification links',
      since: latestScopeChange(context)?.on ?? null,
    },
    ...(documents.length > 0
      ? [{ field: 'documentsLinkedOn', what: `the links to ${joinWords(documents)}`, since: null } as const]
      : []),
    ...(specifications || context.facts.release.technicalSpecifications === true
      ? [
          {
            field: 'technicalSpecificationsOn',
            what: 'the changes to the Technical Specifications',
            since: null,
          } as const,
        ]
      : []),
    ...(context.testing.answer === 'yes'
      ? [{ field: 'testingInformationOn', what: 'the details of testing', since: null } as const]
      : []),
  ];
}

/** A newsletter of §6 tells the same beside the page; the latest one is said. */
function newsletterNote(context: RuleContext): readonly string[] {
  const days = context.facts.sent.flatMap((one) =>
    one.on !== null && (one.text === 'newsletter' || /newsletter/i.test(one.channel ?? '')) ? [one.on] : [],
  );
  const last = days.sort().at(-1);
  return last ? [`the last newsletter is of ${formatDate(last)}`] : [];
}

function judgeNotified(context: RuleContext, modification: Modification): Judgement {
  const key = modificationKey(modification);
  const { approvedOn } = modification;
  const on = notifiedOn(modification, context.facts);
  const base = {
    subject: key,
    restsOn: [recordName('modification', modification)],
    waitsFor: 'SECAS',
    mend: `Notify the approval of ${key} and record the date.`,
    mendAt: fieldOf('modification', modification, 'approvalNotifiedOn'),
  };
  if (on === null) {
    const sentence = `${key}: no date is recorded on which its approval was notified (§6).`;
    return { ...base, outcome: 'cannotTell', sentence };
  }
  if (!context.hasHappened(on)) {
    const sentence = `${key}: its approval is to be notified on ${formatDate(on)} only (§6).`;
    return { ...base, outcome: 'notMet', actual: null, sentence };
  }
  if (approvedOn !== null && context.hasHappened(approvedOn) && on < approvedOn) {
    return {
      ...base,
      outcome: 'notMet',
      actual: on,
      sentence: `${key}: its approval is of ${formatDate(approvedOn)}, and was notified on ${formatDate(on)} already, before it (§6).`,
      mend: `Correct the date of the approval or of its notification, or notify the approval of ${key} now.`,
    };
  }
  return {
    ...base,
    outcome: 'met',
    actual: on,
    sentence: `${key}: its approval was notified on ${formatDate(on)} (§6).`,
  };
}
