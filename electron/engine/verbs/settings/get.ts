import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readCalendarSettings, readRulebookSettings } from '../../settings.ts';
import { storeVerb } from '../../verb.ts';

export const settingsGet = storeVerb('settings.get', (_context, store) =>
  ok({ rulebook: readRulebookSettings(store.db), calendar: readCalendarSettings(store.db) }),
);
