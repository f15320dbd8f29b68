import { isDeviceName, withoutEndDots } from '../../shared/domain/foundation/fileNames.ts';

/** Characters that some file system refuses, and those that hide what a name really is. */
const unsafe = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;

/** A name that every file system takes, as near to the given one as can be, at most 200 bytes of UTF-8. */
export function safeFileName(name: string): string {
  const cleaned = withoutEndDots(name.replace(unsafe, '_').replace(/^\.+/, '_'));
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(cleaned)?.[0] ?? '';
  let stem = cleaned.slice(0, cleaned.length - ending.length);
  // One byte is kept for what may have to stand in front.
  while (Buffer.byteLength(stem + ending) > 199) stem = [...stem].slice(0, -1).join('');
  // Only what is written counts: a cut may leave a device's name, or nothing.
  const written = withoutEndDots(stem) + ending;
  return written === '' || written.startsWith('.') || isDeviceName(written) ? `_${written}` : written;
}
