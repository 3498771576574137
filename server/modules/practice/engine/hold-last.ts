/** Puts a value at the end of a map and drops the longest unused ones beyond the limit. */
export function holdLast<Key, Value>(
  map: Map<Key, Value>,
  key: Key,
  value: Value,
  valuesMax: number,
): Value {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= valuesMax) break;
    map.delete(oldest);
  }
  return value;
}
