import { takeBack } from '../../takeBack.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Takes the entries of one use case back by new ones, newest first: the history itself is never rewritten. */
export const recordUndo = storeVerb('record.undo', (context, store, { entry, through, ...asker }) =>
  change(context, store, asker, (set) => takeBack(set, entry, through), { restates: true, takesBack: entry }),
);
