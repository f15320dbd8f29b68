import type { BrowserWindow } from 'electron';
import type { AskAside } from './aside.ts';
import type { EngineHost } from './engineHost.ts';
import { answersOf, type IpcOptions } from './ipc.ts';
import type { MainVerbs } from './mainVerb.ts';
import { createMainVerbs } from './mainVerbs.ts';
import type { Answers } from './openChannels.ts';
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
 * What answers the window, and what main does for its menu. It brings the whole contract with it, so it is read beside the
 * other processes' work and not before it.
 */
export function windowAnswers(given: WindowAnswers): { readonly verbs: MainVerbs; readonly answers: Answers } {
  const { engine, window, opened, aside, builtRoot, isTrusted } = given;
  const verbs = createMainVerbs(engine, window, opened, aside, createSpeller(builtRoot));
  return { verbs, answers: answersOf({ engine, verbs, isTrusted }) };
}
