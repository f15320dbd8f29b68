import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

interface Target {
  readonly type: string;
  readonly webSocketDebuggerUrl: string;
}

const patience = 60_000;

/**
 * Milliseconds from the start of the process to the frame in which the selector's element stands in the window. Asked over
 * Chromium's own debugging port, and by no launcher, which would hold the start up.
 */
export async function timeToPage(
  { executablePath, args: own }: { readonly executablePath: string; readonly args: readonly string[] },
  args: readonly string[],
  selector: string,
): Promise<number> {
  const port = await freePort();
  const start = Date.now();
  const app = spawn(executablePath, [...own, `--remote-debugging-port=${port}`, ...args], { stdio: 'ignore' });
  try {
    for (;;) {
      const page = await pageOn(port, start);
      const at = await firstFrameWith(page.webSocketDebuggerUrl, selector);
      if (at !== null) return at - start;
    }
  } finally {
    app.kill();
    await once(app, 'exit');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The window's page as soon as there is one. */
async function pageOn(port: number, start: number): Promise<Target> {
  while (Date.now() - start < patience) {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`).then(
      (answer) => answer.json() as Promise<readonly Target[]>,
      () => [],
    );
    const page = targets.find(({ type }) => type === 'page');
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('The window never came');
}

/**
 * When that frame was drawn, as the window's clock says; asked again where the page is replaced meanwhile. Null: it was
 * replaced by one of another process, which takes the socket with it and never answers.
 */
async function firstFrameWith(url: string, selector: string): Promise<number | null> {
  const socket = new WebSocket(url);
  const closed = once(socket, 'close').then(() => null);
  if ((await Promise.race([once(socket, 'open'), closed])) === null) return null;
  const expression = `new Promise((found) => {
    const look = () => requestAnimationFrame(() => document.querySelector(${JSON.stringify(selector)}) ? found(Date.now()) : look());
    look();
  })`;
  try {
    for (let id = 1; ; id += 1) {
      const answered = once(socket, 'message');
      socket.send(
        JSON.stringify({
          id,
          method: 'Runtime.evaluate',
          params: { expression, awaitPromise: true, returnByValue: true },
        }),
      );
      const message = (await Promise.race([answered, closed])) as readonly [MessageEvent<string>] | null;
      if (message === null) return null;
      const { result } = JSON.parse(message[0].data) as {
        readonly result?: { readonly result?: { readonly value?: number } };
      };
      const at = result?.result?.value;
      if (typeof at === 'number') return at;
    }
  } finally {
    socket.close();
  }
}
