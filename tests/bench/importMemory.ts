/** Reads one file of issues and prints by how much the process grew at most. */
import { readImport } from '../../electron/importers/readImport.ts';

const [file = '', out = ''] = process.argv.slice(2);
const before = process.memoryUsage.rss();
const result = await readImport(
  {
    source: { file },
    name: 'issues.xlsx',
    kind: 'issues',
    sheet: null,
    mapping: null,
    valueMaps: {},
    defaults: {},
    out,
  },
  () => {},
);
// Kilobytes, the most that the process ever held.
const peak = process.resourceUsage().maxRSS * 1024;
console.info(JSON.stringify({ good: result.ok ? result.value.good : 0, growthMb: (peak - before) / 1e6 }));
