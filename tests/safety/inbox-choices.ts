import type { Chooser, Wish } from "./chooser.ts";

/** What a student of the script accepts of the inbox: every fourth takes whatever comes. */
export async function temptedOf({ client, where, place }: Chooser): Promise<Wish[]> {
  if (place % 4 !== 1) return [];
  const { modules } = await client.call("GET /practice/seasons/:season", { where });
  if (!modules.temptations) return [];
  const record = await client.call("GET /practice/seasons/:season/stores/:store/record", {
    where,
  });
  const listed = record.places.find(({ markets }) => markets.length > 0);
  const market = listed?.markets[0];
  if (listed === undefined || market === undefined) return [];
  return record.inbox.map(({ offer }): Wish => {
    return { kind: "accept-offer", offer, sku: listed.sku, market };
  });
}
