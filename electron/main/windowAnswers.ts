import type { BrowserWindow } from 'electron';
import type { AskAside } from './aside.ts';
import type { EngineHost } from './engineHost.ts';
import { answerWindow, type IpcOptions } from './ipc.ts';
import type { MainVerbs } from './mainVerb.ts';
import { createMainVerbs } from './mainVerbs.ts';
import type { OpenedFile } from './openedFile.ts';
import { createSpeller } from './spelling/speller.ts';

export interface WindowAnswers {
  readonly engine: EngineHost;
  readonly window: () => BrowserWindow | null;
  readonly opened: OpenedFile;
  readonly aside: AskAside;
  readonly builtRoot: string;
  readonly isTrusted: IpcOptions['isTrusted'];
}

/**
 * From now on whatever the window asks is answered; gives what main does for it, for its menu. It brings the whole contract
 * with it, so it is loaded beside the start of the other processes and not before it.
 */
export function answerFromMain(given: WindowAnswers): { readonly ask: MainVerbs } {
  const { engine, window, opened, aside, builtRoot, isTrusted } = given;
  const ask = createMainVerbs(engine, window, opened, aside, createSpeller(builtRoot));
  answerWindow({ engine, verbs: ask, isTrusted });
  return { ask };
}
