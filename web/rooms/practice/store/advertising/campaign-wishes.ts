import type { Wish } from "../use-store.ts";

export type Match = "exact" | "phrase" | "broad" | "auto";
export type CampaignForm = {
  name: string;
  budgetTicks: number | null;
  markets: string[];
};
export type EntryForm = {
  sku: string | null;
  keyword: string;
  match: Match;
  bidTicks: number | null;
};

/** Number that the store's next campaign gets: they are counted up and never used again. */
export const nextCampaign = (campaigns: readonly { campaign: number }[]): number =>
  campaigns.reduce((next, { campaign }) => Math.max(next, campaign + 1), 0);

/** What of a campaign's form is missing: key of the room's texts, or undefined. */
export function campaignFault({ name, budgetTicks, markets }: CampaignForm): string | undefined {
  if (name.trim() === "") return "ads.needName";
  if (budgetTicks === null || budgetTicks <= 0) return "ads.needBudget";
  return markets.length === 0 ? "ads.needMarket" : undefined;
}

export function entryFault({ sku, keyword, match, bidTicks }: EntryForm): string | undefined {
  if (sku === null) return "ads.needProduct";
  if (match !== "auto" && keyword.trim() === "") return "ads.needKeyword";
  return bidTicks === null || bidTicks <= 0 ? "ads.needBid" : undefined;
}

/** The bid that an entry's form stands for; none while something is missing. */
export function entryWishes(campaign: number, form: EntryForm): Wish[] {
  const { sku, keyword, match, bidTicks } = form;
  if (sku === null || bidTicks === null || entryFault(form) !== undefined) return [];
  const words = match === "auto" ? "" : keyword.trim();
  return [{ kind: "set-bid", campaign, sku, keyword: words, match, bidTicks }];
}

/** Opening a campaign with its first entry, or changing one; none while something is missing. */
export function campaignWishes(
  campaign: number,
  form: CampaignForm,
  isNew: boolean,
  entry?: EntryForm,
): Wish[] {
  const { name, budgetTicks, markets } = form;
  if (budgetTicks === null || campaignFault(form) !== undefined) return [];
  const plan = { name: name.trim(), dailyBudgetTicks: budgetTicks, markets };
  if (!isNew) return [{ kind: "edit-campaign", campaign, ...plan }];
  return [
    { kind: "open-campaign", ...plan },
    ...(entry === undefined ? [] : entryWishes(campaign, entry)),
  ];
}
