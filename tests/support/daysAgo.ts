/** A day before today, `YYYY-MM-DD`, for what has happened by then in a window that reads today off the machine. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
