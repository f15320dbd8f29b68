import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { call } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { tellError } from '../../stores/notify.tsx';
import { usePackStore } from '../../stores/packStore.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useReleaseRecord } from '../useFacts.ts';

/** What a reader of the last final pack does not know yet: first what people entered, then what the rules make of it. */
export function SincePanel() {
  const { id } = useReleaseRecord();
  const asOf = useReleaseStore((state) => state.asOf);
  const revision = useReleaseStore((state) => state.revision);
  const last = usePackStore((state) => state.last);
  const [since, setSince] = useState<OutputOf<'pack.since'>>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change or an export is what makes the answer out of date.
  useEffect(() => {
    void call('pack.since', { release: id, asOf }).then((answer) =>
      answer.ok ? setSince(answer.value) : tellError(answer.error),
    );
  }, [id, asOf, revision, last]);
  if (!since) return null;
  const from = isCalendarDate(since.asOf) ? formatDate(since.asOf) : since.asOf;
  return (
    <Panel title="Since the last final pack" note={`${since.reference} as of ${from}`}>
      {since.changes.length === 0 ? <p className="note">Nothing that people entered has changed.</p> : null}
      <ul className="quiet-list">
        {[...since.changes, ...since.findings].map((change) => (
          <li
            key={`${change.kind} ${change.subject} ${change.sentence}`}
            className={change.about === 'finding' ? 'note' : ''}
          >
            {change.sentence}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
