import { Autocomplete, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";
import { proposedBid, ticksPerUsd, typedTicks } from "./ad-money.ts";
import type { Ads } from "./ads-answer.ts";
import type { EntryForm, Match } from "./campaign-wishes.ts";

const matches = ["exact", "phrase", "broad", "auto"] as const satisfies readonly Match[];

type Props = {
  ads: Ads;
  markets: readonly string[];
  entry: EntryForm;
  setEntry: (entry: EntryForm) => void;
};

/** What is advertised, for which words, and for how much a click. */
export function EntryFields({ ads, markets, entry, setEntry }: Props) {
  const { t } = useTranslation("report");
  const { where } = useStorePlace();
  const format = useFormat();
  const products = useAnswer("GET /practice/seasons/:season/stores/:store/products", {
    where,
  }).data;
  const offers = (products?.offers ?? []).filter(({ listings }) =>
    listings.some(({ state, market }) => state === "live" && markets.includes(market)),
  );
  const words = useSearches(entry.sku, markets);
  const breakEven = words?.breakEvenTicks ?? 0;
  const bid = proposedBid(breakEven, ads.reserveTicks);
  return (
    <>
      <Select
        label={t("ads.product")}
        placeholder={t("ads.chooseProduct")}
        {...(products !== undefined && offers.length === 0
          ? { description: t("ads.noListing") }
          : {})}
        searchable
        data={offers.map(({ sku, name }) => ({ value: sku, label: format.name(name) }))}
        value={entry.sku}
        onChange={(sku) => setEntry({ ...entry, sku })}
      />
      <Select
        label={t("ads.match")}
        description={t(`matchText.${entry.match}`)}
        data={matches.map((value) => ({ value, label: t(`match.${value}`) }))}
        value={entry.match}
        allowDeselect={false}
        onChange={(match) => setEntry({ ...entry, match: (match ?? "exact") as Match })}
      />
      {entry.match === "auto" ? null : (
        <KeywordField entry={entry} setEntry={setEntry} words={words?.keywords ?? []} />
      )}
      <NumberField
        label={t("ads.bid")}
        description={
          breakEven === 0
            ? t("ads.bidReserve", { reserve: format.ticks(ads.reserveTicks) })
            : t("ads.bidText", {
                reserve: format.ticks(ads.reserveTicks),
                breakEven: format.ticks(breakEven),
                bid: format.ticks(bid),
              })
        }
        prefix="$"
        min={0}
        digits={4}
        padTo={2}
        value={entry.bidTicks === null ? null : entry.bidTicks / ticksPerUsd}
        onValue={(value) =>
          setEntry({ ...entry, bidTicks: value === null ? null : typedTicks(value) })
        }
      />
      {entry.bidTicks === null ? (
        <button
          type="button"
          className="text-act"
          onClick={() => setEntry({ ...entry, bidTicks: bid })}
        >
          {t("ads.useBid", { bid: format.ticks(bid) })}
        </button>
      ) : null}
    </>
  );
}

type Keyword =
  Answer<"GET /practice/seasons/:season/stores/:store/products/:sku/:market">["keywords"][number];

/** Searches of the product's category in the first of the markets where it is listed. */
function useSearches(sku: string | null, markets: readonly string[]) {
  const { where } = useStorePlace();
  const market = markets[0] ?? "";
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
    { where: { ...where, sku: sku ?? "", market } },
    { enabled: sku !== null && market !== "" },
  );
  if (answer.data === undefined) return undefined;
  const { keywords, economics } = answer.data;
  return { keywords, breakEvenTicks: economics?.breakEvenBidTicks ?? 0 };
}

/** The words, with what buyers type proposed, and its meaning for the reader. */
function KeywordField({
  entry,
  setEntry,
  words,
}: {
  entry: EntryForm;
  setEntry: Props["setEntry"];
  words: readonly Keyword[];
}) {
  const { t } = useTranslation("report");
  const format = useFormat();
  const known = words.find(({ phrase }) => phrase === entry.keyword);
  return (
    <Autocomplete
      label={t("ads.keyword")}
      description={
        known === undefined
          ? t("ads.keywordText")
          : t("ads.keywordMeans", {
              meaning: format.name(known.meaning),
              visits: format.number(known.visits),
            })
      }
      maxLength={80}
      data={words.map(({ phrase }) => phrase)}
      value={entry.keyword}
      onChange={(keyword) => setEntry({ ...entry, keyword })}
    />
  );
}
