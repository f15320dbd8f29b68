import { releaseKinds, slotSchema } from '../calendar/slots.ts';
import { choice, day, line, long, number, rows, slotControl, yesNo } from './control.ts';
import { field, listOfParts, part, perPart } from './field.ts';
import { asIs, said, who } from './publish.ts';
import { count, date, filledText, flag, oneOf, text, unknowable } from './schemas.ts';

/** The release itself: type, slot, marks, dates (§2, §3, §4.1). */
export const own = {
  name: field(filledText('is empty; give it a name'), {
    label: 'Name',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: line(12),
  }),
  kind: field(oneOf(releaseKinds), {
    label: 'Type',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: choice(12),
    words: { system: 'System Release', documentation: 'Documentation Release' },
  }),
  slot: field(unknowable(slotSchema), {
    label: 'Slot',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: slotControl(6, { hint: 'Empty: ad-hoc (§3).' }),
  }),
  adHocReason: field(text, { label: 'Why ad-hoc', owner: 'SECAS', publish: said, clone: 'fresh', control: line(6) }),
  technicalSpecifications: field(flag, {
    label: 'Technical Specifications Release',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: yesNo(12),
  }),
  impactsDccSystems: field(flag, {
    label: 'Impacts DCC Systems',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: yesNo(6),
  }),
  /** What Users will notice at the Go-Live: one of the lines of the decision page. */
  userImpact: field(text, {
    label: 'What Users will notice',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: long(12),
  }),
  /** What readers must know of these facts before they use them (that a sample is illustrative, say). */
  about: field(text, {
    label: 'What readers must know of these facts',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: long(12),
  }),
  classification: field(text, {
    label: 'Classification',
    owner: 'SECAS',
    publish: asIs,
    clone: 'carry',
    control: line(6),
  }),
  /** A policy that was followed, in which version (§1). */
  policies: field(
    listOfParts({
      name: part(text, { label: 'Policy', publish: said, control: line(5) }),
      version: part(text, { label: 'Version', publish: said, control: line(3) }),
      on: part(date, { label: 'Of', publish: asIs, control: day(4) }),
    }),
    {
      label: 'Policies that were followed',
      owner: 'SECAS',
      publish: perPart,
      clone: 'fresh',
      control: rows(12, { hint: 'The Release Management Policy, for instance, and in which version (§1).' }),
    },
  ),
  /** The day on which nothing more was to be done for it; a state follows from this and the other facts. */
  closedOn: field(date, {
    label: 'Closed on',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: day(4, { hint: 'Its findings then stand as of its decision.' }),
  }),
};

/** The dates of the Go-Live: approved (§4.1, §5.3), latest permitted, actual. The rule date follows from the slot. */
export const goLive = {
  approvedDate: field(date, {
    label: 'Approved Go-Live date',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: day(4),
  }),
  approvedBy: field(text, {
    label: 'Approved by',
    owner: 'SECAS',
    publish: who('approved the date'),
    clone: 'fresh',
    control: line(4),
  }),
  approvedOn: field(date, { label: 'Approved on', owner: 'SECAS', publish: asIs, clone: 'fresh', control: day(4) }),
  approvedReference: field(text, {
    label: 'Reference of the decision',
    told: 'Reference of the decision on the date',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: line(4),
  }),
  reason: field(text, { label: 'Why off the slot', owner: 'SECAS', publish: said, clone: 'fresh', control: line(8) }),
  latestPermittedDate: field(date, {
    label: 'Latest permitted date',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: day(4),
  }),
  actualDate: field(date, { label: 'Went live on', owner: 'SECAS', publish: asIs, clone: 'fresh', control: day(4) }),
};

export const ifNotGo = {
  consequence: field(text, {
    label: 'What happens if it is not yet',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: long(12),
  }),
  lastMomentToStop: field(text, {
    label: 'Last moment to stop',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: line(12),
  }),
};

/** Longer minimums than nine and six months, where the release needs them (§5.1, last sentence). */
export const longerPeriods = {
  toTagMonths: field(count, {
    label: 'TAD to the TAG, months',
    owner: 'DCC',
    publish: asIs,
    clone: 'fresh',
    control: number(3),
  }),
  publishedMonths: field(count, {
    label: 'TAD published, months',
    owner: 'DCC',
    publish: asIs,
    clone: 'fresh',
    control: number(3),
  }),
  why: field(text, {
    label: 'Why longer',
    told: 'Why the TAD needs longer',
    owner: 'DCC',
    publish: said,
    clone: 'fresh',
    control: line(6),
  }),
};

export const userTesting = {
  planned: field(flag, {
    label: 'User testing is planned',
    owner: 'DCC',
    publish: asIs,
    clone: 'fresh',
    control: yesNo(4),
  }),
  from: field(date, {
    label: 'From',
    told: 'User testing from',
    owner: 'DCC',
    publish: asIs,
    clone: 'fresh',
    control: day(4),
  }),
  to: field(date, {
    label: 'To',
    told: 'User testing to',
    owner: 'DCC',
    publish: asIs,
    clone: 'fresh',
    control: day(4),
  }),
};

export const transition = {
  deployment: field(text, { label: 'Deployment', owner: 'SECAS', publish: said, clone: 'carry', control: long(12) }),
  backOut: field(text, { label: 'Back-out', owner: 'SECAS', publish: said, clone: 'carry', control: long(12) }),
  earlyLifeSupport: field(text, {
    label: 'Early-life support',
    owner: 'SECAS',
    publish: said,
    clone: 'carry',
    control: long(12),
  }),
};

export const recommendation = {
  wording: field(text, {
    label: 'The CSC is asked to agree',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: long(12),
  }),
  secas: field(text, {
    label: 'SECAS recommends',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: long(6),
    ownWord: true,
  }),
  dcc: field(text, {
    label: 'The DCC recommends',
    owner: 'DCC',
    publish: said,
    clone: 'fresh',
    control: long(6),
    ownWord: true,
  }),
};

/** What §6 says is kept published. */
export const publication = {
  releasesPageOn: field(date, {
    label: 'Scope on the Releases page',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: day(4),
  }),
  releasesPageAddress: field(text, {
    label: 'Its web address',
    told: 'Web address of the Releases page',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: line(8),
  }),
  documentsLinkedOn: field(date, {
    label: 'RID and TAD linked',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: day(4),
  }),
  documentsLinkedAddress: field(text, {
    label: 'Their web address',
    told: 'Web address of the RID and the TAD',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: line(8),
  }),
  technicalSpecificationsOn: field(date, {
    label: 'Technical Specifications',
    told: 'Technical Specifications published',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: day(4),
  }),
  technicalSpecificationsAddress: field(text, {
    label: 'Web address of the specifications',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: line(8),
  }),
  testingInformationOn: field(date, {
    label: 'Testing information',
    told: 'Testing information published',
    owner: 'SECAS',
    publish: asIs,
    clone: 'fresh',
    control: day(4),
  }),
  testingInformationAddress: field(text, {
    label: 'Web address of the testing information',
    owner: 'SECAS',
    publish: said,
    clone: 'fresh',
    control: line(8),
  }),
};
