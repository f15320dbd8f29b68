import { daysBetween, formatDate, formatDays } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { isBlank, joinFew, joinWords } from '../../foundation/words.ts';
import type { RidContent, RidVersion } from '../../records/documents.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import { currentRid, type Dated, firstRid } from '../context/documentVersions.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { firstApproval, latestApprovalOrScopeChange } from '../context/scopeChanges.ts';
import { isApproved } from '../context/scopeIndex.ts';
import type { Judgement, Rule } from '../rule.ts';
import { judgeUndated, undatedApprovals, undatedScopeChanges } from '../undatedEvents.ts';
import { undatedBefore } from './undatedRid.ts';

export const ridExists: Rule = {
  id: 'rid.exists',
  area: 'rid',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.2',
  title: 'The RID exists from the first approval',
  meaning:
    'Each release has a Release Implementation Document, prepared when the first modification is approved for inclusion. Before that it is not applicable yet.',
  formula: 'a version of the RID exists once a modification in scope is approved',
  example: 'Scope decided, nothing approved yet: not applicable. MP150 approved and no RID recorded: not met.',
  coverable: false,
  withoutSubjects: 'No modification in scope is approved yet, so no RID is needed yet (§4.2).',
  evaluate: (context) => {
    const rid = currentRid(context);
    const begun = rid ? undefined : context.facts.rid.versions[0];
    const told = begun ? ' A version of the RID is begun; it states neither version nor day.' : '';
    if (rid) {
      const first = firstRid(context) ?? rid;
      const dated = first.on ? ` of ${formatDate(first.on)}` : '';
      return [
        {
          outcome: 'met',
          restsOn: [recordName('ridVersion', first.version)],
          sentence: `${nameOf(first)}${dated} exists${sinceApproval(context, first)}${undatedBefore(context, first)} (§4.2).`,
        },
      ];
    }
    const approvals = context.scope.modifications.map((one) => ({ one, approved: isApproved(one, context.asOf) }));
    const approved = approvals.filter((entry) => entry.approved === true).map((entry) => entry.one);
    const unknown = approvals.filter((entry) => entry.approved === null).map((entry) => entry.one);
    const open = {
      waitsFor: 'SECAS',
      mend: 'Prepare the RID, and record its version and date.',
      mendAt: begun ? fieldOf('ridVersion', begun, 'version') : newRecord('ridVersion'),
      restsOn: [context.releaseRecord, ...[...approved, ...unknown].map((one) => recordName('modification', one))],
    };
    if (approved.length > 0) {
      const names = joinFew(approved.map(modificationKey));
      const sentence = `No RID is recorded by the as-of date, although ${names} ${approved.length === 1 ? 'is' : 'are'} approved (§4.2).${told}`;
      return [{ ...open, outcome: 'notMet', sentence }];
    }
    if (unknown.length === 0) return [];
    const sentence = `Cannot tell whether a RID is needed yet, and none is recorded: the status of ${joinFew(unknown.map(modificationKey))} is not stated (§4.2).${told}`;
    return [{ ...open, outcome: 'cannotTell', sentence }];
  },
};

export const ridCurrent: Rule = {
  id: 'rid.current',
  area: 'rid',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.2, §6',
  title: 'The RID is up to date',
  meaning:
    'The RID is updated as modifications are approved, and is kept updated with any change to the scope, also after the scope has closed. An approval or change without a day cannot be compared; the sentence names it.',
  formula: 'the latest version is not older than the latest approval or change of scope',
  example: 'RID of 26 February 2021, MP164 joined the scope on 14 May 2021: not met.',
  coverable: false,
  withoutSubjects: 'There is no RID yet that could be out of date.',
  evaluate: (context) => {
    const rid = currentRid(context);
    if (!rid) return [];
    const latest = latestApprovalOrScopeChange(context);
    const [undated, ...others] = [...undatedApprovals(context), ...undatedScopeChanges(context)];
    const restsOn = [recordName('ridVersion', rid.version), ...(latest ? [latest.record] : [])];
    const open = {
      restsOn,
      waitsFor: 'SECAS',
      mend: latest
        ? `Issue a version of the RID that takes in that ${latest.told}, and record its date.`
        : 'Issue a version of the RID, and record its date.',
      mendAt: newRecord('ridVersion'),
    };
    const isOutdated = latest !== null && (rid.on === null || rid.on < latest.on);
    if (undated && !isOutdated) {
      const name = `${nameInSentence(rid)}${rid.on ? ` of ${formatDate(rid.on)}` : ''}`;
      return [judgeUndated([undated, ...others], { name, on: rid.on, cited: '§4.2, §6', restsOn })];
    }
    if (latest === null) {
      return [
        {
          restsOn,
          outcome: 'met',
          actual: rid.on,
          sentence: `${nameOf(rid)} is current: no later approval or change of scope is recorded (§4.2).`,
        },
      ];
    }
    if (rid.on === null) {
      const name = nameInSentence(rid);
      return [
        {
          ...open,
          outcome: 'cannotTell',
          sentence: `Cannot tell whether ${name} takes in that ${latest.told}: it has no date (§4.2).`,
          mend: `Record the date of ${name}.`,
          mendAt: fieldOf('ridVersion', rid.version, 'issuedOn'),
        },
      ];
    }
    const dated = { due: latest.on, actual: rid.on };
    if (rid.on >= latest.on) {
      return [
        {
          ...dated,
          restsOn,
          outcome: 'met',
          sentence: `${nameOf(rid)} of ${formatDate(rid.on)} is current: nothing was approved or changed in scope after it (§4.2, §6).`,
        },
      ];
    }
    const sentence = `${nameOf(rid)} of ${formatDate(rid.on)} is out of date: ${latest.told} (§4.2, §6).`;
    return [{ ...open, ...dated, outcome: 'notMet', sentence }];
  },
};

const asked: readonly RidContent[] = ['implementationPlan', 'impacts', 'cost', 'testingApproach', 'goLiveCriteria'];

export const ridContents: Rule = {
  id: 'rid.contents',
  area: 'rid',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.2, §5.1',
  title: 'The RID holds what it sets out',
  meaning:
    'The RID sets out the implementation plan, impacts, cost, testing approach and Go-Live criteria, and includes the TAD once that is approved. Each is ticked, or follows from facts recorded with the version: key dates are the implementation plan, a text or an amount the cost.',
  formula: 'the latest version contains all five, and the TAD once a version of it is approved',
  example: 'The RID lacks the cost: not met.',
  coverable: false,
  withoutSubjects: 'There is no RID yet whose contents could be checked.',
  evaluate: (context) => {
    const rid = currentRid(context);
    if (!rid) return [];
    const tad = context.facts.tad.versions.find((one) => one.approvedOn !== null && one.approvedOn <= context.asOf);
    const record = recordName('ridVersion', rid.version);
    const restsOn = [record, ...(tad ? [recordName('tadVersion', tad)] : [])];
    const open = { restsOn, waitsFor: 'SECAS', mendAt: fieldOf('ridVersion', rid.version, 'contains') };
    const { contains } = rid.version;
    const needed: readonly RidContent[] = tad ? [...asked, 'tad'] : asked;
    const missing = needed.filter((content) => contains?.includes(content) !== true && !isRecorded(rid, content));
    if (contains === null && missing.length > 0) {
      const what =
        missing.length === needed.length
          ? `what ${nameInSentence(rid)} contains`
          : `whether ${nameInSentence(rid)} holds ${joinWords(missing.map((one) => contentWords[one]))}`;
      const sentence = `It is not recorded ${what} (§4.2).`;
      return [{ ...open, outcome: 'cannotTell', sentence, mend: `Record ${what}.` }];
    }
    if (missing.length === 0) {
      const all = `${joinWords(needed.map((one) => contentWords[one]))} (§4.2, §5.1)`;
      return [{ restsOn, outcome: 'met', sentence: `${nameOf(rid)} holds ${all}.` }];
    }
    const lacks = joinWords(missing.map((one) => contentWords[one]));
    return [
      {
        ...open,
        outcome: 'notMet',
        sentence: `${nameOf(rid)} lacks ${lacks} (§4.2, §5.1).`,
        mend: `Add ${lacks} to the RID.`,
      },
    ];
  },
};

export const ridPublished: Rule = {
  id: 'rid.published',
  area: 'rid',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.2',
  title: 'The RID is published',
  meaning: 'The RID is published on the SEC website, where any Party may comment on it. The latest version counts.',
  formula: 'the latest version has a publication date that has come',
  example: 'RID version 2.0 has no publication date: cannot tell.',
  coverable: false,
  withoutSubjects: 'There is no RID yet that could be published.',
  evaluate: (context) => {
    const rid = currentRid(context);
    if (!rid) return [];
    const record = recordName('ridVersion', rid.version);
    const on = rid.version.publishedOn;
    const open = {
      restsOn: [record],
      waitsFor: 'SECAS',
      mendAt: fieldOf('ridVersion', rid.version, 'publishedOn'),
    };
    if (on === null || on > context.asOf) {
      const name = nameInSentence(rid);
      const sentence = `No publication of ${name} is recorded by the as-of date (§4.2).`;
      const mend = `Record the day on which ${name} was published; if it was not, publish it on the SEC website.`;
      return [{ ...open, outcome: 'cannotTell', sentence, mend }];
    }
    return [
      {
        restsOn: [record],
        outcome: 'met',
        actual: on,
        sentence: `${nameOf(rid)} was published on ${formatDate(on)} (§4.2).`,
      },
    ];
  },
};

export const ridCommentsAnswered: Rule = {
  id: 'rid.comments-answered',
  area: 'rid',
  severity: 'advice',
  basis: 'practice',
  clause: null,
  title: 'Comments on the RID are answered',
  meaning: 'Any Party may comment on the RID (§4.2). That comments get a response is good practice, not a SEC rule.',
  formula: 'each comment made by the as-of date has a response',
  example: 'A Party commented in March and no response is recorded: advice.',
  coverable: false,
  withoutSubjects: 'No comment on the RID is recorded.',
  evaluate: (context) =>
    context.facts.rid.comments
      .filter((comment) => context.hasHappened(comment.on))
      .map((comment): Judgement => {
        const record = recordName('ridComment', comment);
        const subject = record.slice('ridComment:'.length);
        const who = isBlank(comment.party) ? 'A Party' : (comment.party ?? '').trim();
        const when = comment.on ? ` of ${formatDate(comment.on)}` : '';
        if (!isBlank(comment.response)) {
          return {
            subject,
            restsOn: [record],
            outcome: 'met',
            sentence: `${who}'s comment${when} on the RID has a response (practice).`,
          };
        }
        return {
          subject,
          restsOn: [record],
          outcome: 'notMet',
          sentence: `${who}'s comment${when} on the RID has no response (practice).`,
          mend: `Record the response to ${who === 'A Party' ? 'the' : `${who}'s`} comment.`,
          waitsFor: 'SECAS',
          mendAt: fieldOf('ridComment', comment, 'response'),
        };
      }),
};

/** `; it came 1 day after the first approval, that of MP1 on 1 April 2026`: §4.2 has it prepared at that approval. */
function sinceApproval(context: RuleContext, first: Dated<RidVersion>): string {
  const approval = firstApproval(context);
  if (approval === null || first.on === null) return '';
  const days = daysBetween(approval.on, first.on);
  const when = days === 0 ? 'on the day of' : `${formatDays(days)} ${days < 0 ? 'before' : 'after'}`;
  const known = undatedApprovals(context).length > 0 ? ' that has a day' : '';
  return `; it came ${when} the first approval${known}: ${approval.told}`;
}

/** What the facts of the version say themselves, without a tick. */
function isRecorded({ version }: Dated<RidVersion>, content: RidContent): boolean {
  const { cost, keyDates } = version;
  if (content === 'cost') return cost !== null && (cost.amount !== null || !isBlank(cost.text));
  return content === 'implementationPlan' && keyDates?.some((one) => one.on !== null) === true;
}

function nameOf(rid: Dated<RidVersion>): string {
  return isBlank(rid.version.version) ? 'The RID' : `RID version ${rid.version.version?.trim()}`;
}

function nameInSentence(rid: Dated<RidVersion>): string {
  return isBlank(rid.version.version) ? 'the RID' : nameOf(rid);
}

const contentWords: Readonly<Record<RidContent, string>> = {
  implementationPlan: 'the implementation plan',
  impacts: 'the impacts',
  cost: 'the cost',
  testingApproach: 'the testing approach',
  goLiveCriteria: 'the Go-Live criteria',
  tad: 'the TAD',
};
