import { atomically } from './atomically';
import type { Database, Origin } from './database';
import { readingAndWriting } from './transactions';

/**
 * Makes a generation the current one, and the one that was current the previous one, in a single transaction.
 * @param packagedHash the hash of the release in the package, which is hereby considered
 */
export async function makeCurrent(
  database: Database,
  id: string,
  origin: Origin,
  packagedHash: string,
): Promise<void> {
  const transaction = readingAndWriting(database, ['pointers', 'generations']);
  const pointers = transaction.objectStore('pointers');
  const generations = transaction.objectStore('generations');
  const [replaced, previous] = await Promise.all([pointers.get('current'), pointers.get('previous')]);
  const [replacedOrigin, previousOrigin] = await Promise.all(
    [replaced, previous].map(async (key) => key && (await generations.get(key))?.origin),
  );
  // One package after another does not push out what the user brought in and went back from.
  const keepsPrevious =
    origin === 'packaged' && replacedOrigin !== 'imported' && previousOrigin === 'imported';
  await atomically(transaction, [
    () => (replaced && !keepsPrevious ? pointers.put(replaced, 'previous') : undefined),
    () => pointers.put(packagedHash, 'packaged'),
    () => pointers.put(id, 'current'),
  ]);
}

/**
 * Makes the previous generation the current one, and the other way round, in a single transaction.
 * @throws Error when there is no previous one
 */
export async function swapGenerations(database: Database): Promise<void> {
  const transaction = readingAndWriting(database, ['pointers']);
  const { store } = transaction;
  const [current, previous] = await Promise.all([store.get('current'), store.get('previous')]);
  if (!current || !previous) {
    await transaction.done;
    throw new Error('there is no earlier release to go back to');
  }
  await atomically(transaction, [() => store.put(previous, 'current'), () => store.put(current, 'previous')]);
}
