import type { z } from 'zod';

/** Who may call a method: the window too, or only main and the CLI, because its input holds a file path. */
type Reach = 'window' | 'main';

/** One engine method: what it takes and what it gives. A renderer never sees a file path. */
export interface Method<
  R extends Reach = Reach,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly reach: R;
  readonly input: Input;
  readonly output: Output;
}

/** A method that the window may call. */
export function forWindow<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<'window', Input, Output> {
  return { reach: 'window', input, output };
}

/** A method that only the main process and the CLI may call. */
export function forMain<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<'main', Input, Output> {
  return { reach: 'main', input, output };
}
