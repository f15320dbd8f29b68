import type { Attached, AttachInput } from '../../shared/contract/evidence.ts';
import type { MainInput, MainMethodName, MainOutput } from '../../shared/contract/windowMethods.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { HeldPaths } from './heldPaths.ts';

type Handler<Name extends MainMethodName> = (input: MainInput<Name>) => Promise<Result<MainOutput<Name>>>;

export type MainVerbs = { readonly [Name in MainMethodName]: Handler<Name> } & {
  /** Attaches files one by one: one that is refused does not hold up the others. */
  readonly attachPaths: (paths: readonly string[], input: AttachInput) => Promise<Result<Attached>>;
  /** Keeps a dropped file for a later call. */
  readonly holdPath: HeldPaths['hold'];
};
