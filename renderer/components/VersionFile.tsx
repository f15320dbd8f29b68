import { Button } from '@mantine/core';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { useIsOnBehalf } from '../fields/behalf.ts';
import { isOnlyRead, lockOf } from '../fields/locks.ts';
import { openTarget } from '../places/openTarget.ts';
import { useRole } from '../stores/appStore.ts';
import { useFacts } from '../stores/useFacts.ts';
import { attachToVersion, fileOfVersion, type VersionKind } from '../stores/versionFiles.ts';
import buttons from '../styles/buttons.module.css';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';
import { Preview } from './Preview.tsx';
import styles from './VersionFile.module.css';

interface VersionFileProps {
  readonly kind: VersionKind;
  readonly version: ReleaseFacts['rid']['versions'][number] | ReleaseFacts['tad']['versions'][number];
}

/** The file of a version of the RID or the TAD: read in place, and attached where nothing else is to be looked for. */
export function VersionFile({ kind, version }: VersionFileProps) {
  const { evidence } = useFacts();
  const role = useRole();
  const isOnBehalf = useIsOnBehalf();
  const item = fileOfVersion(evidence, version);
  const mayAttach = !isOnlyRead(lockOf(role, kind, 'document', version), isOnBehalf);
  if (!item?.file && !mayAttach) return null;
  return (
    <div className={`${layout.stack} ${styles.file}`}>
      <div className={layout.toolbar}>
        {item?.file ? (
          <button
            type="button"
            className={buttons.link}
            onClick={() => openTarget({ kind: 'evidence', id: item.id ?? null, key: null, field: null })}
          >
            {item.file}
          </button>
        ) : null}
        {mayAttach ? (
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => void attachToVersion(kind, version, null, isOnBehalf)}
          >
            {item?.file ? 'Attach a newer file…' : 'Attach its file…'}
          </Button>
        ) : null}
        {item?.file ? null : <span className={texts.note}>or drop it here.</span>}
      </div>
      {item?.file ? <Preview key={item.sha256} evidenceId={item.id ?? ''} name={item.file} /> : null}
    </div>
  );
}
