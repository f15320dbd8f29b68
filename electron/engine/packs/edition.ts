import { type CalendarDate, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok } from '../../../shared/domain/foundation/result.ts';
import { publicEdition } from '../../../shared/domain/pack/editions/publicEdition.ts';
import type { Edition } from '../../../shared/domain/pack/packIdentity.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { readFinalPacks, standingFinal } from '../../store/finalPacks.ts';
import { freeReference } from '../../store/issuedPapers.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { keptSnapshot } from '../keptSnapshot.ts';
import { asPack, issue } from './issue.ts';
import { packsBefore } from './previous.ts';
import { paperRegister } from './registers.ts';
import { evidenceSources } from './sources.ts';

interface EditionOrder {
  readonly releaseId: string;
  readonly name: string;
  readonly edition: Exclude<Edition, 'full'>;
  readonly out: string;
  readonly asOf: CalendarDate | null;
}

/** Another edition of the final pack that stands, or of the last one of the day asked for: made from that pack's own facts, so that it cannot say anything else. */
export async function exportEditionOfFinal(context: EngineContext, store: Store, order: EditionOrder) {
  const { releaseId, name, edition, out } = order;
  const finals = readFinalPacks(store.db, releaseId);
  const last = finals.findLast((one) => one.asOf === order.asOf) ?? standingFinal(finals, null);
  if (!last)
    return fail(
      'notFound',
      `There is no final pack of ${name} yet, so no other edition of it; issue the full one first, or make a draft (without --final in a terminal).`,
      name,
    );
  const read = await keptSnapshot(context, store, last);
  if (!read.ok) return read;
  if (order.asOf !== null && order.asOf !== read.value.asOf)
    return fail(
      'invalidInput',
      `Another edition of ${last.reference} shows what that pack shows, as of ${formatDate(read.value.asOf)}; leave out the as-of date.`,
      'asOf',
    );
  const { reference, sha256 } = last;
  const whole: PackSnapshot = {
    ...read.value,
    identity: {
      ...read.value.identity,
      reference: freeReference(store.db, releaseId, `${reference}, ${edition}`),
      edition,
      appVersion: context.appVersion,
      editionOf: { reference, asOf: read.value.asOf, sha256 },
    },
  };
  const before = edition === 'public' ? await packsBefore(context, store, whole.identity) : ok(new Map());
  if (!before.ok) return before;
  const snapshot = edition === 'public' ? publicEdition(whole, before.value) : whole;
  const evidence = evidenceSources(store, whole.facts);
  if (!evidence.ok) return evidence;
  const entry = { kind: 'edition', body: null, meeting: null, pack: reference } as const;
  const register = paperRegister(releaseId, snapshot, entry);
  const issued = await issue(context, store, { releaseId, snapshot, evidence: evidence.value, out, register });
  return issued.ok ? ok(asPack(issued.value, true)) : issued;
}
