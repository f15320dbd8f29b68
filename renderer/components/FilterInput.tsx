import { TextInput } from '@mantine/core';
import layout from '../styles/layout.module.css';

interface FilterInputProps {
  /** What it is for, for those who do not see what stands below it. */
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly change: (text: string) => void;
}

/** Words that narrow the list below; it takes the room that a toolbar has left. */
export function FilterInput({ label, placeholder = 'Filter', value, change }: FilterInputProps) {
  return (
    <TextInput
      className={layout.grow}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
