import { PlainStop } from './say.mjs';

/**
 * What an end-to-end test starts: `_electron.launch({ ...electronForTests(), … })`. The tasks `test` and `shots` find
 * the Electron, prepare it and pass it on in the environment.
 *
 * @returns {{ executablePath: string, args: string[] }} add your own arguments after these
 */
export function electronForTests() {
  const { SEC_GOLIVE_ELECTRON: executablePath, SEC_GOLIVE_ELECTRON_ARGS: args } = process.env;
  if (!executablePath || !args) {
    throw new PlainStop('End-to-end tests need an Electron: run them with `npm test -- --project e2e [name]`.');
  }
  return { executablePath, args: JSON.parse(args) };
}
