/** Texts of listings as people write them: from the enterprise, from a lesson, or their own. */
import type { Luck } from "./luck.ts";

const openings = [
  "Every morning starts a little easier with this one beside the kettle",
  "We packed it for a long train ride across three borders and it came home unharmed",
  "Grandmother had something alike on her windowsill and nobody ever asked why",
  "Made for people who hate clutter but love a good surprise",
  "Picked by our team after eleven rounds of trying and arguing",
  "Small enough for a drawer yet sturdy in a storm",
  "If your desk could speak it would ask for exactly this",
  "Students told us what annoyed them and we listened twice",
  "Bring some color into grey offices without annoying the neighbors",
  "Not another gadget but an honest tool that keeps its promise",
  "Our cat disapproves which usually means it is worth owning",
  "Quietly useful from breakfast until the last lamp goes dark",
] as const;
const middles = [
  "The edges are rounded so little hands stay safe while exploring",
  "It folds flat and slips behind any shelf when guests arrive",
  "A damp cloth is enough to clean it after a busy weekend",
  "You will notice the balanced weight as soon as you lift it",
  "Seams were stitched twice where cheaper versions give way",
  "The surface stays cool even when summer forgets to end",
  "Stack several together and they still look tidy",
  "Measured drawings come along for curious minds",
  "It survives the dishwasher although we prefer warm soap",
  "Tested on gravel roads market stalls and one leaky boat",
  "Matching lids may be bought later whenever you please",
  "Its shade matches walnut and pine alike",
  "Left handed friends praised the symmetrical grip",
  "Nothing rattles nothing wobbles nothing squeaks",
] as const;
const closings = [
  "Wrap it for a birthday and you are done before lunch",
  "Write to us at any hour and a person replies",
  "Give it a month and tell us honestly what you think",
  "Order two because somebody will borrow the first",
  "Parcels leave our hall on every working afternoon",
  "Keep the box since it makes a decent drawer divider",
  "A handwritten card is tucked inside each parcel",
  "Returned pieces are repaired and given to schools",
] as const;

/** What the teacher wrote on the board; many add it. */
export const boardSentence =
  "We answer every question within one day and refund without any discussion";

/** The enterprise's own words, which the editor shows beside the empty page. */
export function enterpriseText(sku: string): string {
  return [
    `Item ${sku} is produced by our workshop in Ningbo since nineteen ninety`,
    "with regular inspection of every batch and careful carton packaging",
  ].join(" ");
}

/** A text of somebody's own. */
export function ownText(luck: Luck, seat: number, product: number): string {
  const middle = luck.some(middles, 2 + luck.below(2, seat, product, 1), seat, product + 1000);
  const parts: string[] = [
    luck.pick(openings, seat, product, 2),
    ...middle,
    luck.pick(closings, seat, product, 3),
  ];
  // Nobody writes quite like anybody else: numbers, places and habits of speech go in.
  const place = (use: number) => 1 + luck.below(900, seat, product, use);
  parts.push(`Chosen by crew ${place(4)} near lane ${place(5)}`);
  return parts
    .join(". ")
    .split(" ")
    .map((word, at) =>
      luck.share(seat, product, 8, at) < 0.25 ? wordOf(luck, seat, product, at) : word,
    )
    .join(" ");
}

const heads = [
  "sun",
  "oak",
  "mill",
  "rain",
  "hill",
  "salt",
  "corn",
  "star",
  "moss",
  "lamp",
] as const;
const tails = ["leaf", "ware", "light", "field", "stone", "craft", "fold", "path", "hand"] as const;
const endings = ["ed", "ish", "y", "ful", "less", "en"] as const;

/** One of some hundred words: nobody says a thing quite as somebody else does. */
function wordOf(luck: Luck, seat: number, product: number, at: number): string {
  const from = <T>(list: readonly T[], use: number) => luck.pick(list, seat, product, use, at);
  return from(heads, 9) + from(tails, 10) + from(endings, 11);
}

/** The same text with some words replaced and sentences moved, as copies are disguised. */
export function disguised(text: string, luck: Luck, seat: number, product: number): string {
  const sentences = text.split(". ");
  if (luck.share(seat, product, 6) < 0.5) sentences.push(sentences.shift()!);
  return sentences
    .join(". ")
    .split(" ")
    .map((word, at) => (luck.share(seat, product, 7, at) < 0.05 ? `nice${at}` : word))
    .join(" ");
}
