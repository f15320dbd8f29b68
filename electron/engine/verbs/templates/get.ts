import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readTemplates } from '../../settings.ts';
import { storeVerb } from '../../verb.ts';

export const templatesGet = storeVerb('templates.get', (_context, store) => ok(readTemplates(store.db)));
