import { Button } from '@mantine/core';
import type { InspectedPack } from '../../../shared/contract/pack.ts';
import { formatBytes } from '../../../shared/domain/pack/words.ts';
import { saveAttachments } from '../../stores/packStore.ts';

/** The files that a pack holds, to be taken out of it. */
export function PackAttachments({ attachments }: { readonly attachments: InspectedPack['attachments'] }) {
  if (attachments.length === 0) return <p className="note">It holds no files.</p>;
  return (
    <div className="stack">
      <ul className="quiet-list">
        {attachments.map(({ name, bytes }) => (
          <li key={name}>
            {name} <span className="note">{bytes === null ? 'damaged: it cannot be read' : formatBytes(bytes)}</span>
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
