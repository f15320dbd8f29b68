import styles from './Fingerprint.module.css';

/** A key as two people read it out to each other: eight groups of four. */
export function Fingerprint({ value, isSmall = false }: { readonly value: string; readonly isSmall?: boolean }) {
  return (
    <span data-fingerprint className={isSmall ? `${styles.fingerprint} ${styles.small}` : styles.fingerprint}>
      {value.split(' ').map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group may come twice, and its place is what tells it apart.
        <span key={at}>{group}</span>
      ))}
    </span>
  );
}
