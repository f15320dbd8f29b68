import { z } from 'zod';
import type { Control } from './control.ts';
import type { Imported } from './imported.ts';
import type { Answer } from './publish.ts';
import { unknowable } from './schemas.ts';

/** Whose a field is: now it decides who may change it, in an exchange whose value is the default. */
export type Owner = 'DCC' | 'SECAS' | 'both';

export type Fields = Readonly<Record<string, unknown>>;

/** Kinds that others point at by their reference, in the order in which clashes of it are mended. */
export const pointedAt = ['modification', 'criterion', 'evidence'] as const;
export type PointedAt = (typeof pointedAt)[number];

/** What is known of a part of a field: one line of `needs`, one column of `signatures`. */
export interface PartFacts {
  /** What people call it. */
  readonly label: string;
  readonly control: Control;
  /** What goes to everybody; `perPart` where each part answers for itself. */
  readonly publish: Answer | typeof perPart;
  /** The heading in tables that are taken away; left out: the label; null: it stands in none. */
  readonly column?: string | null;
  /** What such a table shows, where it is not the value: words for coded values, or a text or list made of it. */
  readonly inTable?: Readonly<Record<string, string>> | ((value: never) => string | readonly string[]);
  readonly imported?: Imported;
  /** What it names by its reference, or by `kind:key` where that may be any record; a rename is followed here. */
  readonly pointsAt?: PointedAt | 'record';
  /** What a sentence calls it, where the label says too little without its place in the window; left out: the label. */
  readonly told?: string;
  /** Coded values in the words that people read; others stand for themselves. */
  readonly words?: Readonly<Record<string, string>>;
  /** A part that does not carry over with its field. */
  readonly clone?: 'fresh';
}

/** What is known of a field: nothing that decides who sees or changes it may be left open. */
export interface FieldFacts extends Omit<PartFacts, 'clone'> {
  /**
   * Whose it is; for some by the record and by what the value becomes (`docs/design.md`, Who owns what).
   */
  readonly owner: Owner | ((record: Fields, value: unknown) => Owner);
  /** Whether it carries over to the next release. */
  readonly clone: 'carry' | 'fresh';
  /** Never recorded on behalf: each side's own word, or some values are. */
  readonly ownWord?: true | ((value: unknown) => boolean);
  /** A list of which each entry is the organisation's that it names. */
  readonly signed?: true;
}

/** Stands for an answer where each part answers for itself. */
export const perPart = { kind: 'perPart' } as const;

const fields = z.registry<FieldFacts>();
const parts = z.registry<PartFacts>();

declare const described: unique symbol;
/** A schema whose facts are known; only such stand in a record. */
export type Field<Schema extends z.ZodType = z.ZodType> = Schema & { readonly [described]: 'field' };
export type Part<Schema extends z.ZodType = z.ZodType> = Schema & { readonly [described]: 'part' };

/** A field of a record. The schema is copied, so that building blocks may be shared. */
export function field<Schema extends z.ZodType>(schema: Schema, facts: FieldFacts): Field<Schema> {
  const own = schema.clone();
  fields.add(own, facts);
  return own as Field<Schema>;
}

/** A part of a field that holds several. */
export function part<Schema extends z.ZodType>(schema: Schema, facts: PartFacts): Part<Schema> {
  const own = schema.clone();
  parts.add(own, facts);
  return own as Part<Schema>;
}

/** A small record inside a field, of described parts only. */
export function partsOf<const Shape extends Readonly<Record<string, Part>>>(shape: Shape) {
  return z.strictObject(shape);
}

/** A short list of such small records inside a record: null when not stated. */
export function listOfParts<const Shape extends Readonly<Record<string, Part>>>(shape: Shape) {
  return unknowable(z.array(partsOf(shape)));
}

export function factsOfField(schema: z.ZodType): FieldFacts {
  const facts = fields.get(schema);
  if (!facts) throw new Error('A field of the catalogue has no facts');
  return facts;
}

export function factsOfPart(schema: z.ZodType): PartFacts {
  const facts = parts.get(schema);
  if (!facts) throw new Error('A part of the catalogue has no facts');
  return facts;
}
