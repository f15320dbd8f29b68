import { ok } from '../../../../shared/domain/foundation/result.ts';
import { storeVerb } from '../../verb.ts';

export const importForget = storeVerb('import.forget', (context, _store, input) => {
  context.readings.forget(input.token);
  return ok({});
});
