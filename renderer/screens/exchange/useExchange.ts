import { useEffect, useState } from 'react';
import type { OutputOf, WindowMethodName } from '../../../shared/contract/engineMethods.ts';
import { call } from '../../api.ts';
import { useExchangeStore } from '../../stores/exchangeStore.ts';
import { tellError } from '../../stores/notify.tsx';
import { useReleaseStore } from '../../stores/releaseStore.ts';

const askEvery = 10_000;

type About = Extract<WindowMethodName, 'exchange.status' | 'exchange.conflicts' | 'exchange.received'>;

/** What the engine knows of the exchange: asked again with every change, and now and then, for the folder has its own pace. */
export function useExchange<Name extends About>(method: Name, releaseId: string | null): OutputOf<Name> | null {
  const revision = useReleaseStore((state) => state.revision);
  const version = useExchangeStore((state) => state.version);
  const [answer, setAnswer] = useState<OutputOf<Name> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: revision and version are what makes the answer out of date.
  useEffect(() => {
    let isWanted = true;
    const ask = () => {
      if (releaseId === null && method !== 'exchange.status') return;
      void call(method, { releaseId } as never).then((read) => {
        if (!isWanted) return;
        if (read.ok) setAnswer(read.value);
        else tellError(read.error);
      });
    };
    ask();
    const timer = method === 'exchange.status' ? setInterval(ask, askEvery) : undefined;
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [method, releaseId, revision, version]);
  return answer;
}
