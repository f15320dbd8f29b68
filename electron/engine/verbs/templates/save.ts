import { ok } from '../../../../shared/domain/foundation/result.ts';
import { writeSetting } from '../../../store/settings.ts';
import { noteEvent } from '../../changes.ts';
import { transact } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

export const templatesSave = storeVerb('templates.save', (context, store, input) =>
  transact(context, store, (set) => {
    writeSetting(set.db, 'templates', input, noteEvent(set, 'setting', null, 'templates', JSON.stringify(input)));
    return ok(input);
  }),
);
