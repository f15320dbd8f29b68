import type { ComponentProps } from 'react';
import type { RecordOf } from '../../shared/domain/records/recordKinds.ts';
import { isOnlyRead, lockOf } from '../fields/locks.ts';
import { useRole } from '../stores/appStore.ts';
import { useFacts } from '../stores/useFacts.ts';
import { attachToVersion, type VersionKind } from '../stores/versionFiles.ts';
import { RecordList } from './RecordList.tsx';
import type { AnyRecord } from './RecordRow.tsx';
import { VersionFile } from './VersionFile.tsx';

interface VersionListProps extends Omit<ComponentProps<typeof RecordList>, 'below' | 'onFiles' | 'suggestions'> {
  readonly kind: VersionKind;
}

/** The versions of the RID or the TAD, each with its file: dropped on its row, and read in it. */
export function VersionList(props: VersionListProps) {
  const { kind } = props;
  const { evidence } = useFacts();
  const role = useRole();
  const mayAttach = (version: AnyRecord, onBehalf: boolean) =>
    !isOnlyRead(lockOf(role, kind, 'document', version), onBehalf);
  return (
    <RecordList
      {...props}
      suggestions={{ document: evidence.map(({ reference }) => reference) }}
      below={(version) => <VersionFile kind={kind} version={version as RecordOf<VersionKind>} />}
      onFiles={(version, onBehalf) =>
        mayAttach(version, onBehalf)
          ? (files) => void attachToVersion(kind, version as RecordOf<VersionKind>, files, onBehalf)
          : null
      }
    />
  );
}
