import type { InputOf, MethodName, OutputOf } from '../../shared/contract/engineMethods.ts';
import { type AppError, errorKinds } from '../../shared/domain/foundation/appError.ts';
import type { Engine } from '../engine/engine.ts';

/** Exit codes as settled in `docs/formats.md`. */
export const exitCodes = { done: 0, notInOrder: 1, usage: 2, refused: 3, store: 4 } as const;

/** What a command prints with: one JSON document on stdout with `--json`, sentences otherwise. */
export interface Terminal {
  readonly json: boolean;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** `more` stands beside the error in its document, where a command has more to say of what it did not do. */
export function reportError(terminal: Terminal, error: AppError, more: object = {}): number {
  const { kind, message, where } = error;
  if (terminal.json) terminal.write(`${JSON.stringify({ error: { kind, message, where }, ...more })}\n`);
  terminal.writeError(`${message}\n`);
  return exitCodes[errorKinds[kind].ends];
}

/** Calls the engine and prints: `say` turns the answer into lines, `exitCode` says whether all is in order. */
export async function runCommand<Name extends MethodName>(
  terminal: Terminal,
  engine: Engine,
  method: Name,
  input: InputOf<Name>,
  say: (output: OutputOf<Name>) => readonly string[],
  exitCode: (output: OutputOf<Name>) => number = () => exitCodes.done,
): Promise<number> {
  const result = await engine.call(method, input);
  if (!result.ok) return reportError(terminal, result.error);
  const output = result.value as OutputOf<Name>;
  if (terminal.json) terminal.write(`${JSON.stringify(output)}\n`);
  else terminal.write(`${say(output).join('\n')}\n`);
  return exitCode(output);
}
