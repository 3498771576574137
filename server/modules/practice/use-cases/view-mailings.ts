import type { Mailing } from "@echelon/contract/practice/off-site.ts";
import { type Arm, resultOf } from "@echelon/kernel/market/research/trial-result.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { storeDecisions } from "../store/research-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { type Desk, marketOf } from "./open-desk.ts";

const mailingsMax = 100;

type Letter = ResultRow<"letters">;

/** A store's mailings of closed days with what each letter brought, the newest first. */
export async function viewMailings(sql: Sql, desk: Desk): Promise<Mailing[]> {
  const { season, number, row, closed } = desk;
  const rows = await storeRows(sql, "letters", season, number, 1, closed);
  if (rows.length === 0) return [];
  const spans = lineage(await readBranches(sql, season), row.branch);
  const logged = ofKind(await storeDecisions(sql, season, number, "send-mail", spans), "send-mail");
  const written = new Map(logged.map((one) => [one.number, one.decision]));
  return [...Map.groupBy(rows, (one) => one.number)]
    .map(([which, letters]) => {
      const decision = written.get(which);
      const subjects = [decision?.subject ?? "", decision?.second?.subject ?? ""];
      return mailingOf(desk, letters, subjects);
    })
    .toSorted((a, b) => b.day - a.day || b.number - a.number)
    .slice(0, mailingsMax);
}

function mailingOf(desk: Desk, letters: readonly Letter[], subjects: readonly string[]): Mailing {
  const { day, number, market } = letters[0]!;
  return {
    day,
    number,
    market: marketOf(desk, market),
    letters: letters.map(({ arm, readers, came, orders, unsubscribed }) => ({
      subject: subjects[arm] ?? "",
      readers,
      came,
      orders,
      unsubscribed,
    })),
    came: differenceOf(letters, "came"),
    orders: differenceOf(letters, "orders"),
  };
}

/** How the second of two letters differs from the first; null of one. */
function differenceOf(letters: readonly Letter[], what: "came" | "orders"): Mailing["came"] {
  const [a, b] = letters.map((one): Arm => ({ visits: one.readers, hits: one[what], worth: 1 }));
  if (a === undefined || b === undefined) return null;
  const { difference, low, high, couldBeChance } = resultOf(a, b);
  return { difference, low, high, couldBeChance };
}
