/**
 * Ends a transaction with several writes, of which all or none take effect. A write that throws at once, instead
 * of failing later, would otherwise leave the earlier ones to be committed.
 * @throws what the first failing write throws
 */
export async function atomically(
  transaction: { abort(): void; readonly done: Promise<void> },
  writes: readonly (() => Promise<unknown> | undefined)[],
): Promise<void> {
  const running: (Promise<unknown> | undefined)[] = [transaction.done];
  try {
    for (const write of writes) running.push(write());
  } catch (error) {
    transaction.abort();
    await Promise.allSettled(running);
    throw error;
  }
  await Promise.all(running);
}
