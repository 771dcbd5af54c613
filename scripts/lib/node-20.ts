/**
 * Vitest 5 is written for Node 22: these are what it uses and Node 20 lacks. Without Map.groupBy a failing
 * test ends in a TypeError of the reporter's, and its own message is lost.
 */

Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

Object.groupBy ??= (items, keyOf) => Object.fromEntries(Map.groupBy(items, keyOf)) as never;

Promise.withResolvers ??= <T>() => {
  const resolvers: Partial<PromiseWithResolvers<T>> = {};
  const promise = new Promise<T>((resolve, reject) => Object.assign(resolvers, { resolve, reject }));
  return { promise, ...resolvers } as PromiseWithResolvers<T>;
};
