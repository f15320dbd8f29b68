/**
 * Runs on Windows: holds a file so that no other program may open, replace or delete it, as Excel holds its workbook,
 * until this process is ended. Arguments: the file, and a file to write once it is held.
 */
import { constants, openSync, writeFileSync } from 'node:fs';

/** libuv's flag on Windows: shared with nobody. */
const EXCLUSIVE = 0x10000000;

const [file = '', ready = ''] = process.argv.slice(2);
openSync(file, constants.O_RDWR | EXCLUSIVE);
writeFileSync(ready, 'held');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
