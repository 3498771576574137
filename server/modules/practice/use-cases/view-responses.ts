import type { CompanyView } from "@echelon/contract/practice/company.ts";
import { responseUntil } from "@echelon/kernel/market/decisions/check-statements.ts";
import { shocksOfSeason } from "@echelon/kernel/market/state/season.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { storeDecisions } from "../store/research-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { authorsOf } from "./name-authors.ts";
import type { Desk } from "./open-desk.ts";

const shocksMax = 100;
const saidMax = 50;

/** Events that the store was told of, with what it said it does about each. */
export async function viewResponses(
  means: PracticeMeans,
  desk: Desk,
): Promise<CompanyView["responses"]> {
  const { database } = means;
  const { season, number, row, world, preview, injected } = desk;
  const spans = lineage(await readBranches(database, season), row.branch);
  const log = ofKind(
    await storeDecisions(database, season, number, "record-response", spans),
    "record-response",
  );
  const names = await authorsOf(
    database,
    desk,
    log.map((one) => one.author_id),
  );
  const told = [...world.source.scenario.shocks, ...injected];
  return shocksOfSeason(preview)
    .filter(({ announcedOn }) => announcedOn <= row.day)
    .map((shock) => {
      const until = Math.min(responseUntil(world, shock), row.days);
      return {
        shock: shock.number,
        kind: shock.kind,
        headline: told[shock.number]?.headline ?? { zh: "", en: "" },
        from: shock.from,
        until,
        isOpen: row.day <= until,
        said: log
          .filter(({ decision }) => decision.shock === shock.number)
          .slice(0, saidMax)
          .map(({ day, author_id: author, decision }) => ({
            day,
            author: names.get(author) ?? "",
            plan: decision.plan,
          })),
      };
    })
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.from - a.from)
    .slice(0, shocksMax);
}
