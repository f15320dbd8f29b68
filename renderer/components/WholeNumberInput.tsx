import { NumberInput } from '@mantine/core';

interface WholeNumberInputProps {
  readonly label: string;
  readonly most: number;
  /** Null: nothing is typed. */
  readonly value: number | null;
  readonly change: (value: number | null) => void;
}

/** A whole number from 0, as months and working days are. */
export function WholeNumberInput({ label, most, value, change }: WholeNumberInputProps) {
  return (
    <NumberInput
      label={label}
      min={0}
      max={most}
      allowDecimal={false}
      hideControls
      value={value ?? ''}
      onChange={(next) => change(typeof next === 'number' ? next : null)}
    />
  );
}
