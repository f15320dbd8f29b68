import { TextInput } from '@mantine/core';

/** From which day on a change of the rulebook holds. */
export function HoldsFromInput({ day, change }: { readonly day: string; readonly change: (day: string) => void }) {
  return (
    <TextInput
      label="It holds from"
      description="What was judged before stays."
      type="date"
      value={day}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
