import { TextInput } from '@mantine/core';
import { readAgain, useImportStore } from '../../stores/importStore.ts';
import layout from '../../styles/layout.module.css';

/** What test results and issues are of where the file itself does not say: before it is read, and after. */
export function PhaseDefaults() {
  const { kind, choices } = useImportStore();
  if (kind !== 'results' && kind !== 'issues') return null;
  const phaseField = kind === 'results' ? 'name' : 'phase';
  const setDefault = (field: string, text: string) => {
    if (text.trim() === String(choices.defaults[field] ?? '')) return;
    void readAgain({ defaults: { ...choices.defaults, [field]: text.trim() === '' ? undefined : text.trim() } });
  };
  return (
    <div className={layout.halves}>
      <TextInput
        label="Test phase"
        description="For rows that name none; empty: as the file says."
        defaultValue={String(choices.defaults[phaseField] ?? '')}
        onBlur={(event) => setDefault(phaseField, event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && setDefault(phaseField, event.currentTarget.value)}
      />
      {kind === 'results' ? (
        <TextInput
          label="Region"
          description="Empty: everywhere, or as the file says."
          defaultValue={String(choices.defaults.region ?? '')}
          onBlur={(event) => setDefault('region', event.currentTarget.value)}
        />
      ) : null}
    </div>
  );
}
