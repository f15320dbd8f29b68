import { isDeepStrictEqual } from 'node:util';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { rules } from '../../../../shared/domain/rulebook/rules.ts';
import { writeSetting } from '../../../store/settings.ts';
import { noteEvent } from '../../changes.ts';
import { readCalendarSettings, readRulebookSettings } from '../../settings.ts';
import { transact } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Saves what differs, each with its entry in the history; a rule that does not exist is refused. */
export const settingsSave = storeVerb('settings.save', (context, store, input) => {
  const known = new Set(rules.map((rule) => rule.id));
  const stranger = input.rulebook.changes.find((change) => change.what === 'severity' && !known.has(change.rule));
  if (stranger?.what === 'severity') {
    return fail('invalidInput', `There is no rule “${stranger.rule}”; choose one of the rulebook.`, stranger.rule);
  }
  return transact(context, store, (set) => {
    const before = { rulebook: readRulebookSettings(set.db), calendar: readCalendarSettings(set.db) };
    for (const key of ['rulebook', 'calendar'] as const) {
      if (isDeepStrictEqual(before[key], input[key])) continue;
      const seq = noteEvent(set, 'setting', null, key, JSON.stringify(input[key]));
      writeSetting(set.db, key, input[key], seq);
    }
    return ok(input);
  });
});
