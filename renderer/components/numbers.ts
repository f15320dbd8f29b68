/** `100,000`: counts as people read them. */
export function counted(count: number): string {
  return count.toLocaleString('en-GB');
}
