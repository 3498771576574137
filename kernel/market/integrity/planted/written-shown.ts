/** What a class of written seasons sees, made once: goods, proposals, prices on the shelf. */
import { contextOf } from "../../decisions/decision-context.ts";
import { exampleWorld } from "../../examples/example-world.ts";
import { openSeason } from "../../open-season.ts";
import { firstSeat } from "../../state/season.ts";
import type { Evidence } from "../ask-questions.ts";
import { isGivenPrice } from "../given-prices.ts";
import { suggested } from "./honest-store.ts";
import type { Luck } from "./luck.ts";
import { enterpriseText } from "./planted-texts.ts";
import type { Shown } from "./shown.ts";
import { writtenDays, type WrittenSeason } from "./written-season.ts";
import { whole } from "./whole.ts";

const markets = 2;

/** A world, and what its editor proposes. */
export function openShown(): Pick<Shown, "world" | "proposed"> {
  const world = exampleWorld({
    markets,
    categories: 6,
    productsPerCategory: 4,
    stores: 13,
    bots: 5,
    offersPerStore: 6,
    visitsPerDay: 2_000,
    burnInDays: 5,
  });
  const season = openSeason(world, { k0: 1, k1: 42 }, (bytes) => new ArrayBuffer(bytes));
  const context = contextOf(season);
  const proposed = world.source.products.flatMap((_, product) =>
    Array.from(
      { length: markets },
      (__, market) => suggested(context, firstSeat(world), product, market) ?? 0,
    ),
  );
  return { world, proposed };
}

/** The same with a rival's prices that move from day to day. */
export function shownTo(luck: Luck, { world, proposed }: Pick<Shown, "world" | "proposed">): Shown {
  return {
    world,
    proposed,
    shelf: (product, market, day) =>
      whole(
        proposed[product * markets + market]! * luck.between(0.8, 1.3, product, market, day, 90),
      ),
  };
}

/** A written season as the questions look at it. */
export function evidenceOf(shown: Shown, { entries, members }: WrittenSeason): Evidence {
  const { world, proposed } = shown;
  return {
    world,
    entries,
    members,
    lastDay: writtenDays,
    ways: [],
    givenTexts: new Map(world.source.products.map(({ sku }) => [sku, enterpriseText(sku)])),
    isGiven: ({ decision, day }, value) => {
      if (decision.kind !== "set-price" && decision.kind !== "publish-listing") return false;
      const product = world.skuOf.get(decision.sku)!;
      const proposal = proposed[product * markets]!;
      return isGivenPrice(value, proposal, [shown.shelf(product, 0, day)]);
    },
  };
}
