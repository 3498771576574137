import type { Chooser, Wish } from "./chooser.ts";

const startsOn = 5;
const words = "A plain thing for every day, and it is made to last.";

/**
 * What a student does off the market, by place: every lever in turn, a little of each, so that days
 * with bookings, letters and bids are closed, killed, replayed and restored too.
 */
export async function promotionsOf(
  { client, where, place }: Chooser,
  day: number,
): Promise<Wish[]> {
  if (day < startsOn) return [];
  const { modules } = await client.call("GET /practice/seasons/:season", { where });
  if (!modules.offsite) return [];
  const view = await client.call("GET /practice/seasons/:season/stores/:store/off-site", { where });
  const here = view.markets.find(({ isOnSale }) => isOnSale);
  if (here === undefined) return [];
  const { market } = here;
  const free = view.influencers.find(
    (one) => one.market === market && !one.takenDays.includes(day + 1),
  );
  const slot = view.media.find((one) => one.market === market);
  const levers: readonly (Wish | null)[] = [
    { kind: "publish-post", market, text: words, spendMinor: 300 },
    { kind: "buy-display", market, text: words, spendMinor: 200, days: 2 },
    free === undefined
      ? null
      : { kind: "book-influencer", market, influencer: free.influencer, day: day + 1 },
    slot === undefined
      ? null
      : { kind: "buy-media", market, slot: slot.slot, bidMinor: slot.reserveMinor + place },
    { kind: "edit-landing", market, title: "Plain things", text: words },
    here.mailList === 0
      ? null
      : { kind: "send-mail", market, segment: "opted-in", subject: "News", text: words },
    { kind: "hold-livestream", market, text: words, spendMinor: 300 },
  ];
  const turn = levers[(place + day) % levers.length];
  return turn === undefined || turn === null ? [] : [turn];
}
