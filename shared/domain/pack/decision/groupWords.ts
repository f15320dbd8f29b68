import type { Finding } from '../../findings/finding.ts';
import { joinFew } from '../../foundation/words.ts';
import { shortened } from '../words.ts';

/** What is wrong with several subjects of one rule, and what one cannot tell of them; both after a number. */
interface GroupWords {
  readonly wrong: string;
  readonly unknown: string;
  /** Whose name in a subject is counted, each once: one finding may be of a body on a criterion, or of one need of it. */
  readonly counts?: (subject: string) => string;
}

const criteria = (wrong: string, unknown: string): GroupWords => ({
  wrong: `criteria ${wrong}`,
  unknown: `criteria ${unknown}`,
  counts: (subject) => subject.slice(subject.indexOf('/') + 1),
});
const modifications = (wrong: string, unknown: string): GroupWords => ({
  wrong: `modifications ${wrong}`,
  unknown: `modifications ${unknown}`,
  counts: (subject) => subject,
});

/** By rule: a rule's title says what is right, which is the opposite of what an exception has to say. */
const words: Readonly<Record<string, GroupWords>> = {
  'criteria.met': criteria('are not met', 'are met'),
  'criteria.evidenced': criteria('claim to be met without accepted evidence', 'rest on accepted evidence'),
  'criteria.consistent': criteria('are contradicted by their numbers', 'agree with their numbers'),
  'criteria.owned-and-assessed': criteria('lack an owner, a status or a rationale', 'have an owner and a status'),
  'criteria.sufficient': criteria('have less evidence than they ask for', 'have the evidence that they ask for'),
  'criteria.rid-version': criteria('come from an earlier RID', 'come from the current RID'),
  'input.given': criteria('were not put to OPSG or TAG in time', 'were put to OPSG or TAG'),
  'input.received': { wrong: 'requests have no answer', unknown: 'requests have an answer' },
  'input.other-bodies': {
    wrong: 'views of other bodies were not given in time',
    unknown: 'views of other bodies were given in time',
  },
  'input.fresh': { wrong: 'views are on what has changed since', unknown: 'views are on what stands now' },
  'input.answered': {
    wrong: 'conditions or objections have no answer',
    unknown: 'conditions or objections are answered',
  },
  'scope.approved': modifications('are not approved', 'are approved'),
  'scope.implementation-date': modifications('have another implementation date', 'have the date of the release'),
  'scope.system-12-months': modifications('joined less than 12 months before', 'joined 12 months before'),
  'scope.documents-6-months': modifications('joined less than six months before', 'joined six months before'),
  'scope.fallen-out': modifications('fell out and are still in scope', 'are still in scope'),
  'scope.complete': modifications('are approved for this date and not in scope', 'belong to this release'),
  'scope.latest-approval': modifications('are past their latest day for approval', 'are approved in time'),
  'conditions.complete': { wrong: 'conditions cannot be followed up', unknown: 'conditions can be followed up' },
  'conditions.overdue': { wrong: 'conditions are overdue', unknown: 'conditions are overdue' },
  'publication.kept': { wrong: 'publications are not kept up', unknown: 'publications are kept up' },
  'tad.order': { wrong: 'TAD versions have dates out of order', unknown: 'TAD versions have their dates in order' },
  'rid.comments-answered': { wrong: 'comments on the RID have no answer', unknown: 'comments on the RID are answered' },
  'comments.answered': { wrong: 'comments of readers have no answer', unknown: 'comments of readers are answered' },
  'golive.actual': { wrong: 'parts went live on another date', unknown: 'parts went live on their date' },
};

/**
 * `3 criteria are not met: AC-03, AC-05 and AC-09.`: several findings of one rule with one outcome, by what is wrong.
 * A rule that has no words of its own speaks by its first finding, and counts the others.
 */
export function groupSentence(findings: readonly [Finding, ...Finding[]]): string {
  const [first] = findings;
  const own = words[first.rule];
  const subjects = findings.flatMap((one) => (one.subject === null ? [] : [one.subject]));
  const counted = own?.counts ? [...new Set(subjects.map(own.counts))] : subjects;
  // The release as a whole is none of the things that are counted.
  const whole = own?.counts && findings.find((one) => one.subject === null);
  if (own === undefined || whole || (own.counts && counted.length === 1)) return andOthers(findings, whole ?? first);
  const count = own.counts ? counted.length : findings.length;
  const names = counted.length === 0 ? '' : `: ${few(counted)}`;
  if (first.outcome === 'cannotTell') return `Cannot tell whether ${count} ${own.unknown}${names}.`;
  if (first.outcome === 'covered') return `${count} ${own.wrong}, which a decision accepts${names}.`;
  return `${count} ${own.wrong}${names}.`;
}

/** One finding in its own words, and how many there are besides. */
function andOthers(findings: readonly Finding[], told: Finding): string {
  const others = findings.filter((one) => one !== told);
  const named = others.flatMap((one) => (one.subject === null ? [] : [one.subject]));
  return `${told.sentence} And ${others.length} more like it${named.length > 0 ? `: ${few(named)}` : ''}.`;
}

function few(names: readonly string[]): string {
  return joinFew(
    names.map((name) => shortened(name, 24)),
    4,
  );
}
