import { resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { writeFileDurably } from '../../../store/durableFile.ts';
import { judge } from '../../judged.ts';
import { problemWithTarget } from '../../packs/sources.ts';
import { storeVerb } from '../../verb.ts';
import { writtenOf } from '../../writtenText.ts';

/** One of the texts as a file, in one of its forms. */
export const textExport = storeVerb('text.export', (context, store, { text, form, out, ...asked }) => {
  const written = judge(context, store, asked, (snapshot) => writtenOf(text, snapshot, asked.asOf ?? context.today()));
  if (!written.ok) return written;
  const file = resolve(out);
  const unwritable = problemWithTarget(file);
  if (unwritable) return fail('invalidInput', unwritable, out);
  writeFileDurably(file, written.value[form]);
  return ok({ ...written.value, file });
});
