/** A subcommand of `npm run data`. */
export interface Command {
  /** Its arguments, for the usage text. */
  readonly usage: string;
  /** What it does, in one line. */
  readonly summary: string;
  /**
   * @param args what follows the command's name
   * @throws UsageError when they are wrong, any other error when it fails
   */
  run(args: string[]): Promise<void>;
}

/** Arguments that a command does not take; `cli.ts` answers with the usage text. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
