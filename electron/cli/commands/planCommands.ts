import type { Command } from 'commander';
import type { Session } from '../session.ts';
import { runCommand } from '../terminal.ts';
import { dateOrDash } from '../words.ts';
import { addDayCommand } from './dayCommand.ts';

export function addPlanCommands(program: Command, session: Session): void {
  addDayCommand(program, session, {
    name: 'plan',
    description: 'the last useful day for each input, evidence item and paper, per body',
    day: 'the day to plan from',
    run: (terminal, engine, input) =>
      runCommand(terminal, engine, 'plan.compute', input, (plan) => [
        `${plan.release} as of ${dateOrDash(plan.asOf)}: ${plan.items.length} to do, ${plan.impossible} already impossible. Working days: ${plan.calendar}.`,
        ...plan.items.map(
          (item) => `${dateOrDash(item.lastUsefulDay).padEnd(18)} ${item.waitsFor.padEnd(6)} ${item.sentence}`,
        ),
      ]),
  });

  addDayCommand(program, session, {
    name: 'slip',
    description: 'the earliest date, and slot, that meets every lead time',
    day: 'the day to judge on',
    run: (terminal, engine, input) =>
      runCommand(terminal, engine, 'slip.compute', input, (slip) => [
        slip.sentence,
        ...slip.reasons.map((reason) => `  ${reason.sentence}`),
      ]),
  });
}
