import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { registerAttachment } from '../../../store/attachments.ts';
import { type ChangeSet, editRecord } from '../../changes.ts';
import { keepTaken, takeFile, takenOutBefore } from '../../takeFile.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Puts another file in the place of an item's file: for a wrong pick. A new issue of a report is a new version. */
export const evidenceReplaceFile = storeVerb('evidence.replaceFile', async (context, store, input) => {
  const taken = await takeFile(context, store, input.file, input.id);
  if (!taken.ok) return taken;
  const file = taken.value;
  const { name, sha256, bytes, mediaType } = file;
  const work = (set: ChangeSet) => {
    const gone = takenOutBefore(store, file, input.id);
    if (gone) return gone;
    const edited = editRecord(set, 'evidence', input.id, { file: name, sha256, bytes });
    if (!edited.ok) return edited;
    if (!edited.value) return fail('conflict', `${name} is the file that is there already.`, name);
    file.publish();
    registerAttachment(set.db, file, mediaType, edited.value.seq);
    return ok([edited.value]);
  };
  const asked = { onBehalf: input.onBehalf };
  return keepTaken(store, file, () => change(context, store, input, work, asked));
});
