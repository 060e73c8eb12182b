/** The command line was not understood: printed with the help, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const help = `navette: after-sales back end for sellers who ship from many channels

  navette start                 everything in one process until Ctrl-C
  navette api | worker          one role alone, any number of each
  navette migrate               bring the database up to date
  navette demo [--exit]         play a realistic day and show what came out
  navette import <file>         load orders from .csv or .ndjson, with a progress bar; resumes
      [--url URL] [--key KEY] [--restart]
  navette keys create <name>    make an API key, shown once        [--seller NAME]
  navette keys list                                                [--seller NAME]
  navette keys revoke <id>
  navette jobs retry <id>       run a failed job again
  navette jobs retry-failed     run all failed jobs again          [--queue NAME]
  navette doctor                check the set-up and say what to mend
  navette bench                 measure this machine, from a checkout    [--only ROWS] [--quick]
`;
