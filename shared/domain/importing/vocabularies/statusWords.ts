import type { modificationStatuses } from '../../records/modification.ts';

type ModificationStatus = (typeof modificationStatuses)[number];

export const statusWords: Readonly<Record<ModificationStatus, readonly string[]>> = {
  targeted: [
    'Targeted',
    'Target',
    'Proposed',
    'Planned',
    'In development',
    'Under assessment',
    'In refinement',
    'Refinement',
    'Refinement Process',
    'Modification Report',
    'Report Phase',
    'Pending',
    'Pending approval',
    'Awaiting decision',
    'Awaiting approval',
    'With Authority',
    'With Change Board',
    'In progress',
    'Draft',
    'To be approved',
    'Not yet approved',
  ],
  approved: [
    'Approved',
    'Approval',
    'Accepted',
    'Approved for implementation',
    'Awaiting implementation',
    'Authority approved',
    'Change Board approved',
    'Agreed',
  ],
  rejected: ['Rejected', 'Not approved', 'Refused', 'Declined'],
  withdrawn: ['Withdrawn', 'Cancelled', 'Canceled', 'Closed without implementation'],
  delayed: ['Delayed', 'Deferred', 'Postponed', 'On hold', 'Moved', 'Moved to a later release', 'Suspended'],
  implemented: ['Implemented', 'Live', 'Complete', 'Completed', 'Delivered', 'Closed', 'Done'],
};
