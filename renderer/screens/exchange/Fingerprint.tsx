/** A key as two people read it out to each other: eight groups of four. */
export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <span className="fingerprint">
      {value.split(' ').map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group may come twice, and its place is what tells it apart.
        <span key={at}>{group}</span>
      ))}
    </span>
  );
}
