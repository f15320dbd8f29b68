import type { z } from 'zod';
import type { Result } from '../domain/foundation/result.ts';
import { addendumWindowMethods } from './addendum.ts';
import { appWindowMethods } from './app.ts';
import { calendarWindowMethods } from './calendar.ts';
import type { CommandId } from './commands.ts';
import type { HeldFile } from './common.ts';
import { decisionWindowMethods } from './decision.ts';
import { engineWindowMethods } from './engine.ts';
import type { InputOf, OutputOf, WindowMethodName } from './engineMethods.ts';
import { type Attached, type AttachInput, evidenceWindowMethods } from './evidence.ts';
import { exchangeWindowMethods } from './exchange.ts';
import { guideWindowMethods } from './guide.ts';
import { importWindowMethods } from './import.ts';
import { packWindowMethods } from './pack.ts';
import { paperWindowMethods } from './paper.ts';
import type { ProgressReport, StoreChange } from './processMessages.ts';
import { releaseWindowMethods } from './release.ts';
import { reportWindowMethods } from './report.ts';
import { spellingWindowMethods } from './spelling.ts';
import { storeWindowMethods } from './store.ts';
import { tableWindowMethods } from './table.ts';
import { textWindowMethods } from './text.ts';
import { workWindowMethods } from './work.ts';

/**
 * What the main process does for the window because it needs a dialog or a path: the window says what it wants and
 * hears what came of it, and never holds a path.
 */
export const mainMethods = {
  ...evidenceWindowMethods,
  ...releaseWindowMethods,
  ...packWindowMethods,
  ...paperWindowMethods,
  ...decisionWindowMethods,
  ...textWindowMethods,
  ...reportWindowMethods,
  ...guideWindowMethods,
  ...calendarWindowMethods,
  ...importWindowMethods,
  ...tableWindowMethods,
  ...exchangeWindowMethods,
  ...storeWindowMethods,
  ...appWindowMethods,
  ...spellingWindowMethods,
  ...workWindowMethods,
  ...addendumWindowMethods,
  ...engineWindowMethods,
};

type MainMethods = typeof mainMethods;
export type MainMethodName = keyof MainMethods;
export type MainInput<Name extends MainMethodName> = z.output<MainMethods[Name]['input']>;
export type MainOutput<Name extends MainMethodName> = z.output<MainMethods[Name]['output']>;

export function isMainMethodName(name: unknown): name is MainMethodName {
  return typeof name === 'string' && Object.hasOwn(mainMethods, name);
}

/** Where an `engineStopped` error says that nothing will answer until the engine is started again. */
export const engineDown = 'engine';

/** What became of the engine: started again, not running, not answering, answering after all. */
export type EngineState = 'restarted' | 'failed' | 'silent' | 'answers';

/** What the window is told without asking. */
export type WindowEvent =
  | ({ readonly kind: 'storeChanged' } & StoreChange)
  | { readonly kind: 'engine'; readonly state: EngineState }
  | { readonly kind: 'progress'; readonly report: ProgressReport }
  | { readonly kind: 'command'; readonly command: CommandId }
  /** The daily backup in the second folder, or the restore that tried it out, went wrong. */
  | { readonly kind: 'backupFailed'; readonly sentence: string }
  /** The system handed a file to the app; the window takes it by `app.takeOpened`. */
  | { readonly kind: 'fileOpened' };

/** All that the preload exposes. */
export interface WindowApi {
  readonly call: <Name extends WindowMethodName>(method: Name, input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>;
  readonly ask: <Name extends MainMethodName>(
    method: Name,
    input: MainInput<Name>,
  ) => Promise<Result<MainOutput<Name>>>;
  /** Files that the person dropped; the preload resolves their paths, the window never sees them. */
  readonly attachDropped: (files: readonly unknown[], input: AttachInput) => Promise<Result<Attached>>;
  /** Keeps dropped files for a later call, each under a token. */
  readonly holdDropped: (files: readonly unknown[]) => Promise<Result<readonly HeldFile[]>>;
  readonly onEvent: (listener: (event: WindowEvent) => void) => () => void;
}
