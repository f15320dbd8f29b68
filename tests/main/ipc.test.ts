import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineHost } from '../../electron/main/engineHost.ts';
import type { MainVerbs } from '../../electron/main/mainVerb.ts';
import { channels } from '../../shared/contract/channels.ts';
import { engineMethods } from '../../shared/contract/engineMethods.ts';
import { mainMethods } from '../../shared/contract/windowMethods.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';

type Handler = (event: unknown, ...args: unknown[]) => Promise<Result<unknown>>;
const handlers = new Map<string, Handler>();
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}));
vi.mock('../../electron/main/log.ts', () => ({ logBug: () => 'log-id-1' }));
const { answerWindow } = await import('../../electron/main/ipc.ts');

const own = { sender: 'our own window' };
const stranger = { sender: 'somebody else' };
const reached: unknown[] = [];

beforeEach(() => {
  reached.length = 0;
  const engine = {
    call: (method: string, input: unknown) => {
      reached.push([method, input]);
      return { result: Promise.resolve(ok('done')), cancel: () => undefined };
    },
  } as unknown as EngineHost;
  const verbs = new Proxy(
    {},
    {
      get: (_target, name) => async (input: unknown) => {
        reached.push([name, input]);
        if (name === 'app.about') throw new Error('a bug inside main');
        return ok('done');
      },
    },
  ) as MainVerbs;
  answerWindow({ engine, verbs, isTrusted: (event) => (event as unknown) === own });
});

async function ask(channel: string, event: unknown, ...args: unknown[]): Promise<Result<unknown>> {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`Nobody answers ${channel}`);
  return handler(event, ...args);
}

describe('calls from the window', () => {
  it.each(Object.values(channels).filter((channel) => channel !== channels.event))(
    'on %s are refused when they come from anywhere else',
    async (channel) => {
      const answer = await ask(channel, stranger, 'release.list', {});
      expect(answer).toMatchObject({ ok: false, error: { kind: 'notAllowed' } });
      expect(reached).toEqual([]);
    },
  );

  it('are told of a refusal without the option that only a terminal has', async () => {
    const engine = {
      call: () => ({ result: Promise.resolve(fail('conflict', 'Add it anyway (--even-so in a terminal).')) }),
    };
    answerWindow({ engine: engine as unknown as EngineHost, verbs: {} as MainVerbs, isTrusted: () => true });
    expect(await ask(channels.call, own, 'release.open', { release: 'X', asOf: null })).toMatchObject({
      error: { message: 'Add it anyway.' },
    });
  });

  it('reach the engine with parsed input', async () => {
    expect(await ask(channels.call, own, 'release.open', { release: 'X', asOf: null })).toEqual(ok('done'));
    expect(reached).toEqual([['release.open', { release: 'X', asOf: null }]]);
  });

  it.each(
    Object.entries(engineMethods)
      .filter(([, method]) => method.reach === 'main')
      .map(([name]) => name),
  )('never reach %s, which takes a path', async (name) => {
    expect(await ask(channels.call, own, name, { file: '/etc/hostname' })).toMatchObject({
      ok: false,
      error: { kind: 'notAllowed' },
    });
    expect(reached).toEqual([]);
  });

  it.each([...Object.keys(engineMethods), ...Object.keys(mainMethods)])(
    'with rubbish for %s are refused with a sentence and go no further',
    async (name) => {
      const channel = name in mainMethods ? channels.ask : channels.call;
      for (const rubbish of [undefined, 7, 'text', [], { surprise: true }]) {
        expect(await ask(channel, own, name, rubbish)).toMatchObject({
          ok: false,
          error: { message: expect.stringMatching(/\.$/) },
        });
      }
      expect(reached).toEqual([]);
    },
  );

  it.each([[['relative', 7]], [[null]], ['/etc/hostname'], [['']]])(
    'drop nothing that is not a list of paths: %j',
    async (paths) => {
      const input = { release: '0195c000-0000-7000-8000-000000000001', fields: {}, asOf: null };
      expect(await ask(channels.drop, own, paths, input)).toMatchObject({ ok: false, error: { kind: 'invalidInput' } });
      expect(reached).toEqual([]);
    },
  );

  it('get one sentence with a log id when main itself has a bug, and no exception', async () => {
    expect(await ask(channels.ask, own, 'app.about', {})).toMatchObject({
      ok: false,
      error: { kind: 'unexpected', message: expect.stringContaining('log-id-1') },
    });
  });
});
