import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease } from '../../readiness/target.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import { currentRid, currentTad } from '../context/documentVersions.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { latestScopeChange } from '../context/scopeChanges.ts';
import { isApproved } from '../context/scopeIndex.ts';
import type { Judgement, Rule } from '../rule.ts';
import { capitalise, joinWords } from '../words.ts';

export const publicationKept: Rule = {
  id: 'publication.kept',
  severity: 'advice',
  basis: 'guidance',
  clause: '§6',
  title: 'The Releases page is kept',
  meaning:
    'The Releases page shows the scope with links to the modifications, the RID and the TAD, the changes to the Technical Specifications and the testing information, each kept updated; the approval of each modification is notified.',
  formula:
    'each page entry that applies is dated, not before what it shows; each approved modification has a notification date',
  example: 'The scope changed on 14 May 2021 and the page was last updated on 1 May: advice.',
  coverable: false,
  withoutSubjects: 'No modification is in scope yet, so there is nothing to publish.',
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
  /** What it shows dates from then; null where that is not known. */
  readonly since: CalendarDate | null;
}

function judgePages(context: RuleContext): Judgement {
  const { publication } = context.facts;
  const entries = entriesOf(context);
  const silent = entries.filter((entry) => publication[entry.field] === null);
  const stale = entries.flatMap((entry) => {
    const words = staleInWords(context, entry, publication[entry.field]);
    return words === null ? [] : [{ field: entry.field, words }];
  });
  const first = stale[0] ?? silent[0];
  const base = {
    restsOn: [context.releaseRecord],
    waitsFor: 'SECAS',
    mendAt: fieldOfRelease(`publication.${first?.field}`),
  };
  if (stale.length > 0) {
    return {
      ...base,
      outcome: 'notMet',
      sentence: `${capitalise(joinWords(stale.map((entry) => entry.words)))} (§6).`,
      mend: 'Update the Releases page and record the date.',
    };
  }
  if (silent.length > 0) {
    const sentence = `It is not recorded since when the Releases page shows ${joinWords(silent.map((entry) => entry.what))} (§6).`;
    return { ...base, outcome: 'cannotTell', sentence, mend: 'Record the dates on which they were published.' };
  }
  return {
    restsOn: base.restsOn,
    outcome: 'met',
    sentence: `The Releases page shows ${joinWords(entries.map((entry) => entry.what))} (§6).`,
  };
}

/** Why the page does not show an entry as it is by now; null where it does, or where no date is recorded. */
function staleInWords(context: RuleContext, { what, since }: Entry, on: CalendarDate | null): string | null {
  if (on === null) return null;
  if (on > context.asOf) return `${what} are to be shown from ${formatDate(on)} only`;
  if (since === null || on >= since) return null;
  return `${what} were last updated on ${formatDate(on)}, before the latest change of ${formatDate(since)}`;
}

/** What applies to this release: specifications where they change, testing information where there is testing. */
function entriesOf(context: RuleContext): readonly Entry[] {
  const specifications = context.scope.modifications.some((one) =>
    one.impacts?.some((impact) => impact === 'gbcs' || impact === 'smets' || impact === 'chts'),
  );
  const tad = currentTad(context);
  const rid = currentRid(context);
  const documents = rid && tad ? 'the RID and TAD' : tad ? 'the links to the TAD' : rid ? 'the links to the RID' : null;
  const documentsSince = [rid?.version.publishedOn ?? rid?.on, tad?.version.publishedOn].filter(
    (on) => on != null && on <= context.asOf,
  );
  return [
    {
      field: 'releasesPageOn',
      what: 'the scope and the modification links',
      since: latestScopeChange(context)?.on ?? null,
    },
    ...(documents
      ? [{ field: 'documentsLinkedOn', what: documents, since: documentsSince.sort().at(-1) ?? null } as const]
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

function judgeNotified(context: RuleContext, modification: Modification): Judgement {
  const key = modificationKey(modification);
  const record = recordName('modification', modification);
  const on = modification.approvalNotifiedOn;
  const base = { subject: key, restsOn: [record] };
  const open = {
    waitsFor: 'SECAS',
    mend: `Notify the approval of ${key} and record the date.`,
    mendAt: fieldOf('modification', modification, 'approvalNotifiedOn'),
  };
  if (on === null)
    return {
      ...base,
      ...open,
      outcome: 'cannotTell',
      sentence: `${key}: no date is recorded on which its approval was notified (§6).`,
    };
  if (!context.hasHappened(on)) {
    return {
      ...base,
      ...open,
      outcome: 'notMet',
      sentence: `${key}: its approval was not notified by ${formatDate(context.asOf)} (§6).`,
    };
  }
  return {
    ...base,
    outcome: 'met',
    actual: on,
    sentence: `${key}: its approval was notified on ${formatDate(on)} (§6).`,
  };
}
