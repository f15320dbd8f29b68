import { describe, expect, it } from 'vitest';
import { isReadFault, readFault, writeFault } from '../../shared/domain/foundation/fileFault.ts';
import { isDeviceName, withoutEndDots } from '../../shared/domain/foundation/fileNames.ts';

const codes = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EBUSY', 'EISDIR', 'ENAMETOOLONG', 'EIO', 'UNKNOWN', 'ENOSPC'];
const refusal = (code: string) => Object.assign(new Error(`${code}: something, open 'x'`), { code });

describe('what the file system says', () => {
  it.each(codes)('is told in words that say how to mend it, without a code (%s)', (code) => {
    for (const words of [readFault(refusal(code)), writeFault(refusal(code))]) {
      expect(words).toMatch(/; /);
      expect(words).not.toMatch(/\bE[A-Z]{3,}\b|[.]$/);
    }
  });

  it('tells a file that is open elsewhere, and one that is kept online, from one that may not be read', () => {
    expect(readFault(refusal('EBUSY'))).toMatch(/^is in use by another program/);
    expect(writeFault(refusal('EBUSY'))).toMatch(/^is in use by another program/);
    expect(readFault(refusal('UNKNOWN'))).toMatch(/OneDrive/);
    expect(readFault(refusal('EACCES'))).toMatch(/^may not be read by you/);
  });

  it('leaves a bug to be a bug', () => {
    expect(isReadFault(refusal('EBUSY'))).toBe(true);
    for (const error of [new TypeError('x is not a function'), refusal('ERR_INVALID_ARG_TYPE'), null, 'toString'])
      expect(isReadFault(error)).toBe(false);
  });
});

describe('names that Windows takes for a device, or shortens', () => {
  it.each([
    'CON',
    'con.txt',
    'aux.tar.gz',
    'NUL .txt',
    'COM1',
    'lpt9.pdf',
    'COM¹.txt',
    'LPT³',
    'CONIN$',
    'conout$.log',
  ])('%s', (name) => expect(isDeviceName(name)).toBe(true));

  it.each(['console.txt', 'auxiliary', 'COM', 'COM10', 'LPT.txt', 'my con', '_CON', 'nullable.csv'])('not %s', (name) =>
    expect(isDeviceName(name)).toBe(false),
  );

  it('ends in no dot and no blank', () => {
    expect(['a.', 'a. . ', 'a.b', ' a', '...'].map(withoutEndDots)).toEqual(['a', 'a', 'a.b', ' a', '']);
  });
});
