/** Makes a pack of so many criteria, plain or whole, and prints its pages and the most memory that the process held. */
import { largeModel, largeSnapshot, makePlain, makeWhole } from './packRuns.ts';

const [kind = 'whole', criteria = '10', out = ''] = process.argv.slice(2);
const snapshot = largeSnapshot(Number(criteria));
const start = performance.now();
if (kind === 'plain') await makePlain(largeModel(snapshot));
const pages = kind === 'plain' ? null : await makeWhole(snapshot, out);
const ms = performance.now() - start;
// Kilobytes, the most that the process ever held.
console.info(JSON.stringify({ pages, ms, peakMb: process.resourceUsage().maxRSS / 1024 }));
