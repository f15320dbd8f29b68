import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDebuggable } from '../../build/package/debuggable.mjs';
import { enterRoom, type Packaged, whyNoRoom } from '../support/closedRoom/enterRoom.ts';

const noRoom = whyNoRoom();
const title = 'a whole journey of the packaged app in a room with one listener outside';

describe.skipIf(noRoom !== null)(noRoom === null ? title : `${title}: skipped, ${noRoom}`, () => {
  let packaged: Packaged;
  beforeAll(async () => {
    const executable = await makeDebuggable();
    packaged = { executable, asar: join(dirname(executable), 'resources/app.asar') };
  });

  it('sends no packet and looks no name up', async () => {
    const { seen, heard, packets } = await enterRoom([], packaged);
    expect({ heard, packets }).toEqual({ heard: [], packets: 0 });
    expect(seen.misspelt).toEqual(['recieved']);
    expect(seen.window).toContain('no connection in the page');
  });

  it('sends some where the spell checker’s download is switched on again, so that the listener is known to hear', async () => {
    const { heard, packets } = await enterRoom(
      [
        'main/index.js=setSpellCheckerLanguages([])=setSpellCheckerLanguages(["en-GB"])',
        'main/index.js=setSpellCheckerEnabled(false)=setSpellCheckerEnabled(true)',
        'main/index.js=setSpellCheckerDictionaryDownloadURL=getCacheSize',
        'main/index.js=host-resolver-rules=no-such-rules',
        'main/index.js=proxy-server=no-such-server',
      ],
      packaged,
    );
    expect(heard).toContainEqual(expect.stringContaining('name '));
    expect(packets).toBeGreaterThan(0);
  });
});
