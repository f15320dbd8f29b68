/** How a field is shown and edited in the window. */
export interface Control {
  readonly type: ControlType;
  /** Columns of twelve. */
  readonly span: number;
  readonly hint?: string;
  /** What may be chosen, where the schema does not list it. */
  readonly values?: readonly string[];
  /** Words to begin with, where people have their own as well. */
  readonly offers?: readonly string[];
  /** The order of the parts of a row, where it is another than that of the schema. */
  readonly order?: readonly string[];
}

export type ControlType =
  | 'text'
  | 'long'
  | 'date'
  | 'slot'
  | 'number'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'tags'
  | 'rows'
  | 'shown'
  | 'parts'
  | 'elsewhere';

type More = Pick<Control, 'hint' | 'values' | 'offers' | 'order'>;

const of =
  (type: ControlType) =>
  (span: number, more: More = {}): Control => ({ type, span, ...more });

export const line = of('text');
export const long = of('long');
export const day = of('date');
/** A slot of the calendar, in words (§3). */
export const slotControl = of('slot');
export const number = of('number');
export const yesNo = of('yesNo');
/** One of the words that the schema lists, or of `values`. */
export const choice = of('choice');
export const choices = of('choices');
export const tags = of('tags');
/** A list of small records, each a row of its parts. */
export const rows = of('rows');
/** Computed, or moved by a control of its own: read, never typed. */
export const shown = of('shown');
/** Every part has a control of its own, beside the others of the record. */
export const inParts: Control = { type: 'parts', span: 12 };
/** Shown by a control that is more than a field: the life of an evidence item, its file, what a body saw. */
export const elsewhere: Control = { type: 'elsewhere', span: 12 };
