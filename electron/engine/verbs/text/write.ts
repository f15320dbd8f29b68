import { judge } from '../../judged.ts';
import { storeVerb } from '../../verb.ts';
import { writtenOf } from '../../writtenText.ts';

/** One of the texts that go out about a release, to be read and copied. */
export const textWrite = storeVerb('text.write', (context, store, { text, ...asked }) =>
  judge(context, store, asked, (snapshot) => writtenOf(text, snapshot, asked.asOf ?? context.today())),
);
