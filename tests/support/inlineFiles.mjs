import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** `./x.sql?raw` and `./x.ttf?inline` in plain Node, as Vite does them in the build. */
const readers = {
  '?raw': (file) => readFileSync(file, 'utf8'),
  '?inline': (file) => `data:application/octet-stream;base64,${readFileSync(file, 'base64')}`,
};

registerHooks({
  load: (url, context, next) => {
    const suffix = Object.keys(readers).find((known) => url.endsWith(known));
    if (suffix === undefined) return next(url, context);
    const content = readers[suffix](new URL(url.slice(0, -suffix.length)));
    return { format: 'module', source: `export default ${JSON.stringify(content)}`, shortCircuit: true };
  },
});
