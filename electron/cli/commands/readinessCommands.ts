import type { Command } from 'commander';
import { formatDateWithWeekday } from '../../../shared/domain/calendar/calendarDate.ts';
import { appError } from '../../../shared/domain/foundation/appError.ts';
import { asOfOption } from '../options.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';
import { dateOrDash, findingLine, sufficiencyLines, summaryLine } from '../words.ts';
import { addDayCommand } from './dayCommand.ts';

export function addReadinessCommands(program: Command, session: Session): void {
  program
    .command('calendar')
    .argument('<year>')
    .description('each slot of a year with its rule date and every lead-time date')
    .action((year: string) =>
      session.run({}, (terminal, engine) => {
        if (!/^(19|20|21)\d\d$/.test(year) || year === '1900' || year === '2199') {
          const message = `“${year}” is not a year of this calendar; write one from 1901 to 2198, such as 2026.`;
          return Promise.resolve(reportError(terminal, appError('usage', message, 'year')));
        }
        return runCommand(terminal, engine, 'calendar.year', { year: Number(year) }, ({ slots }) =>
          slots.flatMap((slot) => [
            `${slot.name} (${slot.kind}): ${formatDateWithWeekday(slot.ruleDate)}`,
            `  scope, modifications that impact systems   ${dateOrDash(slot.leadTimes.scopeSystem)}`,
            `  TAD to the TAG                             ${dateOrDash(slot.leadTimes.tadToTag)}`,
            `  scope, document-only modifications         ${dateOrDash(slot.leadTimes.scopeDocuments)}`,
            `  TAD published                              ${dateOrDash(slot.leadTimes.tadPublished)} (practical: ${dateOrDash(slot.practical.tadPublished)})`,
          ]),
        );
      }),
    );

  program
    .command('sufficiency')
    .argument('<name>')
    .option('--criterion <reference>', 'this criterion only')
    .option('--as-of <date>', 'the day to judge on (default: today in London)')
    .description('what each criterion asks of its evidence, what is there, and what lacks')
    .action((name: string, options: { criterion?: string; asOf?: string }) =>
      session.run({}, (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        const input = { release: name, asOf: asOf.value, criterion: options.criterion ?? null };
        return runCommand(terminal, engine, 'sufficiency.compute', input, (criteria) =>
          criteria.flatMap(sufficiencyLines),
        );
      }),
    );

  addDayCommand(program, session, {
    name: 'readiness',
    description: 'every finding of the rulebook',
    day: 'the day to judge on',
    run: (terminal, engine, input) =>
      runCommand(terminal, engine, 'readiness.compute', input, (readiness) => [
        `${readiness.release} as of ${dateOrDash(readiness.asOf)}: ${summaryLine(readiness.summary)}`,
        ...readiness.rulebook.changed.map((change) => `The rulebook is changed here: ${change.sentence}`),
        ...readiness.findings.map(findingLine),
      ]),
  });
}
