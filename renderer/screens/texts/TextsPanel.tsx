import { textKinds, textNames } from '../../../shared/domain/texts/textKinds.ts';
import { Panel } from '../../components/Panel.tsx';
import { openModal } from '../../stores/modalStore.ts';
import { useAsOf, useFacts } from '../../stores/useFacts.ts';
import buttons from '../../styles/buttons.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { lastSent } from './lastSent.ts';

/** What is told about the release, written from its facts: each to be read, copied, saved and recorded as sent. */
export function TextsPanel() {
  const { sent } = useFacts();
  const asOf = useAsOf();
  return (
    <Panel title="Texts to send" note="written from the facts (§5.2, §6)">
      <ul className={lists.quiet}>
        {textKinds.map((kind) => (
          <li key={kind}>
            <button type="button" className={buttons.link} onClick={() => openModal('text', kind)}>
              {textNames[kind]}
            </button>{' '}
            <span className={texts.note}>{lastSent(kind, sent, asOf)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
