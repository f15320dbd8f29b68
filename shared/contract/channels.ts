/** The IPC channels between window and main; in a file of their own so that the preload stays small. */
export const channels = {
  call: 'golive:call',
  ask: 'golive:ask',
  drop: 'golive:drop',
  hold: 'golive:hold',
  event: 'golive:event',
} as const;
