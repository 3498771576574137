import type { Means } from "../../../platform/module.ts";
import { viewShared } from "../use-cases/share-credentials.ts";

/** How many queries it takes to show a page, and how many certificates it shows. */
export async function readsOfShare(
  means: Means,
  token: string,
): Promise<{ readonly reads: number; readonly shown: number }> {
  let reads = 0;
  const database = new Proxy(means.database, {
    get(target, name, receiver) {
      if (name === "tables" || name === "rows") reads += 1;
      const found: unknown = Reflect.get(target, name, receiver);
      return found;
    },
  });
  const page = await viewShared({ ...means, database }, token);
  return { reads, shown: page.ok ? page.value.credentials.length : 0 };
}
