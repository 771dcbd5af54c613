import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command';

/** `parseArgs` of node:util, with its complaints as UsageError. */
export function parseCommandArgs<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
