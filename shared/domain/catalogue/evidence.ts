import { z } from 'zod';
import { choice, day, elsewhere, line, number, shown, tags, yesNo } from './control.ts';
import { type Fields, field, type Owner, part, partsOf, perPart } from './field.ts';
import { kind } from './kind.ts';
import { asIs, byMark, said, who, withhold } from './publish.ts';
import { count, date, flag, link, links, oneOf, referenceSchema, sha256, text, unknowable } from './schemas.ts';

export const evidenceStatuses = ['draft', 'submitted', 'accepted', 'rejected', 'withdrawn'] as const;

/** `EV-001@2`: how evidence is named in views, supersession, findings and the pack. */
export function evidenceKey(evidence: { readonly reference: string; readonly version: number }): string {
  return `${evidence.reference}@${evidence.version}`;
}

const isDecision = (value: unknown) => value === 'accepted' || value === 'rejected';

/** What one side provides is that side's; what nobody is named for, either may take up. */
function ofItsProvider({ provider }: Fields): Owner {
  return provider === 'DCC' || provider === 'SECAS' ? provider : 'both';
}

/** Accepting and rejecting is SECAS's. */
const ofItsProviderOrDecided = (item: Fields, value: unknown): Owner =>
  isDecision(value) ? 'SECAS' : ofItsProvider(item);

const capitalised = (status: string) => status.charAt(0).toUpperCase() + status.slice(1);

/**
 * One version of one evidence item. (reference, version) is its key. `file` is the name of its file; beside it stand
 * the file's SHA-256 and size in bytes, which the store computes.
 */
export const evidence = kind({
  noun: 'evidence item',
  kept: { path: ['evidence'], area: 'evidence', owner: ofItsProvider },
  key: evidenceKey,
  unique: ['reference', 'version'],
  sameBy: ['sha256'],
  together: [
    ['file', 'sha256', 'bytes'],
    ['status', 'statusBy', 'statusReason'],
  ],
  form: [
    'reference',
    'version',
    'kind',
    'title',
    'criteria',
    'provider',
    'effectiveOn',
    'addedOn',
    'supersedes',
    'classification',
    'independent',
    'withheld',
    'accepted',
  ],
  fields: {
    reference: field(referenceSchema, {
      label: 'Reference',
      owner: ofItsProvider,
      publish: said,
      clone: 'fresh',
      control: line(4),
      column: 'Evidence',
    }),
    version: field(
      z
        .int()
        .min(1)
        .max(1_000_000)
        .nullish()
        .transform((version) => version ?? 1),
      { label: 'Version', owner: ofItsProvider, publish: asIs, clone: 'fresh', control: number(2) },
    ),
    supersedes: field(link, {
      label: 'Supersedes',
      owner: ofItsProvider,
      publish: said,
      clone: 'fresh',
      control: line(6),
      pointsAt: 'evidence',
    }),
    title: field(text, {
      label: 'Title',
      owner: ofItsProvider,
      publish: byMark('text'),
      clone: 'fresh',
      control: line(12),
    }),
    kind: field(text, { label: 'Kind', owner: ofItsProvider, publish: said, clone: 'fresh', control: line(6) }),
    criteria: field(links, {
      label: 'Evidence for',
      owner: ofItsProvider,
      publish: said,
      clone: 'fresh',
      control: tags(12, { hint: 'Criterion references.' }),
      column: 'Criteria',
      pointsAt: 'criterion',
    }),
    provider: field(text, {
      label: 'Provider',
      owner: ofItsProvider,
      publish: who('provided it', null, '[a named provider]'),
      clone: 'fresh',
      control: choice(6, { values: ['DCC', 'SECAS'] }),
    }),
    independent: field(flag, {
      label: 'Independent',
      owner: ofItsProvider,
      publish: asIs,
      clone: 'fresh',
      control: yesNo(6),
    }),
    effectiveOn: field(date, {
      label: 'Effective on',
      owner: ofItsProvider,
      publish: asIs,
      clone: 'fresh',
      control: day(6, { hint: 'The day it speaks of.' }),
    }),
    addedOn: field(date, {
      label: 'Added on',
      owner: ofItsProvider,
      publish: asIs,
      clone: 'fresh',
      control: day(6, { hint: 'An earlier day where old evidence is entered late.' }),
    }),
    status: field(oneOf(evidenceStatuses), {
      label: 'Status',
      owner: ofItsProviderOrDecided,
      publish: asIs,
      clone: 'fresh',
      control: elsewhere,
      inTable: capitalised,
      ownWord: isDecision,
    }),
    statusBy: field(text, {
      label: 'Status set by',
      owner: 'both',
      publish: who('stated its status'),
      clone: 'fresh',
      control: elsewhere,
    }),
    statusReason: field(text, {
      label: 'Reason for status',
      owner: 'both',
      publish: withhold('The note on its status.', 'An internal note; the status stays.'),
      clone: 'fresh',
      control: elsewhere,
    }),
    /**
     * What an acceptance was given for: this version of this content for these criteria. A difference from the item as it
     * stands means that the item was changed after it was accepted.
     */
    accepted: field(
      unknowable(
        partsOf({
          version: part(count, { label: 'version', column: 'Accepted version', publish: asIs, control: number(2) }),
          sha256: part(sha256, { label: 'SHA-256', column: 'Accepted SHA-256', publish: asIs, control: line(2) }),
          criteria: part(links, {
            label: 'for',
            column: 'Accepted for',
            publish: said,
            control: tags(2),
            pointsAt: 'criterion',
          }),
          by: part(text, {
            label: 'by',
            column: 'Accepted by',
            publish: who('accepted it', 'organisation'),
            control: line(2),
          }),
          organisation: part(text, {
            label: 'of',
            column: 'Accepted by the organisation',
            publish: who('accepted it'),
            control: line(2),
          }),
          on: part(date, { label: 'on', column: 'Accepted on', publish: asIs, control: day(2) }),
        }),
      ),
      {
        label: 'Accepted for',
        owner: 'SECAS',
        publish: perPart,
        clone: 'fresh',
        control: shown(12, { order: ['version', 'criteria', 'by', 'organisation', 'on', 'sha256'] }),
        ownWord: true,
      },
    ),
    classification: field(text, {
      label: 'Classification',
      owner: ofItsProvider,
      publish: byMark('text'),
      clone: 'fresh',
      control: line(6),
    }),
    withheld: field(flag, {
      label: 'Withheld from packs',
      owner: ofItsProvider,
      publish: asIs,
      clone: 'fresh',
      control: yesNo(6, { hint: 'It is then listed by its hash.' }),
      column: 'Withheld',
    }),
    file: field(text, {
      label: 'File',
      owner: ofItsProvider,
      publish: byMark('file'),
      clone: 'fresh',
      control: elsewhere,
    }),
    sha256: field(sha256, {
      label: 'SHA-256',
      owner: ofItsProvider,
      publish: asIs,
      clone: 'fresh',
      control: elsewhere,
    }),
    bytes: field(unknowable(z.int().min(0)), {
      label: 'Bytes',
      owner: ofItsProvider,
      publish: asIs,
      clone: 'fresh',
      control: elsewhere,
    }),
  },
});
