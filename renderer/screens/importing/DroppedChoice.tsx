import { SegmentedControl } from '@mantine/core';
import { type ImportKind, importKinds } from '../../../shared/domain/importing/importKinds.ts';
import { sayWhatWasDropped, useImportStore } from '../../stores/importStore.ts';

const takes: Readonly<Record<ImportKind, string>> = {
  results: 'Take its test results',
  issues: 'Take its test issues',
  scope: 'Take its scope',
  criteria: 'Take its criteria',
  views: 'Take its views',
};

const EVIDENCE = 'evidence';

/** A file that was dropped on a screen may hold that screen's table, be evidence, or both: the person says which. */
export function DroppedChoice() {
  const { dropped, kind, takes: isTaken, busy, problem } = useImportStore();
  // Where the only table that it could be was not found, nothing is left to choose.
  if (!dropped || (problem !== null && !isTaken && dropped.kinds.length === 1)) return null;
  const isOne = dropped.files.length === 1;
  const options = dropped.kinds.map((one) => ({
    value: one,
    label: isOne ? takes[one] : takes[one].replace('its', 'their'),
  }));
  return (
    <SegmentedControl
      aria-label={isOne ? `What ${dropped.files[0]?.name} is` : `What these ${dropped.files.length} files are`}
      fullWidth
      disabled={busy}
      data={[...options, { value: EVIDENCE, label: isOne ? 'Keep it as evidence' : 'Keep them as evidence' }]}
      value={isTaken ? kind : EVIDENCE}
      onChange={(chosen) => sayWhatWasDropped(importKinds.find((one) => one === chosen) ?? null)}
    />
  );
}
