import { type DateContext, readTypedDate } from '../../shared/domain/importing/readTypedDate.ts';
import type { FieldSpec } from './fieldSpec.ts';

/** What a text says in a field, or why it says nothing there. */
export type Typed = { readonly value: unknown } | { readonly problem: string };

/**
 * A text from a spreadsheet as the field would hold it: dates as a date field takes them,
 * choices by the word or the code, lists with commas or semicolons. Empty, or a dash, is *unknown*, as an emptied field is.
 */
export function readTyped(spec: FieldSpec, text: string, dates: DateContext): Typed {
  const plain = text.trim();
  if (plain === '' || plain === '–' || plain === '-') return { value: null };
  switch (spec.type) {
    case 'text':
    case 'long':
      return { value: plain };
    case 'date': {
      const read = readTypedDate(plain, dates);
      return read.ok ? { value: read.value } : { problem: read.error.message.replace(/\.$/, '') };
    }
    case 'number': {
      const digits = plain.replace(/^(\d{1,3})((?:[, ]\d{3})+)$/, (all) => all.replace(/[, ]/g, ''));
      return /^-?\d+(\.\d+)?$/.test(digits) ? { value: Number(digits) } : { problem: `“${plain}” is not a number` };
    }
    case 'yesNo':
      if (/^(yes|y|true)$/i.test(plain)) return { value: true };
      return /^(no|n|false)$/i.test(plain) ? { value: false } : { problem: `“${plain}” is neither yes nor no` };
    case 'choice':
      return choiceOf(spec, plain);
    case 'choices': {
      const read = listOf(plain).map((word) => choiceOf(spec, word));
      return read.find((one) => 'problem' in one) ?? { value: read.map((one) => ('value' in one ? one.value : null)) };
    }
    case 'tags':
      return { value: listOf(plain) };
    default:
      return { problem: `${spec.label} cannot be pasted into` };
  }
}

function listOf(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

function choiceOf({ options = [], label }: FieldSpec, text: string): Typed {
  const word = text.toLowerCase();
  const found = options.find((one) => one.value.toLowerCase() === word || one.label.toLowerCase() === word);
  if (found) return { value: found.value };
  return { problem: `“${text}” is none of the words for ${label}: ${options.map((one) => one.label).join(', ')}` };
}
