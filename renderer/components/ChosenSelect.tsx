import { Select } from '@mantine/core';

interface ChosenSelectProps {
  /** What is set: «Owner». */
  readonly label: string;
  readonly data: readonly (string | { readonly value: string; readonly label: string })[];
  readonly set: (value: string | null) => void;
  readonly width: number;
}

/** Sets one field of all chosen records; it shows no value of its own, for theirs differ. */
export function ChosenSelect({ label, data, set, width }: ChosenSelectProps) {
  return (
    <Select
      aria-label={`${label} of the chosen`}
      placeholder={label}
      data={[...data]}
      value={null}
      onChange={set}
      w={width}
    />
  );
}
