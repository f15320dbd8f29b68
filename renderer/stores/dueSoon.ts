import { api, call } from '../api.ts';
import { tellDone } from './notify.tsx';

/** Working days ahead within which something is soon. */
const soon = 5;
const told = new Set<string>();

/** Once for each release and start: what is due within a working week, in the window and from the system. */
export async function tellDueSoon(release: string, name: string): Promise<void> {
  if (told.has(release)) return;
  told.add(release);
  const plan = await call('plan.compute', { release, asOf: null });
  if (!plan.ok) return;
  const due = plan.value.items.filter(
    ({ state, workingDaysLeft }) => state === 'open' && workingDaysLeft !== null && workingDaysLeft <= soon,
  );
  if (due.length === 0) return;
  const what = `${due.length} ${due.length === 1 ? 'thing is' : 'things are'} due within ${soon} working days, first: ${due[0]?.what ?? ''}.`;
  tellDone(`${name}: ${what}`);
  void api.ask('app.notify', { title: name, body: what });
}
