import { z } from 'zod';
import { onBehalf } from '../catalogue/kind.ts';
import { kinds } from '../catalogue/kinds.ts';
import { goLive, ifNotGo, own } from '../catalogue/release.ts';
import { listOf, optionalId, section } from '../catalogue/schemas.ts';

const goLiveSchema = z.strictObject({
  ...goLive,
  parts: listOf(kinds.goLivePart.schema),
  changes: listOf(kinds.goLiveChange.schema),
});

/** The release itself: type, slot, marks, dates (§2, §3, §4.1). */
export const releaseSchema = z.strictObject({
  id: optionalId,
  ...own,
  onBehalf,
  goLive: section(goLiveSchema),
  ifNotGo: section(z.strictObject(ifNotGo)),
  notLive: listOf(kinds.notLive.schema),
});

export type Release = z.output<typeof releaseSchema>;
export type ScopeDecision = z.output<typeof kinds.scopeDecision.schema>;
export type UserTestingNotice = z.output<typeof kinds.userTestingNotice.schema>;
