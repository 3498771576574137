import type { Member } from "@echelon/kernel/market/integrity/team-shares.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { headCloses } from "../store/result-store.ts";
import { readMembers } from "../store/store-store.ts";

/** Members since the day that was open when they came. */
export async function membersSince(sql: Sql, season: string): Promise<readonly Member[]> {
  const closes = await headCloses(sql, season);
  return (await readMembers(sql, season)).map(({ store, person_id: person, joined_at: at }) => ({
    store,
    person,
    sinceDay: 1 + closes.filter(({ closed_at: closed, day }) => day > 0 && closed <= at).length,
  }));
}
