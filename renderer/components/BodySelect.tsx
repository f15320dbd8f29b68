import { Select } from '@mantine/core';

interface BodySelectProps {
  readonly bodies: readonly string[];
  readonly body: string | null;
  readonly choose: (body: string | null) => void;
  readonly width: number;
}

/** The body that something is for; one always is. */
export function BodySelect({ bodies, body, choose, width }: BodySelectProps) {
  return <Select label="Body" data={[...bodies]} value={body} allowDeselect={false} onChange={choose} w={width} />;
}
