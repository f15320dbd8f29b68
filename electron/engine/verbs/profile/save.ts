import { ok } from '../../../../shared/domain/foundation/result.ts';
import { writeProfile } from '../../../store/metadata.ts';
import { noteEvent } from '../../changes.ts';
import { transact } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

export const profileSave = storeVerb('profile.save', (context, store, input) =>
  transact(
    context,
    store,
    (set) => {
      writeProfile(set.db, input);
      noteEvent(set, 'profile', null, input.name, `${input.organisation}, ${input.role}`);
      return ok(input);
    },
    'anyone',
  ),
);
