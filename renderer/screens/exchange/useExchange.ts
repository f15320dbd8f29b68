import type { InputOf, OutputOf, WindowMethodName } from '../../../shared/contract/engineMethods.ts';
import { useExchangeStore } from '../../stores/exchangeStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';

const askEvery = 10_000;

type About = Extract<WindowMethodName, 'exchange.status' | 'exchange.conflicts' | 'exchange.received'>;

/** What the engine knows of the exchange: asked again with every change, and now and then, for the folder has its own pace. */
export function useExchange<Name extends About>(method: Name, releaseId: string | null): OutputOf<Name> | null {
  const version = useExchangeStore((state) => state.version);
  const isStatus = method === 'exchange.status';
  const input = releaseId === null && !isStatus ? null : ({ releaseId } as InputOf<Name>);
  return useEngineAnswer(method, input, { also: version, ...(isStatus ? { every: askEvery } : {}) });
}
