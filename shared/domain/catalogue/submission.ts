import { day, line, rows, shown, tags, yesNo } from './control.ts';
import { field, listOfParts, part, perPart } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said, who, withhold } from './publish.ts';
import { date, flag, sha256, text, texts } from './schemas.ts';

const what = 'Its signature and key.';
const why = 'They are under the whole facts, which this edition does not hold.';

interface SignOff {
  readonly organisation: string | null;
  readonly by: string | null;
  readonly on: string | null;
}

const signOffsInWords = (all: readonly SignOff[]) =>
  all.map(({ organisation, by, on }) => [organisation, by, on].filter(Boolean).join(', '));

/** One submission to the CSC (§5.3); a "not yet" is followed by another. */
export const submission = kind({
  noun: 'submission',
  kept: { path: ['submissions'], area: 'pack', owner: 'SECAS' },
  key: (r) => r.on ?? '?',
  unique: [],
  sameBy: ['on'],
  form: ['on', 'meeting', 'presentedBy', 'final', 'pack', 'signedOff', 'signatures'],
  fields: {
    on: field(date, { label: 'Submitted on', owner: 'SECAS', publish: asIs, clone: 'fresh', control: day(4) }),
    meeting: field(date, {
      label: 'For the CSC meeting of',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      column: 'Meeting',
    }),
    presentedBy: field(texts, {
      label: 'Presented by',
      owner: 'SECAS',
      publish: who('presents it'),
      clone: 'fresh',
      control: tags(4, { offers: ['SECAS', 'DCC'] }),
    }),
    signedOff: field(
      listOfParts({
        organisation: part(text, { label: 'For', publish: who('signed it off'), control: line(3) }),
        by: part(text, { label: 'By', publish: who('signed it off', 'organisation'), control: line(5) }),
        on: part(date, { label: 'On', publish: asIs, control: day(4) }),
      }),
      {
        label: 'Signed off',
        owner: 'both',
        publish: perPart,
        clone: 'fresh',
        control: rows(12),
        inTable: signOffsInWords,
        ownWord: true,
        signed: true,
      },
    ),
    pack: field(text, {
      label: 'Pack',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(8, { hint: 'The reference of the pack that was submitted.' }),
    }),
    /** Whether it is the final submission of evidence; none marked: the latest made stands (docs/domain.md, second round). */
    final: field(flag, {
      label: 'The final submission',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: yesNo(4, { hint: 'None marked: the latest made counts.' }),
    }),
    /** One side's signature under the canonical facts of the submission (§5.3; `docs/formats.md`, Signatures). */
    signatures: field(
      listOfParts({
        organisation: part(text, { label: 'for', publish: who('signed it'), control: line(2) }),
        by: part(text, { label: 'by', publish: who('signed it', 'organisation'), control: line(2) }),
        on: part(date, { label: 'on', publish: asIs, control: day(2) }),
        key: part(text, { label: 'key', publish: withhold(what, why), control: line(2) }),
        factsSha256: part(sha256, { label: 'of facts', publish: asIs, control: line(2) }),
        signature: part(text, { label: 'signature', publish: withhold(what, why), control: line(2) }),
      }),
      {
        label: 'Signatures',
        owner: 'both',
        publish: perPart,
        clone: 'fresh',
        control: shown(12),
        column: null,
        ownWord: true,
        signed: true,
      },
    ),
  },
});
