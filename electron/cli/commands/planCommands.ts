import type { Command } from 'commander';
import { asOfOption } from '../options.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';
import { dateOrDash } from '../words.ts';

export function addPlanCommands(program: Command, session: Session): void {
  program
    .command('plan')
    .argument('<name>')
    .option('--as-of <date>', 'the day to plan from (default: today in London)')
    .description('the last useful day for each input, evidence item and paper, per body')
    .action((name: string, options: { asOf?: string }) =>
      session.run({}, (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        return runCommand(terminal, engine, 'plan.compute', { release: name, asOf: asOf.value }, (plan) => [
          `${plan.release} as of ${dateOrDash(plan.asOf)}: ${plan.items.length} to do, ${plan.impossible} already impossible. Working days: ${plan.calendar}.`,
          ...plan.items.map(
            (item) => `${dateOrDash(item.lastUsefulDay).padEnd(18)} ${item.waitsFor.padEnd(6)} ${item.sentence}`,
          ),
        ]);
      }),
    );

  program
    .command('slip')
    .argument('<name>')
    .option('--as-of <date>', 'the day to judge on (default: today in London)')
    .description('the earliest date, and slot, that meets every lead time')
    .action((name: string, options: { asOf?: string }) =>
      session.run({}, (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        return runCommand(terminal, engine, 'slip.compute', { release: name, asOf: asOf.value }, (slip) => [
          slip.sentence,
          ...slip.reasons.map((reason) => `  ${reason.sentence}`),
        ]);
      }),
    );
}
