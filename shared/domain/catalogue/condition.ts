import { z } from 'zod';
import { choice, day, inParts, line, long, number } from './control.ts';
import { field, part, partsOf, perPart } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said, who } from './publish.ts';
import { date, link, oneOf, text, unknowable } from './schemas.ts';

/** A condition of the decision, kept until somebody who may do so discharges it. */
export const condition = kind({
  noun: 'condition',
  kept: { path: ['conditions'], area: 'conditions', owner: 'SECAS' },
  key: (r) => r.text ?? '?',
  unique: [],
  form: [
    'text',
    'owner',
    'due.when',
    'due.daysFromGoLive',
    'due.on',
    'proof',
    'mayDischarge',
    'dischargedOn',
    'dischargedBy',
    'source.body',
    'source.criterion',
    'source.paper',
    'source.release',
    'source.decidedOn',
  ],
  fields: {
    text: field(text, { label: 'Condition', owner: 'SECAS', publish: said, clone: 'carry', control: long(12) }),
    owner: field(text, { label: 'Owner', owner: 'SECAS', publish: who('owns it'), clone: 'carry', control: line(3) }),
    /** Before or at the Go-Live, so many days after it (negative: before), or on a day of its own. */
    due: field(
      unknowable(
        partsOf({
          when: part(oneOf(['beforeGoLive', 'atGoLive']), {
            label: 'Due',
            publish: asIs,
            control: choice(3),
            inTable: { beforeGoLive: 'Before Go-Live', atGoLive: 'At Go-Live' },
            words: { beforeGoLive: 'before Go-Live', atGoLive: 'at Go-Live' },
          }),
          daysFromGoLive: part(unknowable(z.int().min(-3650).max(3650)), {
            label: 'Days after Go-Live',
            publish: asIs,
            control: number(3),
            column: 'Days from Go-Live',
          }),
          on: part(date, { label: 'or on', publish: asIs, control: day(3), column: 'Due on' }),
        }),
      ),
      { label: 'Due', owner: 'SECAS', publish: perPart, clone: 'carry', control: inParts },
    ),
    proof: field(text, { label: 'Proof', owner: 'SECAS', publish: said, clone: 'carry', control: line(6) }),
    mayDischarge: field(text, {
      label: 'May be discharged by',
      owner: 'SECAS',
      publish: who('may discharge it'),
      clone: 'carry',
      control: line(6),
    }),
    dischargedOn: field(date, {
      label: 'Discharged on',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(6),
    }),
    dischargedBy: field(text, {
      label: 'Discharged by',
      owner: 'SECAS',
      publish: who('discharged it'),
      clone: 'fresh',
      control: line(6),
    }),
    /**
     * Where a condition came from: the answered paper, the body and the criterion. A condition that was carried into this
     * release names the `release` whose decision set it and the day of that decision in `decidedOn`; null: this release set
     * it. Who carries it over also turns its due day into a day of its own (`due.on`), for the go-live it counted from stays
     * behind.
     */
    source: field(
      unknowable(
        partsOf({
          paper: part(text, {
            label: 'in answer to paper',
            column: 'Asked in answer to paper',
            publish: said,
            control: line(4),
          }),
          body: part(text, {
            label: 'Asked by',
            publish: who('set it'),
            control: line(4, { hint: 'Where it came from.' }),
          }),
          criterion: part(link, {
            label: 'on criterion',
            column: 'Asked on criterion',
            publish: said,
            control: line(4),
            pointsAt: 'criterion',
          }),
          release: part(text, {
            label: 'carried over from',
            column: 'Carried over from',
            publish: said,
            control: line(6),
          }),
          decidedOn: part(date, {
            label: 'decided there on',
            column: 'Decided there on',
            publish: asIs,
            control: day(6),
          }),
        }),
      ),
      { label: 'Source', owner: 'SECAS', publish: perPart, clone: 'carry', control: inParts },
    ),
  },
});
