import { burn } from '@kenjiuno/msgreader/lib/Burner.js';

interface MessageOptions {
  readonly subject?: string;
  /** Null: Unicode, as Outlook writes today; else the old format, whose texts are in a code page. */
  readonly codePage?: 1250 | 1252 | null;
}

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];

/** `review.msg` as Outlook lays it down (MS-OXMSG): a stream for each text, and one of fixed properties. */
export function outlookMessage({ subject = 'Exit review of SIT', codePage = null }: MessageOptions = {}): Uint8Array {
  const text = (tag: string, words: string) =>
    codePage === null
      ? stream(`__substg1.0_${tag}001F`, Buffer.from(words, 'utf16le'))
      : stream(
          `__substg1.0_${tag}001E`,
          Buffer.from(codePage === 1250 ? words.replaceAll('ł', '\u00b3') : words, 'latin1'),
        );
  const stream = (name: string, bytes: Buffer) => ({
    name,
    type: DOCUMENT,
    length: bytes.length,
    binaryProvider: () => new Uint8Array(bytes),
  });
  const own = [
    text('0037', subject),
    text('0C1A', 'Ada Byron'),
    text('5D01', 'ada@example.org'),
    text('1000', 'The review has passed.\r\nSee the report.'),
    stream('__properties_version1.0', fixed(32, true, codePage)),
  ];
  const recipient = [
    text('3001', 'Charles Babbage'),
    text('39FE', 'charles@example.org'),
    stream('__properties_version1.0', fixed(8)),
  ];
  const file = [
    text('3707', 'report.pdf'),
    stream('__substg1.0_37010102', Buffer.from('%PDF-1.7')),
    stream('__properties_version1.0', fixed(8)),
  ];
  const entries: object[] = [];
  const root = { name: 'Root Entry', type: ROOT, length: 0, children: [] as number[] };
  entries.push(root);
  for (const one of own) root.children.push(entries.push(one) - 1);
  for (const [name, parts] of [
    ['__recip_version1.0_#00000000', recipient],
    ['__attach_version1.0_#00000000', file],
  ] as const) {
    const folder = { name, type: DIRECTORY, length: 0, children: [] as number[] };
    root.children.push(entries.push(folder) - 1);
    for (const part of parts) folder.children.push(entries.push(part) - 1);
  }
  return burn(entries as never);
}

/** The stream of fixed properties: its head; the time of sending, 23:30 UTC of 24 June 2026; the code page. */
function fixed(head: number, isSent = false, codePage: number | null = null): Buffer {
  const properties: Buffer[] = [Buffer.alloc(head)];
  if (isSent) {
    const sent = Buffer.alloc(16);
    sent.writeUInt32LE(0x00390040, 0);
    sent.writeBigUInt64LE(BigInt(Date.UTC(2026, 5, 24, 23, 30) + 11_644_473_600_000) * 10_000n, 8);
    properties.push(sent);
  }
  if (codePage !== null) {
    const page = Buffer.alloc(16);
    page.writeUInt32LE(0x3ffd0003, 0);
    page.writeUInt32LE(codePage, 8);
    properties.push(page);
  }
  return Buffer.concat(properties);
}
