import type { InputOf, MethodName, OutputOf } from '../../shared/contract/engineMethods.ts';
import { fail, type Result } from '../../shared/domain/foundation/result.ts';
import type { EngineHost } from './engineHost.ts';

/** Asks an engine of its own, which does nothing else and ends afterwards. One at a time. */
export type AskAside = <Name extends MethodName>(method: Name, input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>;

const busySentence = 'A check or a backup is at work already; wait for it.';

/** Long work on a large store goes there, so that the engine that people work with goes on answering. */
export function createAside(engine: Pick<EngineHost, 'folder'>, start: (folder: string) => EngineHost): AskAside {
  let busy = false;
  return async <Name extends MethodName>(method: Name, input: InputOf<Name>) => {
    if (busy) return fail('conflict', busySentence);
    busy = true;
    try {
      const other = start(engine.folder());
      try {
        return (await other.call(method, input).result) as Result<OutputOf<Name>>;
      } finally {
        other.stop();
      }
    } finally {
      busy = false;
    }
  };
}
