import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { evidenceStore } from '../support/evidenceStore.ts';
import { outlookMessage } from '../support/outlookMessage.ts';
import { htmlMessage, inFolder } from '../support/previewFiles.ts';

const leftovers = () =>
  (existsSync(tmpdir()) ? readdirSync(tmpdir()) : []).filter((name) => name.includes('attached-'));

describe('an attachment of a message as evidence of its own', () => {
  it.each([
    ['Outlook', 'review.msg', Buffer.from(outlookMessage()), 'report.pdf', 8],
    ['e-mail', 'exit.eml', htmlMessage, 'results.csv', 4],
  ])(
    'is taken out of %s whole, with the provider and the criteria of its message',
    async (_, name, content, file, bytes) => {
      const { add, does, folder } = await evidenceStore();
      const before = leftovers();
      const message = await add(inFolder(folder, name, content), { provider: 'DCC', withheld: true });
      const { changes } = await does('evidence.addAttached', { asOf: null, id: message.id, attachment: 0 });
      expect(changes[0]?.record).toMatchObject({ file, bytes, provider: 'DCC', withheld: true, status: 'draft' });
      expect(leftovers()).toEqual(before);
    },
  );

  it('is refused in a sentence where there is none, where it is there already, and where the item is no message', async () => {
    const { add, does, refuses, folder } = await evidenceStore();
    const { id } = await add(inFolder(folder, 'review.msg', Buffer.from(outlookMessage())));
    const ask = (of: string, attachment: number) => refuses('evidence.addAttached', { asOf: null, id: of, attachment });
    expect((await ask(id, 1)).message).toBe('This message has no such attachment.');
    await does('evidence.addAttached', { asOf: null, id, attachment: 0 });
    expect(await ask(id, 0)).toMatchObject({ kind: 'conflict', message: /^report\.pdf is already here as EV-002/ });
    const words = await add(inFolder(folder, 'notes.txt', 'only words'));
    expect((await ask(words.id, 0)).message).toBe('EV-003 holds no message, so nothing is attached to it.');
  });
});
