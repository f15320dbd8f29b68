import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** `import sql from './x.sql?raw'` in plain Node, as Vite does it in the build. */
registerHooks({
  load: (url, context, next) =>
    url.endsWith('?raw')
      ? {
          format: 'module',
          source: `export default ${JSON.stringify(readFileSync(new URL(url.slice(0, -4)), 'utf8'))}`,
          shortCircuit: true,
        }
      : next(url, context),
});
