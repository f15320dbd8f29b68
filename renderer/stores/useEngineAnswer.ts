import { useEffect, useState } from 'react';
import type { InputOf, OutputOf, WindowMethodName } from '../../shared/contract/engineMethods.ts';
import { call } from '../api.ts';
import { tellError } from './notify.tsx';
import { useReleaseStore } from './releaseStore.ts';

/**
 * An answer of the engine that follows the store: asked again with every change. Null before the first answer; while a
 * newer one is on its way, the last one stays.
 */
export function useEngineAnswer<Name extends WindowMethodName>(
  method: Name,
  input: InputOf<Name> | null,
): OutputOf<Name> | null {
  const revision = useReleaseStore((state) => state.revision);
  const [answer, setAnswer] = useState<OutputOf<Name> | null>(null);
  const asked = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input is compared by content, and a new revision makes the answer out of date.
  useEffect(() => {
    let isWanted = true;
    if (input)
      void call(method, input).then((result) => {
        if (!isWanted) return;
        if (result.ok) setAnswer(result.value);
        else tellError(result.error);
      });
    return () => {
      isWanted = false;
    };
  }, [method, asked, revision]);
  return answer;
}
