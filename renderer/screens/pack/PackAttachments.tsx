import { Button } from '@mantine/core';
import type { InspectedPack } from '../../../shared/contract/pack.ts';
import { formatBytes } from '../../../shared/domain/pack/words.ts';
import { saveAttachments } from '../../stores/packStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';

/** The files that a pack holds, to be taken out of it. */
export function PackAttachments({ attachments }: { readonly attachments: InspectedPack['attachments'] }) {
  if (attachments.length === 0) return <p className={texts.note}>It holds no files.</p>;
  return (
    <div className={layout.stack}>
      <ul className={lists.quiet}>
        {attachments.map(({ name, bytes }) => (
          <li key={name}>
            {name}{' '}
            <span className={texts.note}>{bytes === null ? 'damaged: it cannot be read' : formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="default" onClick={() => void saveAttachments()}>
          Save them in a folder…
        </Button>
      </div>
    </div>
  );
}
