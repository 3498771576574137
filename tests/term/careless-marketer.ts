/** How a careless student goes about the same season: as often, and without looking at anything. */
import { choosable, decide, editorOf, type Seat } from "./seat.ts";

const products = 5;
const units = 100;
const cheap = 0.7;
/** Times what a click may cost before a sale leaves nothing. */
const bidTimes = 6;
const postMinor = 2_000;
const budgetTicks = 100_000;
const opened = new WeakMap<Seat, readonly string[]>();

export async function openCarelessly(seat: Seat): Promise<void> {
  const chosen = (await choosable(seat)).slice(-products);
  opened.set(
    seat,
    chosen.map(({ sku }) => sku),
  );
  for (const { sku, moq } of chosen) {
    await decide(seat, 1, { kind: "select-product", sku });
    await decide(seat, 1, { kind: "place-purchase", sku, units: Math.max(moq, units) });
    for (const market of seat.markets) {
      const editor = await editorOf(seat, sku, market);
      const service = editor.services.find(({ costMinor }) => costMinor !== null);
      if (service === undefined) continue;
      const ways = { service: service.id, feeMinor: 0, promiseDays: service.p10Days || 1 };
      await decide(seat, 1, { kind: "set-shipping", sku, market, ...ways });
      await decide(seat, 1, {
        kind: "publish-listing",
        sku,
        market,
        listing: {
          title: editor.product.name.en,
          keywords: editor.keywords.slice(0, 3).map(({ phrase }) => phrase),
          text: "Good.",
          attributes: {},
          photoLevel: 0,
        },
        priceMinor: Math.max(1, Math.floor(editor.soundPriceMinor * cheap)),
      });
    }
  }
}

export async function playCarelessly(seat: Seat, round: number, day: number): Promise<void> {
  const skus = opened.get(seat) ?? [];
  for (const market of seat.markets)
    await decide(seat, day, {
      kind: "publish-post",
      market,
      text: "Buy!!!",
      spendMinor: postMinor,
    });
  if (round === 2)
    for (const [campaign, sku] of skus.entries()) {
      const { economics } = await editorOf(seat, sku, seat.markets[0]!);
      const markets = [...seat.markets];
      const name = `Loud ${campaign + 1}`;
      await decide(seat, day, {
        kind: "open-campaign",
        name,
        dailyBudgetTicks: budgetTicks,
        markets,
      });
      const bidTicks = 5_000 + Math.max(0, economics?.breakEvenBidTicks ?? 0) * bidTimes;
      const bid = { campaign, sku, keyword: "", match: "auto", bidTicks } as const;
      await decide(seat, day, { kind: "set-bid", ...bid });
    }
  if (round === 3)
    for (const sku of skus)
      for (const market of seat.markets) {
        const { row } = await editorOf(seat, sku, market);
        if (row.listing === null) continue;
        const listing = { ...row.listing, title: "BEST HOT SALE 100% !!!", keywords: [] };
        await decide(seat, day, { kind: "edit-listing", sku, market, listing });
      }
}
