import { displays } from './displays.ts';

/* Two windows on one screen would take the keyboard and the clipboard from each other, so each worker has its own. */
const all = displays();
const own = all[(Number(process.env.VITEST_POOL_ID) - 1) % all.length];
if (own !== undefined) process.env.DISPLAY = own;
