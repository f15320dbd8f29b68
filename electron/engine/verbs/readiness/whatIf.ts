import { whatIf } from '../../../../shared/domain/planning/whatIf.ts';
import { judge } from '../../judged.ts';
import { storeVerb } from '../../verb.ts';

export const readinessWhatIf = storeVerb('readiness.whatIf', (context, store, input) =>
  judge(context, store, input, (snapshot) => whatIf(snapshot, input.goLive)),
);
