import { z } from 'zod';
import type { Area } from './area.ts';
import { day, line, shown } from './control.ts';
import { type Field, type Fields, field, listOfParts, type Owner, part } from './field.ts';
import { asIs, who } from './publish.ts';
import { date, filledText, optionalId, text } from './schemas.ts';

type Shape = Readonly<Record<string, Field>>;

/** Where a kind of record is kept, and by whom. */
interface Kept {
  /** Where its list stands in the release file. */
  readonly path: readonly [string] | readonly [string, string] | readonly [string, string, string];
  /** Its place in the window. */
  readonly area: Area;
  /** Who begins one. */
  readonly owner: Owner | ((record: Fields, value: unknown) => Owner);
}

/** What is known of one kind of record. */
interface KindFacts<Own extends Shape> {
  /** What people call one of them. */
  readonly noun: string;
  readonly kept: Kept;
  /** In the order of the release file and of tables. */
  readonly fields: Own;
  /** The order of the window, parts by `field.part`; what it does not name comes after it. */
  readonly form?: readonly string[];
  /** The order of tables, where it is another than that of the fields. */
  readonly columns?: readonly string[];
  /** The `key` of `kind:key` in findings, the ledger and the pack. */
  readonly key: (record: z.output<z.ZodObject<Own>>) => string;
  /** The fields that no two living records of one release may share; []: they may be alike. */
  readonly unique: readonly (keyof Own & string)[];
  /** By what two records that two stores entered are one thing, the first stated; left out: nobody could tell. */
  readonly sameBy?: readonly (keyof Own & string)[];
  /** What tells two such records apart, where both state it. */
  readonly apartBy?: readonly (keyof Own & string)[];
  /** Fields that say one thing together and are written as one: a mixture of two writes of them is what nobody said. */
  readonly together?: readonly (readonly (keyof Own & string)[])[];
}

/**
 * What of a record one side recorded for the side that owns it, until the owner confirms or replaces it
 * (`docs/design.md`, On behalf). `field` is the record's own, `for` the owner, `on` the day of the recording; null or []:
 * nothing awaits its owner's word.
 */
export const onBehalf = field(
  listOfParts({
    field: part(filledText('is empty; name the field'), { label: 'field', control: line(3), publish: asIs }),
    by: part(text, { label: 'by', control: line(3), publish: who('recorded a value for its owner') }),
    for: part(z.enum(['DCC', 'SECAS']), { label: 'for', control: line(3), publish: asIs }),
    on: part(date, { label: 'on', control: day(3), publish: asIs }),
  }),
  {
    label: 'Recorded on behalf',
    // What was recorded for another side is noted beside the fields by whoever records.
    owner: 'both',
    publish: { kind: 'perPart' },
    clone: 'fresh',
    column: null,
    control: shown(12, { order: ['field', 'for', 'by', 'on'] }),
  },
);

/** One kind of record. Only described fields are taken, so that no question about a field stays open. */
export function kind<const Own extends Shape>({ kept, ...facts }: KindFacts<Own>) {
  const { sameBy = [], apartBy = [], together = [] } = facts;
  const schema = z.strictObject({ id: optionalId, ...facts.fields, onBehalf });
  return { ...facts, ...kept, sameBy, apartBy, together, schema };
}
