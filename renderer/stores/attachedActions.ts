import { isDuplicate } from '../../shared/domain/records/duplicateFile.ts';
import { call } from '../api.ts';
import { noteAttached } from './noteDeeds.ts';
import { offerDuplicates, tellDone, tellError } from './notify.tsx';
import { doing, type UnderWay } from './underWay.ts';
import { atWork } from './workStore.ts';

/** Makes one attachment of a message an evidence item of its own; what is there already is offered, not added twice. */
export function addAttached(id: string, attachment: number, allowDuplicate = false): Promise<void> {
  return doing((underWay) => add(underWay, id, attachment, allowDuplicate));
}

async function add(underWay: UnderWay, id: string, attachment: number, allowDuplicate: boolean): Promise<void> {
  const added = await atWork('files', () =>
    call('evidence.addAttached', { asOf: null, judged: false, id, attachment, allowDuplicate }),
  );
  if (!added.ok) {
    if (!isDuplicate(added.error)) return tellError(added.error);
    const again = () => void addAttached(id, attachment, true);
    return offerDuplicates([{ source: String(attachment), sentence: added.error.message }], again);
  }
  const { changes, entry, through } = added.value;
  await noteAttached(underWay, [{ entry, through }]);
  tellDone(`Attached ${String(changes[0]?.record?.reference ?? '')}.`);
}
