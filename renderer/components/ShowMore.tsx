import { Button } from '@mantine/core';

interface ShowMoreProps {
  readonly total: number;
  readonly limit: number;
  readonly setLimit: (limit: number) => void;
}

/** The end of a list that is drawn in parts: how many are not shown yet, and a way to them. */
export function ShowMore({ total, limit, setLimit }: ShowMoreProps) {
  if (total <= limit) return null;
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => setLimit(limit * 4)}>
      Show more ({total - limit} not shown)
    </Button>
  );
}
