/** Makes a pack of so many criteria, plain or whole, and prints its pages and the most memory that the process held. */
import { largeModel, largeSnapshot, makePlain, makeWhole } from './packRuns.ts';

const [kind = 'whole', criteria = '10', out = ''] = process.argv.slice(2);
const snapshot = largeSnapshot(Number(criteria));
if (kind === 'plain') await makePlain(largeModel(snapshot));
const pages = kind === 'plain' ? null : await makeWhole(snapshot, out);
// Kilobytes, the most that the process ever held.
console.info(JSON.stringify({ pages, peakMb: process.resourceUsage().maxRSS / 1024 }));
