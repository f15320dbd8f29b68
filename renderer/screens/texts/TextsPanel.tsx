import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { type TextKind, textKinds, textNames } from '../../../shared/domain/texts/textKinds.ts';
import { Panel } from '../../components/Panel.tsx';
import { openModal } from '../../stores/modalStore.ts';
import { useFacts } from '../../stores/useFacts.ts';
import buttons from '../../styles/buttons.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';

/** What is told about the release, written from its facts: each to be read, copied, saved and recorded as sent. */
export function TextsPanel() {
  const { sent } = useFacts();
  return (
    <Panel title="Texts to send" note="written from the facts (§5.2, §6)">
      <ul className={lists.quiet}>
        {textKinds.map((kind) => (
          <li key={kind}>
            <button type="button" className={buttons.link} onClick={() => openModal('text', kind)}>
              {textNames[kind]}
            </button>{' '}
            <span className={texts.note}>{lastSent(kind, sent)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function lastSent(kind: TextKind, sent: ReturnType<typeof useFacts>['sent']): string {
  const days = sent.flatMap((one) => (one.text === kind && one.on !== null ? [one.on] : []));
  const last = days.sort().at(-1);
  return last ? `last sent on ${formatDate(last)}` : 'not sent yet';
}
