import { z } from 'zod';
import { date, flag, onBehalf, oneOf, optionalId, referenceSchema, someOf, text, unknowable } from './fields.ts';

/** What a modification touches; it decides which lead time and which release type apply (§2, §4.3). */
export const impacts = [
  'dccSystems',
  'userSystems',
  'users',
  'secDocuments',
  'gbcs',
  'smets',
  'chts',
  'dccInternalSystems',
  'parseAndCorrelate',
] as const;
export const modificationStatuses = [
  'targeted',
  'approved',
  'rejected',
  'withdrawn',
  'delayed',
  'implemented',
] as const;

const implementationDateSetSchema = z.strictObject({ body: text, on: date, reference: text });
/** A SEC document that the modification changes, with its version before and after. */
const affectedDocumentSchema = z.strictObject({ document: text, from: text, to: text });
const lateAdditionSchema = z.strictObject({ body: text, on: date, reference: text, reason: text });

/** A Modification Proposal in or around the scope of a release (§4). */
export const modificationSchema = z.strictObject({
  id: optionalId,
  reference: referenceSchema,
  part: unknowable(referenceSchema),
  title: text,
  impacts: someOf(impacts),
  status: oneOf(modificationStatuses),
  approvedOn: date,
  latestApprovalOn: date,
  approvalNotifiedOn: date,
  inScope: flag,
  addedToScopeOn: date,
  removedFromScopeOn: date,
  removalReason: text,
  implementationDate: date,
  implementationDateSet: unknowable(implementationDateSetSchema),
  lateAddition: unknowable(lateAdditionSchema),
  documents: unknowable(z.array(affectedDocumentSchema)),
  address: text,
  onBehalf,
});

export type Impact = (typeof impacts)[number];
export type Modification = z.output<typeof modificationSchema>;
