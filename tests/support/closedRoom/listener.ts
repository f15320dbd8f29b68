/**
 * The world outside a closed room: a name server that answers every name with its own address, and listeners that take
 * whatever is sent to any address. Prints one line for each thing that came.
 */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

const ownAddress = [10, 77, 0, 1];
const ports = { tcp: [1, 53, 80, 443, 3478, 8080], udp: [443, 3478, 5353] };

const tell = (what: string) => process.stdout.write(`${what}\n`);

const names = createSocket('udp4');
names.on('message', (question, from) => {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.subarray(at + 1, at + 1 + length).toString('latin1'));
    at += length + 1;
  }
  tell(`name ${labels.join('.')}`);
  const asked = question.subarray(12, at + 5);
  const isAddress = question.readUInt16BE(at + 1) === 1;
  const head = Buffer.from([...question.subarray(0, 2), 0x81, 0x80, 0, 1, 0, isAddress ? 1 : 0, 0, 0, 0, 0]);
  const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...ownAddress]);
  names.send(Buffer.concat([head, asked, ...(isAddress ? [answer] : [])]), from.port, from.address);
});
const ready = [bound(names, 53)];
for (const port of ports.tcp) {
  const server = createServer((socket) => {
    tell(`tcp ${port}`);
    socket.end();
  });
  ready.push(once(server.listen(port), 'listening'));
}
for (const port of ports.udp) {
  const socket = createSocket('udp4');
  socket.on('message', () => tell(`udp ${port}`));
  ready.push(bound(socket, port));
}
// It goes with the room.
process.stdin.on('end', () => process.exit()).resume();
await Promise.all(ready);
tell('listening');

function bound(socket: Socket, port: number): Promise<unknown> {
  socket.bind(port);
  return once(socket, 'listening');
}
