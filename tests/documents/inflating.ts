import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { pdfOf } from './pdfBombs.ts';

const megabyte = 2 ** 20;
const largestPrime = 65_521;

/** So many megabytes of noughts as a zlib stream, made without ever holding them: each megabyte is the same few bytes. */
export function packedZeros(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(megabyte), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([3, 0, 0, 0, 0, 1]);
  end.writeUInt16BE((megabytes * megabyte) % largestPrime, 2);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: megabytes }, () => block), end]);
}

/** A PDF of a few kilobytes or megabytes with one attachment of so many megabytes, packed once or several times over. */
export function pdfWithAttachment(megabytes: number, rounds: number): Buffer {
  let content = packedZeros(megabytes);
  for (let round = 1; round < rounds; round += 1) content = deflateSync(content, { level: 9 });
  const filter = '/FlateDecode '.repeat(rounds);
  const head = `<< /Type /EmbeddedFile /Filter [${filter}] /Length ${content.length} >>\nstream\n`;
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a.bin) 4 0 R] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>',
    '<< /Type /Filespec /F (a.bin) /UF (a.bin) /EF << /F 5 0 R >> >>',
    Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')]),
  ]);
}
