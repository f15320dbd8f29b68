import { homedir } from 'node:os';
import { join } from 'node:path';

const appFolderName = 'SEC Go-Live';

/** Where the app keeps its store by default, the same place for window and terminal on each platform. */
export function defaultStoreFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  return join(appDataFolder(platform, environment), appFolderName, 'store');
}

function appDataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  switch (platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    case 'win32':
      return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
    default:
      return environment.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  }
}
