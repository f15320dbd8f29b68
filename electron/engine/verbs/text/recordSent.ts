import type { InputOf } from '../../../../shared/contract/engineMethods.ts';
import { formatDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { notifiedOn } from '../../../../shared/domain/records/notifiedOn.ts';
import { type RuleContext, ruleContextOf } from '../../../../shared/domain/rulebook/context/ruleContext.ts';
import { isOnWebsite } from '../../../../shared/domain/rulebook/rules/userTestingNotices.ts';
import { approvalsToNotify } from '../../../../shared/domain/texts/approvalNotice.ts';
import { shownByPage } from '../../../../shared/domain/texts/shownByPage.ts';
import { type Change, type ChangeSet, checkFields, createRecord, editRecord } from '../../changes.ts';
import type { Fields } from '../../fields.ts';
import { noRelease } from '../../saveRecord.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

type Sent = Pick<InputOf<'text.recordSent'>, 'text' | 'channel' | 'on' | 'address'>;

/**
 * That a text was sent, and what follows from it: what the Releases page shows since then, and which approvals are
 * notified. What Users were told of testing is read from the sent text itself. One thing to take back.
 */
export const textRecordSent = storeVerb('text.recordSent', (context, store, input) => {
  const { releaseId, text, channel, on, address, onBehalf, ...by } = input;
  const sent: Sent = { text, channel, on, address: address?.trim() || null };
  if (on > context.today()) {
    const sentence = `A text sent on ${formatDate(on)} would lie ahead; state the day on which it went out, today at the latest, or record it once it has.`;
    return fail('invalidInput', sentence, 'on');
  }
  return change(
    context,
    store,
    by,
    (set) => {
      const facts = context.cache.read(set.db, releaseId);
      if (!facts) return noRelease(releaseId);
      const rules = ruleContextOf({ ...snapshotOf(store, facts, on, false), asOf: on });
      const changes: Change[] = [];
      for (const step of [recordText, followPage, followApprovals]) {
        const done = step(set, releaseId, rules, sent);
        if (!done.ok) return done;
        changes.push(...done.value);
      }
      return ok(changes);
    },
    { onBehalf },
  );
});

type Step = (set: ChangeSet, releaseId: string, rules: RuleContext, sent: Sent) => Result<readonly Change[]>;

const recordText: Step = (set, releaseId, _rules, sent) => {
  const checked = checkFields('sentText', sent, false);
  if (!checked.ok) return checked;
  const created = createRecord(set, 'sentText', { id: null, releaseId }, checked.value);
  return created.ok ? ok([created.value]) : created;
};

const followPage: Step = (set, releaseId, rules, { text, channel, on, address }) => {
  if (text !== 'release-page' || !isOnWebsite(channel)) return ok([]);
  const { publication } = rules.recorded;
  const fields: Record<string, unknown> = {};
  for (const field of shownByPage(rules)) if ((publication[field] ?? '') < on) fields[`publication.${field}`] = on;
  if (address !== null) fields['publication.releasesPageAddress'] = address;
  return editOne(set, 'release', releaseId, fields);
};

const followApprovals: Step = (set, _releaseId, rules, { text, on }) => {
  if (text !== 'approval') return ok([]);
  const changes: Change[] = [];
  for (const one of approvalsToNotify(rules)) {
    if (one.id === undefined || notifiedOn(one, rules.facts) !== null) continue;
    const edited = editOne(set, 'modification', one.id, { approvalNotifiedOn: on });
    if (!edited.ok) return edited;
    changes.push(...edited.value);
  }
  return ok(changes);
};

function editOne(
  set: ChangeSet,
  kind: 'release' | 'modification',
  id: string,
  fields: Fields,
): Result<readonly Change[]> {
  const checked = checkFields(kind, fields, true);
  if (!checked.ok) return checked;
  const edited = editRecord(set, kind, id, checked.value);
  if (!edited.ok) return edited;
  return ok(edited.value ? [edited.value] : []);
}
