import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where this machine keeps what must not go along with a store's folder: it neither roams nor is copied with it.
 * SEC_GOLIVE_STATE names another place.
 */
export function stateFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const named = environment.SEC_GOLIVE_STATE;
  if (named) return named;
  switch (platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Caches', 'SEC Go-Live', 'replicas');
    case 'win32':
      return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'SEC Go-Live', 'replicas');
    default:
      return join(environment.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'sec-golive', 'replicas');
  }
}
