/** What the file system means by its codes, said of a file that somebody named. Windows calls much of it otherwise. */
const reading: Readonly<Record<string, string>> = {
  ENOENT: 'is not there; check its name and its folder, for it may have been moved or renamed',
  ENOTDIR: 'is not there; check its name and its folder',
  EACCES: 'may not be read by you; ask its owner, or copy it to a folder of your own',
  EPERM: 'may not be read by you; ask its owner, or copy it to a folder of your own',
  EBUSY: 'is in use by another program; close it there and try again',
  EISDIR: 'is a folder; choose a file in it',
  ENAMETOOLONG: 'has a longer name than this system allows; rename it',
  EIO: 'could not be read from its disk; copy it to another place and try again',
  // Of a file that a sync client shows and has not fetched, Windows says what Node has no name for.
  UNKNOWN:
    'could not be fetched from where it is kept; if it is kept online (OneDrive, SharePoint), let it be kept on this device and try again',
};

const writing: Readonly<Record<string, string>> = {
  EBUSY: 'is in use by another program; close it there and try again',
  ENOSPC: 'does not fit on its disk; free some space and try again',
  EDQUOT: 'does not fit on its disk; free some space and try again',
  ENAMETOOLONG: 'has a longer name than this system allows; name it otherwise',
};

const codeOf = (error: unknown) => String((error as { readonly code?: unknown } | null)?.code);

/** Whether the system has a word for why a file cannot be read; anything else is a bug. */
export function isReadFault(error: unknown): boolean {
  return Object.hasOwn(reading, codeOf(error));
}

/** Why a file cannot be read and how to mend it, as it follows the file's name: no code of the system, no full stop. */
export function readFault(error: unknown): string {
  return reading[codeOf(error)] ?? 'cannot be read; check its permissions and the drive it lies on';
}

/** The same of a file that cannot be written. */
export function writeFault(error: unknown): string {
  return writing[codeOf(error)] ?? 'cannot be written; name a file in a folder that can be';
}
