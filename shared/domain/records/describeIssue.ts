import type { z } from 'zod';
import { countOf } from '../foundation/words.ts';

/** The first problem of a refused input: a path such as `criteria[2].due` and what is wrong there. */
export interface Problem {
  readonly where: string;
  readonly what: string;
}

/** One clear sentence for the first thing that is wrong, naming the place and the value. */
export function describeProblem(error: z.ZodError, input: unknown): Problem {
  const issue = deepest(error.issues[0]);
  if (!issue) return { where: '', what: 'is not valid' };
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return { where: pathText([...issue.path, key]), what: 'is not a known property; remove it or check its spelling' };
  }
  const value = valueAt(input, issue.path);
  return { where: pathText(issue.path), what: `${show(value)} ${reason(issue, value)}` };
}

/** `criteria[2].due`; empty for the whole input. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function deepest(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat()[0];
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

function reason(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') return `(it must be given)`;
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${article(issue.expected)}`;
    case 'invalid_value':
      return `is not one of ${issue.values.map((allowed) => JSON.stringify(allowed)).join(', ')}`;
    case 'too_small':
      return issue.message.startsWith('is ') ? issue.message : tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return issue.message.startsWith('is ') ? issue.message : tooBig(issue.origin, Number(issue.maximum));
    default:
      return issue.message.startsWith('is ') || issue.message.startsWith('holds ')
        ? issue.message
        : `is not valid (${issue.message})`;
  }
}

/** A text and a list have a length; only a number is less than another. */
function tooSmall(origin: string, least: number): string {
  if (origin === 'string')
    return least === 1 ? 'is empty; write what is meant there' : `is shorter than ${countOf(least, 'character')}`;
  return origin === 'array' ? `holds fewer than ${countOf(least, 'entry', 'entries')}` : `is less than ${least}`;
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') return `is longer than ${countOf(most, 'character')}`;
  return origin === 'array' ? `holds more than ${countOf(most, 'entry', 'entries')}` : `is more than ${most}`;
}

function article(type: string): string {
  const names: Record<string, string> = {
    int: 'a whole number',
    number: 'a number',
    array: 'a list',
    boolean: 'true or false',
    object: 'an object',
    string: 'text',
    date: 'a date',
  };
  return names[type] ?? `a ${type}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    input,
  );
}

function show(value: unknown): string {
  if (value === undefined) return 'is missing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
