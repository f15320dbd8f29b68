import { day, line, yesNo } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said, who } from './publish.ts';
import { documentFile, webAddress } from './recurring.ts';
import { date, flag, text } from './schemas.ts';

/** A version of the DCC's Testing Approach Document and its milestones (§5.1). */
export const tadVersion = kind({
  noun: 'TAD version',
  kept: { path: ['tad', 'versions'], area: 'dates', owner: 'DCC' },
  key: (r) => r.version ?? r.issuedToTagOn ?? '?',
  unique: [],
  fields: {
    version: field(text, { label: 'Version', owner: 'DCC', publish: said, clone: 'fresh', control: line(2) }),
    issuedToTagOn: field(date, {
      label: 'Issued to the TAG on',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: day(5),
      column: 'Issued to TAG on',
    }),
    reviewedByTagOn: field(date, {
      label: 'Reviewed by the TAG on',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: day(5),
      column: 'Reviewed by TAG on',
    }),
    approvedOn: field(date, { label: 'Approved on', owner: 'DCC', publish: asIs, clone: 'fresh', control: day(3) }),
    approvedBy: field(text, {
      label: 'Approved by',
      owner: 'DCC',
      publish: who('approved it'),
      clone: 'fresh',
      control: line(3),
    }),
    finalisedOn: field(date, { label: 'Finalised on', owner: 'DCC', publish: asIs, clone: 'fresh', control: day(3) }),
    publishedOn: field(date, { label: 'Published on', owner: 'DCC', publish: asIs, clone: 'fresh', control: day(3) }),
    coversDccTesting: field(flag, {
      label: 'Covers DCC testing',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: yesNo(6),
    }),
    coversUserTesting: field(flag, {
      label: 'Covers User testing',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: yesNo(6),
    }),
    document: documentFile('DCC'),
    address: webAddress('DCC'),
  },
});
