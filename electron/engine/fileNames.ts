import { isDeviceName, withoutEndDots } from '../../shared/domain/foundation/fileNames.ts';

/** Characters that some file system refuses, and those that hide what a name really is. */
const unsafe = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;

/** A name that every file system takes, as near to the given one as can be, at most 200 bytes of UTF-8. */
export function safeFileName(name: string): string {
  const cleaned = withoutEndDots(name.replace(unsafe, '_').replace(/^\.+/, '_'));
  const named = cleaned === '' || isDeviceName(cleaned) ? `_${cleaned}` : cleaned;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(named)?.[0] ?? '';
  let stem = named.slice(0, named.length - ending.length);
  while (Buffer.byteLength(stem + ending) > 200) stem = [...stem].slice(0, -1).join('');
  return withoutEndDots(stem) + ending;
}
