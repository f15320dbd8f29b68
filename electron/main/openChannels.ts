import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channels } from '../../shared/contract/channels.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';

type Asked = Exclude<(typeof channels)[keyof typeof channels], typeof channels.event>;

/** What answers on each channel on which the window asks. */
export type Answers = {
  readonly [Channel in Asked]: (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<Result<unknown>>;
};

/** Opens the channels; what is asked before those are there who answer waits for them. */
export function openChannels(answers: () => Promise<Answers>): void {
  for (const channel of [channels.call, channels.ask, channels.drop, channels.hold])
    ipcMain.handle(channel, async (event, ...args) => (await answers())[channel](event, ...args));
}
