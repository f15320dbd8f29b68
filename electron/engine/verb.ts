import type { InputOf, MethodName, OutputOf } from '../../shared/contract/engineMethods.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { Store } from '../store/openStore.ts';
import type { EngineContext } from './context.ts';

type Answer<T> = Result<T> | Promise<Result<T>>;

/** A use case: one method of the contract and what it does. */
export interface Verb<Name extends MethodName = MethodName> {
  readonly name: Name;
  readonly run: (context: EngineContext, input: InputOf<Name>) => Answer<OutputOf<Name>>;
}

/** A use case that works without an open store. */
export function verb<Name extends MethodName>(name: Name, run: Verb<Name>['run']): Verb<Name> {
  return { name, run };
}

/** A use case that needs the store; where it cannot be opened, that is the answer. */
export function storeVerb<Name extends MethodName>(
  name: Name,
  run: (context: EngineContext, store: Store, input: InputOf<Name>) => Answer<OutputOf<Name>>,
): Verb<Name> {
  return {
    name,
    run: (context, input) => {
      const store = context.store();
      return store.ok ? run(context, store.value, input) : store;
    },
  };
}
