import { describe, expect, it } from 'vitest';
import { enterRoom, whyNoRoom } from '../support/closedRoom/enterRoom.ts';

const noRoom = whyNoRoom();
const title = 'a first run, hostile previews, a pack and an exchange in a room with one listener outside';

const connections = 'preload/index.cjs="RTCPeerConnection"="NoSuchInterface"';

describe.skipIf(noRoom !== null)(noRoom === null ? title : `${title}: skipped, ${noRoom}`, () => {
  it('sends no packet, and still checks the spelling', async () => {
    const { seen, heard, packets } = await enterRoom();
    expect(heard).toEqual([]);
    expect(packets).toBe(0);
    expect(seen.misspelt).toEqual(['recieved']);
    expect(seen.window).toContain('no connection in the page');
    expect(seen.frame).toContain('no connection in the page');
  });

  it('sends none either where the page has its connections back: policy and proxy leave them nowhere to go', async () => {
    const { seen, heard, packets } = await enterRoom([connections]);
    expect(seen.window).toContain('a connection in the page');
    expect({ heard, packets }).toEqual({ heard: [], packets: 0 });
  });

  it.each([
    ['the policy for connections', [connections, 'main/index.js=disable_non_proxied_udp=default'], 'udp 3478'],
    [
      'the languages of the spelling, with proxy and resolver open',
      [
        'main/index.js=setSpellCheckerLanguages([])=setSpellCheckerLanguages(["en-GB"])',
        'main/index.js=setSpellCheckerEnabled(false)=setSpellCheckerEnabled(true)',
        'main/index.js=setSpellCheckerDictionaryDownloadURL=getCacheSize',
        'main/index.js=host-resolver-rules=no-such-rules',
        'main/index.js=proxy-server=no-such-server',
      ],
      expect.stringContaining('name '),
    ],
  ])('sends some without %s, so that the listener is known to hear', async (_guard, off, expected) => {
    const { heard, packets } = await enterRoom(off);
    expect(heard).toContainEqual(expected);
    expect(packets).toBeGreaterThan(0);
  });
});
