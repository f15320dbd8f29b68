/**
 * Runs on Windows: the app's built engine as the window runs it, with a parent that speaks to it over Node's own channel.
 * Arguments: the built engine, the store's folder, the version.
 */
import { pathToFileURL } from 'node:url';

const [engine = '', folder = '', version = ''] = process.argv.slice(2);
const parentPort = {
  on: (_event: 'message', listener: (event: { readonly data: unknown }) => void) => {
    process.on('message', (data) => listener({ data }));
  },
  postMessage: (message: unknown) => process.send?.(message),
};
Object.assign(process, { parentPort });
process.argv = [...process.argv.slice(0, 2), folder, version];
await import(pathToFileURL(engine).href);
