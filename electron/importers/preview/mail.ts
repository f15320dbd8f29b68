import PostalMime, { type Address, type Email } from 'postal-mime';
import { Refusal } from './limits.ts';

/** Reads a message within limits; one that is nested without end is refused. */
export async function readMail(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: 30,
      maxHeadersSize: 500_000,
      forceRfc822Attachments: true,
    });
  } catch {
    throw new Refusal('This message is damaged, or nested too deeply to be read here.');
  }
}

/** `Ada Byron <ada@example.org>, …` */
export function addressesInWords(addresses: readonly Address[] | Address | undefined): string {
  const list =
    addresses === undefined
      ? []
      : Array.isArray(addresses)
        ? (addresses as readonly Address[])
        : [addresses as Address];
  return list.map(addressInWords).filter(Boolean).join(', ');
}

function addressInWords(address: Address): string {
  if (address.group) return `${address.name}: ${addressesInWords(address.group)}`;
  return address.name && address.name !== address.address ? `${address.name} <${address.address}>` : address.address;
}
