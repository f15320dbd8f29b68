import { plainWord } from '../plainWord.ts';

/** Programs whose exports are told by their headings. */
export type Tracker = 'jira' | 'azureDevOps' | 'alm' | 'serviceNow' | 'github' | 'gitlab' | 'bugzilla' | 'redmine';

interface TrackerSpec {
  /** Headings of which two tell the tracker; no other program writes them. */
  readonly headings: readonly string[];
  /** Status words that this tracker gives a meaning of its own, or that only it knows. */
  readonly open: readonly string[];
  readonly closed: readonly string[];
}

/**
 * Status words by tracker, as its documentation and its default workflow give them. A fix that waits for its retest is
 * open, wherever the tracker itself says so; the reason stands beside each word on which trackers differ.
 */
const trackers: Readonly<Record<Tracker, TrackerSpec>> = {
  jira: {
    headings: ['Issue key', 'Issue id', 'Issue Type', 'Project key', 'Fix Version/s', 'Affects Version/s'],
    open: ['To Do', 'In Progress', 'In Review', 'Selected for Development', 'Reopened', 'Waiting for support'],
    closed: ['Done', 'Closed', 'Resolved', "Won't Do", 'Declined'],
  },
  azureDevOps: {
    headings: ['Work Item Type', 'Area Path', 'Iteration Path', 'Assigned To', 'Tags'],
    open: [
      ...['To Do', 'Doing', 'New', 'Active', 'Proposed', 'Approved', 'Committed', 'In Progress', 'Ready', 'Design'],
      // “A solution has been implemented, but is not yet verified”: treated as In Progress (Azure Boards, state categories).
      'Resolved',
    ],
    closed: ['Done', 'Closed', 'Removed', 'Completed', 'Inactive'],
  },
  alm: {
    headings: ['Defect ID', 'Detected in Cycle', 'Detected in Release', 'Detected By', 'Detected on Date'],
    // Fixed: a developer repaired it, and it is tested again before it is Closed (ALM help, How to Track Defects).
    open: ['New', 'Open', 'Fixed', 'Reopen', 'Ready for Retest', 'Deferred'],
    // Rejected: denied when it was reviewed; nothing is repaired or tested any more (the same page).
    closed: ['Closed', 'Rejected', 'Duplicate'],
  },
  serviceNow: {
    headings: ['Short description', 'Assignment group', 'Caller', 'Opened at', 'Configuration item'],
    open: ['New', 'Assess', 'Root Cause Analysis', 'Fix in Progress', 'In Progress', 'On Hold', 'Awaiting User Info'],
    closed: ['Resolved', 'Closed', 'Closed Complete', 'Closed Incomplete', 'Closed Skipped', 'Canceled'],
  },
  github: {
    headings: ['Number', 'Labels', 'Milestone', 'Author', 'Assignees', 'Repository'],
    open: ['Open', 'Reopened'],
    closed: ['Closed', 'Merged', 'Completed', 'Not planned', 'Closed as not planned'],
  },
  gitlab: {
    headings: ['Issue ID', 'Author Username', 'Assignee Username', 'Closed At (UTC)', 'Created At (UTC)'],
    open: ['Open', 'Opened', 'Reopened'],
    closed: ['Closed'],
  },
  bugzilla: {
    headings: ['Bug ID', 'Product', 'Changed', 'bug_status', 'short_desc', 'assigned_to', 'OpSys', 'changeddate'],
    open: ['UNCONFIRMED', 'NEW', 'CONFIRMED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED'],
    // RESOLVED may await verification, but none of Bugzilla's own open states is it, and its counts leave it out.
    closed: ['RESOLVED', 'VERIFIED', 'CLOSED'],
  },
  redmine: {
    headings: ['#', 'Tracker', '% Done', 'Target version', 'Subject', 'Parent task'],
    // Resolved: the work is done and waits for a test or a review; Redmine's default statuses count it as open.
    open: ['New', 'In Progress', 'Resolved', 'Feedback'],
    closed: ['Closed', 'Rejected'],
  },
};

/** Whose export has these headings: the one of which most are its own, two at least; null where none is. */
export function trackerOf(headings: readonly string[]): Tracker | null {
  const plain = new Set(headings.map(headingWord));
  let best: Tracker | null = null;
  let most = 1;
  for (const [name, spec] of Object.entries(trackers)) {
    const score = spec.headings.filter((heading) => plain.has(headingWord(heading))).length;
    if (score > most) {
      most = score;
      best = name as Tracker;
    }
  }
  return best;
}

/** Whether a status of that tracker means open; undefined where it is none of its own words. */
export function trackerMeaning(tracker: Tracker, word: string): boolean | undefined {
  const { open, closed } = trackers[tracker];
  if (open.some((known) => plainWord(known) === word)) return true;
  return closed.some((known) => plainWord(known) === word) ? false : undefined;
}

/** `#` and `% Done` are headings too. */
export function headingWord(heading: string): string {
  const text = heading.trim();
  return text === '#' ? 'no' : plainWord(text);
}
