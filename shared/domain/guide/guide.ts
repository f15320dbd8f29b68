import type { GuidePage } from './guidePage.ts';
import { goingWrong } from './pages/goingWrong.ts';
import { readingPack } from './pages/readingPack.ts';
import { releaseManager } from './pages/releaseManager.ts';
import { testLead } from './pages/testLead.ts';
import { weekBefore } from './pages/weekBefore.ts';

/** One page a person and task. The window's help and the PDF are both made of these. */
export const guide: readonly GuidePage[] = [releaseManager, testLead, weekBefore, readingPack, goingWrong];
