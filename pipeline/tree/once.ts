/**
 * Works out a value at most once for each key. Stages that are asked for the same thing by several readers share it, so
 * that neither has a memory of its own making.
 */

/** A function that remembers what `find` gave, undefined too; keys are compared as by a Map. */
export function once<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    if (!known.has(key)) known.set(key, find(key))
    return known.get(key) as Value
  }
}
