/** Runs on Windows: prints the code with which fsync of a folder fails; `ok` where it does not. Argument: the folder. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

const handle = openSync(process.argv[2] ?? '', 'r');
try {
  fsyncSync(handle);
  process.stdout.write('ok');
} catch (error) {
  process.stdout.write(String((error as NodeJS.ErrnoException).code));
} finally {
  closeSync(handle);
}
