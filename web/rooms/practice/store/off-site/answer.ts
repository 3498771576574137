import type { Answer } from "../../../../api/client.ts";

export const offSiteDoes = "GET /practice/seasons/:season/stores/:store/off-site";
export type OffSiteAnswer = Answer<typeof offSiteDoes>;
export type Source = OffSiteAnswer["week"][number]["source"];
export type Running = OffSiteAnswer["running"][number];

/** What a source brought in the week, over all markets or in one. */
export function sumOf(week: OffSiteAnswer["week"], source: Source) {
  const sum = { views: 0, visits: 0, clicks: 0, orders: 0, revenueMinor: 0, costMinor: 0 };
  for (const row of week) {
    if (row.source !== source) continue;
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += row[name];
  }
  return sum;
}
