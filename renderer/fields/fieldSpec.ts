import type { ControlType } from '../../shared/domain/catalogue/control.ts';
import { listedWords } from '../../shared/domain/catalogue/entries.ts';
import type { PartFacts } from '../../shared/domain/catalogue/field.ts';
import { wordFor } from '../../shared/domain/catalogue/words.ts';

export type FieldType = Exclude<ControlType, 'parts' | 'elsewhere'>;

/** How one field of a record is shown and edited. `field` may name a part of a field: `needs.minimumItems`. */
export interface FieldSpec {
  readonly field: string;
  readonly label: string;
  /** What our own tables call it, where that is another word. */
  readonly heading?: string;
  readonly type: FieldType;
  /** Columns of twelve. */
  readonly span: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
  /** Words to begin with in a text or a list of tags; any other can be typed. */
  readonly offers?: readonly string[];
  /** The parts of each row, where the field is a list of small records (`rows`, `shown`). */
  readonly parts?: readonly FieldSpec[];
}

/** A field's spec in one line, where it is no record's own. */
export const spec = (field: string, label: string, type: FieldType, span: number): FieldSpec => ({
  field,
  label,
  type,
  span,
});

/** Choices with the words people read. */
export const options = (values: readonly string[]) => values.map((value) => ({ value, label: wordFor(value) }));

/** One field as the catalogue describes it. */
export function specFor(
  field: string,
  schema: Parameters<typeof listedWords>[0],
  facts: Pick<PartFacts, 'label' | 'control' | 'column'>,
): FieldSpec {
  const { type, span, hint, offers, values = listedWords(schema) } = facts.control;
  const isChosen = type === 'choice' || type === 'choices';
  return {
    field,
    label: facts.label,
    type: type as FieldType,
    span,
    ...(isChosen ? { options: options(values) } : {}),
    ...(facts.column ? { heading: facts.column } : {}),
    ...(hint === undefined ? {} : { hint }),
    ...(offers === undefined ? {} : { offers }),
  };
}
