import { choice, day, inParts, line, long, number, tags, yesNo } from './control.ts';
import { type Fields, field, type Owner, part, partsOf, perPart } from './field.ts';
import { imported } from './imported.ts';
import { kind } from './kind.ts';
import { asIs, said, who } from './publish.ts';
import { count, date, flag, links, oneOf, referenceSchema, text, texts, unknowable } from './schemas.ts';

/** What the owner says of the criterion. *notSubmitted* (no evidence yet) is kept apart from *notMet*. */
export const selfStatuses = ['met', 'notMet', 'inProgress', 'notSubmitted', 'notApplicable'] as const;

const selfStatusWords = {
  notMet: 'not met',
  inProgress: 'in progress',
  notSubmitted: 'no evidence submitted',
  notApplicable: 'not applicable',
};

/** What the DCC says of its own criteria is the DCC's. */
const ofItsOwner = ({ owner }: Fields): Owner => (owner === 'DCC' ? 'DCC' : 'SECAS');

/**
 * An acceptance criterion of the release (§5.1, §5.3). `bodies` null: not decided; [] with a reason: none corresponds.
 * `modifications` names those it speaks for (`MP150`, `SECMP0062 part 2`); null or []: the whole release.
 */
export const criterion = kind({
  noun: 'criterion',
  kept: { path: ['criteria'], area: 'criteria', owner: 'SECAS' },
  key: (r) => r.reference,
  unique: ['reference'],
  form: [
    'reference',
    'owner',
    'due',
    'family',
    'text',
    'selfStatus',
    'bodies',
    'rationale',
    'bodiesReason',
    'ridVersion',
    'ridClause',
    'needs.minimumItems',
    'needs.kinds',
    'needs.effectiveOnOrAfter',
    'needs.independent',
    'modifications',
    'justifiedGap.reason',
    'justifiedGap.by',
    'justifiedGap.on',
    'opinion.by',
    'opinion.status',
    'opinion.on',
    'opinion.text',
  ],
  fields: {
    reference: field(referenceSchema, {
      label: 'Reference',
      owner: 'SECAS',
      publish: said,
      clone: 'carry',
      control: line(3),
      column: 'Criterion',
      imported: imported(
        'reference',
        'Criterion reference | Criterion ref | Acceptance criterion reference | Acceptance criterion ref | Criteria ref | Criteria reference | Reference | AC | AC ref | AC number | Ref | Number | No | ID | Key',
        // Some call the sentence itself the criterion: a reference is short, and has a number.
        { required: true, usually: (value) => /^(?=.*\d)\S+(?: \S+){0,2}$/.test(value) },
      ),
    }),
    text: field(text, {
      label: 'Wording',
      owner: 'SECAS',
      publish: said,
      clone: 'carry',
      control: long(12),
      imported: imported(
        'text',
        'Acceptance criterion text | Acceptance criterion | Acceptance criteria | Go-Live acceptance criterion | Go-Live criteria | Go-Live criterion | Go live criterion | Criterion text | Criterion wording | Text | Criteria | Description | Summary | Criterion description | Criterion',
      ),
    }),
    ridVersion: field(text, {
      label: 'RID version',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(6),
      imported: imported('text', 'Version of the RID'),
    }),
    ridClause: field(text, {
      label: 'RID clause',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(6),
      imported: imported('text', 'RID section | RID reference | Clause | Section'),
    }),
    family: field(text, {
      label: 'Family',
      owner: 'SECAS',
      publish: said,
      clone: 'carry',
      control: line(3),
      imported: imported('text', 'Category | Group | Area | Theme | Workstream | Type'),
    }),
    owner: field(text, {
      label: 'Owner',
      owner: 'SECAS',
      publish: who('owns it'),
      clone: 'carry',
      control: choice(3, { values: ['DCC', 'SECAS'] }),
      imported: imported(
        'text',
        'Criterion owner | Responsible | Responsible party | Accountable | Owned by | Assignee',
      ),
    }),
    bodies: field(texts, {
      label: 'Put to',
      owner: 'SECAS',
      publish: who('it corresponds to'),
      clone: 'carry',
      control: tags(6, { hint: 'The bodies whose input is sought (§5.3). For none, say why no body corresponds.' }),
      column: 'Corresponding bodies',
      imported: imported(
        'bodies',
        'Bodies | Corresponding body | Body | Sub-Committees | Sub-Committee | Committees | Committee | Input from | Corresponds to | Consulted bodies | Consulted',
      ),
    }),
    bodiesReason: field(text, {
      label: 'Why no body corresponds',
      owner: 'SECAS',
      publish: said,
      clone: 'carry',
      control: line(12),
      column: 'Why no body',
      imported: imported('text', 'Reason for no body | Bodies reason'),
    }),
    due: field(date, {
      label: 'Due',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
      imported: imported('date', 'Due date | Due by | Target Date | Date due | Evidence due | Needed by'),
    }),
    selfStatus: field(oneOf(selfStatuses), {
      label: "Owner's status",
      owner: ofItsOwner,
      publish: asIs,
      clone: 'fresh',
      control: choice(6),
      column: 'Self-status',
      imported: imported(
        'selfStatus',
        'Self status | Owner status | Self-assessment | Self assessment | Status | State | Met | RAG | RAG status | Assessment',
      ),
      words: selfStatusWords,
    }),
    rationale: field(text, {
      label: 'Rationale',
      owner: ofItsOwner,
      publish: said,
      clone: 'fresh',
      control: long(12),
      imported: imported('text', 'Reasoning | Justification | Comments | Comment | Commentary | Notes | Update'),
    }),
    needs: field(
      unknowable(
        partsOf({
          minimumItems: part(count, {
            label: 'Needs at least',
            publish: asIs,
            control: number(4),
            column: 'Items of evidence needed',
            imported: imported('count', 'Evidence items needed'),
          }),
          kinds: part(texts, {
            label: 'of kind',
            publish: said,
            control: tags(8),
            column: 'Kinds of evidence needed',
            imported: imported('list', 'Evidence needed | Evidence required'),
          }),
          effectiveOnOrAfter: part(date, {
            label: 'effective on or after',
            publish: asIs,
            clone: 'fresh',
            control: day(6),
            column: 'Evidence effective on or after',
            imported: imported('date'),
          }),
          independent: part(flag, {
            label: 'independent',
            publish: asIs,
            control: yesNo(6),
            column: 'Independent evidence needed',
            imported: imported('yesNo'),
          }),
        }),
      ),
      { label: 'Needs', owner: 'SECAS', publish: perPart, clone: 'carry', control: inParts },
    ),
    /** Somebody else's assessment beside the owner's own. */
    opinion: field(
      unknowable(
        partsOf({
          by: part(text, {
            label: 'Somebody else’s assessment, by',
            publish: who('gave another opinion'),
            control: line(4),
            column: 'Other opinion by',
            imported: imported('text'),
          }),
          status: part(oneOf(selfStatuses), {
            label: 'who reads it as',
            publish: asIs,
            control: choice(4),
            column: 'Other opinion',
            imported: imported('selfStatus'),
            words: selfStatusWords,
          }),
          on: part(date, {
            label: 'on',
            publish: asIs,
            control: day(4),
            column: 'Other opinion given on',
            imported: imported('date'),
          }),
          text: part(text, {
            label: 'Their words',
            publish: said,
            control: long(12),
            column: 'Other opinion in words',
            imported: imported('text'),
          }),
        }),
      ),
      { label: 'Somebody else’s assessment', owner: 'SECAS', publish: perPart, clone: 'fresh', control: inParts },
    ),
    /** Who stands for a gap between what a criterion asks of its evidence and what is there, and why. */
    justifiedGap: field(
      unknowable(
        partsOf({
          by: part(text, {
            label: 'Justified by',
            column: 'Gap justified by',
            publish: who('stands for its gap', 'owner'),
            control: line(6),
          }),
          on: part(date, { label: 'Justified on', column: 'Gap justified on', publish: asIs, control: day(6) }),
          reason: part(text, {
            label: 'Why a gap in its evidence is justified',
            column: 'Why the gap',
            publish: said,
            control: long(12),
          }),
        }),
      ),
      { label: 'Justified gap', owner: 'SECAS', publish: perPart, clone: 'fresh', control: inParts },
    ),
    modifications: field(links, {
      label: 'Speaks for',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: tags(12, { hint: 'Modifications; empty: the whole release.' }),
      pointsAt: 'modification',
    }),
  },
});
