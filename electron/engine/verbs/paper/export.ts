import { resolve } from 'node:path';
import { formatDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { meetingWords } from '../../../../shared/domain/pack/face.ts';
import type { PackIdentity } from '../../../../shared/domain/pack/packIdentity.ts';
import { type PackSnapshot, snapshotFormat, snapshotVersion } from '../../../../shared/domain/pack/packSnapshot.ts';
import { criteriaOfBody, paperSnapshot } from '../../../../shared/domain/pack/paper/paperFacts.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { bodyOf, theBody } from '../../../../shared/domain/records/bodies.ts';
import type { ReleaseFacts } from '../../../../shared/domain/records/releaseFacts.ts';
import { freeReference } from '../../../store/issuedPapers.ts';
import type { ChangeSet } from '../../changes.ts';
import { issue } from '../../packs/issue.ts';
import { lastPaper } from '../../packs/previous.ts';
import { paperRegister } from '../../packs/registers.ts';
import { evidenceSources, problemWithTarget } from '../../packs/sources.ts';
import { stampAsked } from '../../papers/stampAsked.ts';
import { readRelease } from '../../releaseByName.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/**
 * The paper for one body's meeting. What it shows becomes the stamp of what the body was asked: once the position for
 * that meeting is recorded, it answers to this wording and this evidence, whatever has changed by then.
 */
export const paperExport = storeVerb('paper.export', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts, id: releaseId, name } = found.value;
  const body = bodyIn(facts, input.body);
  const the = theBody(body);
  if (criteriaOfBody(facts, body).length === 0)
    return fail(
      'invalidInput',
      `No criterion of ${name} corresponds to ${the}, and it has been asked about none; map a criterion to it first, or check the name.`,
      input.body,
    );
  const out = resolve(input.out);
  const unwritable = problemWithTarget(out);
  if (unwritable) return fail('invalidInput', unwritable, input.out);
  const asOf = input.asOf ?? context.today();
  if (input.meeting < asOf)
    return fail(
      'invalidInput',
      `The meeting of ${formatDate(input.meeting)} lies before the as-of date, ${formatDate(asOf)}; a paper goes before its meeting.`,
      'meeting',
    );
  const full = snapshotOf(store, facts, asOf, false);
  const own = paperSnapshot({ ...full, readiness: computeReadiness(full) }, body);
  const last = await lastPaper(context, store, releaseId, body, full);
  if (!last.ok) return last;
  const identity: PackIdentity = {
    reference: freeReference(store.db, releaseId, `${body} paper ${input.meeting}`),
    final: true,
    number: null,
    edition: 'full',
    meeting: null,
    acceptedBlockers: null,
    appVersion: context.appVersion,
    document: {
      kind: 'paper',
      body,
      meeting: input.meeting,
      last: last.value?.issued ?? null,
      changes: last.value?.changes ?? [],
      ...(input.answers === false ? {} : { answers: true }),
    },
  };
  const snapshot: PackSnapshot = { format: snapshotFormat, version: snapshotVersion, identity, ...own };
  const evidence = evidenceSources(store, own.facts);
  if (!evidence.ok) return evidence;
  const entry = { kind: 'paper', body, meeting: input.meeting, pack: null } as const;
  const asked = { body, meeting: meetingWords(body, input.meeting) };
  const also = (set: ChangeSet) => stampAsked(set, releaseId, snapshot, asked);
  const register = paperRegister(releaseId, snapshot, entry);
  const issued = await issue(context, store, { releaseId, snapshot, evidence: evidence.value, out, register, also });
  return issued.ok ? ok({ ...issued.value, body, criteria: own.facts.criteria.map((one) => one.reference) }) : issued;
});

/** The body as the release writes it: `tag`, `TAG` and `Testing Advisory Group` are one. */
function bodyIn(facts: ReleaseFacts, wanted: string): string {
  const body = bodyOf(wanted);
  const known = [...facts.criteria.flatMap((one) => one.bodies ?? []), ...facts.views.map((view) => view.body)];
  return known.map(bodyOf).find((name) => name.toLowerCase() === body.toLowerCase()) ?? body;
}
