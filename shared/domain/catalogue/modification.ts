import { choice, choices, day, inParts, line, long, rows, yesNo } from './control.ts';
import { field, listOfParts, part, partsOf, perPart } from './field.ts';
import { impacts, impactWords } from './impacts.ts';
import { imported } from './imported.ts';
import { kind } from './kind.ts';
import { asIs, said, who } from './publish.ts';
import { webAddress } from './recurring.ts';
import { date, flag, oneOf, referenceSchema, someOf, text, unknowable } from './schemas.ts';

export const modificationStatuses = [
  'targeted',
  'approved',
  'rejected',
  'withdrawn',
  'delayed',
  'implemented',
] as const;

/** `SECMP0062 part 2`: how a modification is named everywhere. */
export function modificationKey(modification: { readonly reference: string; readonly part: string | null }): string {
  return modification.part ? `${modification.reference} part ${modification.part}` : modification.reference;
}

const copyTail = / ?\bduplicate(?: \d+)?$/;

/** `duplicate`, `A duplicate 2`: what a part is called meanwhile where two stores entered one modification (§4). */
export function copyOfPart(part: string | null, attempt: number): string {
  const copy = attempt === 1 ? 'duplicate' : `duplicate ${attempt}`;
  return part ? `${part} ${copy}` : copy;
}

/** The part as it was entered, without what tells the second record of it from the first; null: the whole modification. */
export function partAsEntered(part: string | null): string | null {
  return part?.replace(copyTail, '') || null;
}

/** A Modification Proposal in or around the scope of a release (§4). */
export const modification = kind({
  noun: 'modification',
  kept: { path: ['modifications'], area: 'scope', owner: 'SECAS' },
  key: modificationKey,
  unique: ['reference', 'part'],
  sameBy: ['reference', 'part'],
  form: [
    'reference',
    'part',
    'title',
    'impacts',
    'status',
    'inScope',
    'addedToScopeOn',
    'approvedOn',
    'latestApprovalOn',
    'approvalNotifiedOn',
    'implementationDate',
    'implementationDateSet.body',
    'implementationDateSet.on',
    'implementationDateSet.reference',
    'lateAddition.body',
    'lateAddition.on',
    'lateAddition.reference',
    'lateAddition.reason',
    'removedFromScopeOn',
    'removalReason',
    'documents',
    'address',
  ],
  fields: {
    reference: field(referenceSchema, {
      label: 'Reference',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(3),
      column: 'Modification',
      imported: imported(
        'reference',
        'Modification Proposal | Modification reference | Reference | MP | MP number | MP reference | Modification number | Mod | Mod number | Mod reference | SECMP | Ref | Number | ID | Key',
        { required: true },
      ),
    }),
    part: field(unknowable(referenceSchema), {
      label: 'Part',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(2),
      imported: imported('reference', 'Parts | Modification part | Part of modification'),
    }),
    title: field(text, {
      label: 'Title',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(7),
      imported: imported(
        'text',
        'Modification title | Modification name | Name | Modification Proposal title | Summary | Description',
      ),
    }),
    impacts: field(someOf(impacts), {
      label: 'Impacts',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: choices(12, { hint: 'They decide whether scope is due 12 or 6 months before (§4.3).' }),
      imported: imported(
        'impacts',
        'Impact | Impacted | Impact on | Systems impacted | System impact | Impacted parties and systems | Areas impacted | What it impacts',
      ),
      words: impactWords,
    }),
    status: field(oneOf(modificationStatuses), {
      label: 'Status',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: choice(4),
      imported: imported(
        'modificationStatus',
        'Modification status | Current status | State | Stage | Approval status | Decision',
      ),
    }),
    approvedOn: field(date, {
      label: 'Approved on',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      imported: imported(
        'date',
        'Approval date | Date approved | Date of approval | Decision date | Approved | Date of decision',
      ),
    }),
    latestApprovalOn: field(date, {
      label: 'Approval needed by',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      column: 'Latest approval on',
      imported: imported(
        'date',
        'Latest approval date | Approval needed by | Approval required by | Approve by | Expected approval date',
      ),
    }),
    approvalNotifiedOn: field(date, {
      label: 'Approval notified on',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      imported: imported('date', 'Approval notified | Notified on | Date notified | Notification date'),
    }),
    inScope: field(flag, {
      label: 'In scope',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: yesNo(4),
      imported: imported('yesNo', 'Scope | In release | In scope of the release | Included'),
    }),
    addedToScopeOn: field(date, {
      label: 'Added to scope on',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(4, { hint: 'Only where it differs from the scope decision.' }),
      imported: imported('date', 'Added to scope | Date added | Date added to scope | Added on'),
    }),
    removedFromScopeOn: field(date, {
      label: 'Removed on',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      column: 'Removed from scope on',
      imported: imported('date', 'Removed from scope | Date removed | Date removed from scope | Removed on'),
    }),
    removalReason: field(text, {
      label: 'Why removed',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(8),
      column: 'Reason for removal',
      imported: imported('text', 'Removal reason | Why removed | Reason removed'),
    }),
    implementationDate: field(date, {
      label: 'Implementation date',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      imported: imported(
        'date',
        'Date of implementation | Implementation | Targeted implementation date | Target implementation date | Implemented on | Go-Live date',
      ),
    }),
    implementationDateSet: field(
      unknowable(
        partsOf({
          body: part(text, {
            label: 'Set by',
            publish: who('set the implementation date'),
            control: line(4),
            column: 'Implementation date set by',
            imported: imported('text'),
          }),
          on: part(date, {
            label: 'Set on',
            publish: asIs,
            control: day(4),
            column: 'Implementation date set on',
            imported: imported('date'),
          }),
          reference: part(text, {
            label: 'Reference of that decision',
            publish: said,
            control: line(4),
            column: 'Implementation date set under',
            imported: imported('text'),
          }),
        }),
      ),
      { label: 'Implementation date set', owner: 'SECAS', publish: perPart, clone: 'fresh', control: inParts },
    ),
    lateAddition: field(
      unknowable(
        partsOf({
          body: part(text, {
            label: 'Late addition agreed by',
            publish: who('agreed the late addition'),
            control: line(4, { hint: 'After scope was set, the CSC may add it (§4.3).' }),
            column: 'Late addition accepted by',
            imported: imported('text'),
          }),
          on: part(date, {
            label: 'Agreed on',
            publish: asIs,
            control: day(4),
            column: 'Late addition accepted on',
            imported: imported('date'),
          }),
          reference: part(text, {
            label: 'Reference of the decision',
            publish: said,
            control: line(4),
            column: 'Late addition accepted under',
            imported: imported('text'),
          }),
          reason: part(text, {
            label: 'Why so late',
            publish: said,
            control: long(12),
            column: 'Why the late addition',
            imported: imported('text'),
          }),
        }),
      ),
      { label: 'Late addition', owner: 'SECAS', publish: perPart, clone: 'fresh', control: inParts },
    ),
    /** A SEC document that the modification changes, with its version before and after. */
    documents: field(
      listOfParts({
        document: part(text, { label: 'Document', publish: said, control: line(6) }),
        from: part(text, { label: 'Before', publish: said, control: line(3) }),
        to: part(text, { label: 'After', publish: said, control: line(3) }),
      }),
      {
        label: 'SEC documents it changes',
        owner: 'SECAS',
        publish: perPart,
        clone: 'fresh',
        control: rows(12, { hint: 'With their version before and after.' }),
      },
    ),
    address: webAddress('SECAS'),
  },
});
