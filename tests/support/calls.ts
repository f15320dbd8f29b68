import type { ElectronApplication } from 'playwright-core';
import type { WindowEvent } from '../../shared/contract/windowMethods.ts';

/** What went over the contract between the window and the app, since it was last read. */
export interface Calls {
  /** How often each method was called, by its name. */
  readonly methods: Readonly<Record<string, number>>;
  /** UTF-8 bytes of all answers and events as JSON, and of the largest one; 0 until this is read for the first time. */
  readonly bytes: number;
  readonly largest: number;
  readonly events: number;
}

/** How often main told the window something of this kind, since the app was opened. */
export function toldOf(app: ElectronApplication, kind: WindowEvent['kind']): Promise<number> {
  return app.evaluate((_, asked) => {
    const { contractCount: count } = globalThis as unknown as { contractCount: Count };
    return count.told[asked] ?? 0;
  }, kind);
}

interface Count {
  /** Whether anybody asks: weighing a large answer takes time that a measurement would see. */
  weighing: boolean;
  pending: number;
  methods: Record<string, number>;
  bytes: number;
  largest: number;
  events: number;
  told: Record<string, number>;
}

/** From now on main counts what it answers to the window and what it tells it. */
export async function countCalls(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain, BrowserWindow }) => {
    const count: Count = { weighing: false, pending: 0, methods: {}, bytes: 0, largest: 0, events: 0, told: {} };
    Object.assign(globalThis, { contractCount: count });
    const weigh = (message: unknown) => {
      if (!count.weighing) return;
      const bytes = Buffer.byteLength(JSON.stringify(message) ?? '');
      count.bytes += bytes;
      count.largest = Math.max(count.largest, bytes);
    };
    type Handler = (event: unknown, ...input: readonly unknown[]) => Promise<unknown>;
    // Electron has no public way to see what is handled; a version without this map fails here and now.
    const { _invokeHandlers: handlers } = ipcMain as unknown as { readonly _invokeHandlers: Map<string, Handler> };
    for (const [channel, handle] of handlers) {
      handlers.set(channel, async (event, ...input) => {
        const name = typeof input[0] === 'string' ? input[0] : channel;
        count.methods[name] = (count.methods[name] ?? 0) + 1;
        count.pending += 1;
        try {
          const answer = await handle(event, ...input);
          weigh(answer);
          return answer;
        } finally {
          count.pending -= 1;
        }
      });
    }
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents);
      webContents.send = (channel, ...message) => {
        count.events += 1;
        const { kind } = message[0] as WindowEvent;
        count.told[kind] = (count.told[kind] ?? 0) + 1;
        weigh(message);
        send(channel, ...message);
      };
    }
  });
}

/** What was counted since the last time this was asked. */
export function takeCalls(app: ElectronApplication): Promise<Calls> {
  return app.evaluate(() => {
    const { contractCount: count } = globalThis as unknown as { contractCount: Count };
    const { methods, bytes, largest, events } = count;
    Object.assign(count, { weighing: true, methods: {}, bytes: 0, largest: 0, events: 0 });
    return { methods, bytes, largest, events };
  });
}

/** How many calls of the window main has not answered yet. */
export function pendingCalls(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => (globalThis as unknown as { contractCount: Count }).contractCount.pending);
}
