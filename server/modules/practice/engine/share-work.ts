/** Lets all who ask for the same thing meanwhile wait for one making of it. */
export interface SharedWork<Value> {
  (key: string, make: () => Promise<Value>): Promise<Value>;
}

/** What failed is forgotten like what succeeded: who asks afterwards has it made anew. */
export function shareWork<Value>(): SharedWork<Value> {
  const underWay = new Map<string, Promise<Value>>();
  return (key, make) => {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const made = make().finally(() => underWay.delete(key));
    underWay.set(key, made);
    return made;
  };
}
