import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { HandIn } from "../hand-in.tsx";
import { ActButton, Refused } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useDraft } from "../use-draft.ts";
import { useDecide, useMayDecide, type Wish } from "../use-store.ts";
import { ticksPerUsd, typedTicks } from "./ad-money.ts";
import type { Ads, Campaign } from "./ads-answer.ts";
import { useAdColumns } from "./use-ad-columns.tsx";

type Entry = Campaign["entries"][number];
type Bids = Readonly<Record<string, number>>;

/** The bid that changes an entry; 0 takes it away. */
const bidWish = (campaign: number, entry: Entry, bidTicks: number): Wish => {
  const { sku, keyword, match } = entry;
  return { kind: "set-bid", campaign, sku, keyword, match, bidTicks };
};

/** Bids of a campaign, changed in the table and handed in together. */
export function EntryTable({ ads, campaign }: { ads: Ads; campaign: Campaign }) {
  const { t } = useTranslation("report");
  const wishesOf = (bids: Bids) =>
    campaign.entries.flatMap((entry) => {
      const bid = bids[String(entry.entry)];
      if (bid === undefined || bid === entry.bidTicks || bid <= 0) return [];
      return [bidWish(campaign.campaign, entry, bid)];
    });
  const { draft, save, drop } = useDraft<Bids>(`bids/${campaign.campaign}`, wishesOf);
  const { decide, isPending, error, forget } = useDecide();
  const bids = draft ?? {};
  const wishes = wishesOf(bids);
  const undo = () => {
    forget();
    void drop();
  };
  const handIn = async () => {
    if ((await decide(wishes)) !== null) await drop();
  };
  if (campaign.entries.length === 0) {
    return <p className="card-body soft">{t("ads.noEntries")}</p>;
  }
  return (
    <>
      <Entries
        ads={ads}
        campaign={campaign}
        bids={bids}
        setBid={(entry, bid) => save({ ...bids, [String(entry.entry)]: bid })}
        remove={(entry) => void decide([bidWish(campaign.campaign, entry, 0)])}
      />
      {wishes.length === 0 ? (
        <Refused error={error} />
      ) : (
        <HandIn
          count={wishes.length}
          error={error}
          isPending={isPending}
          undo={undo}
          handIn={() => void handIn()}
        />
      )}
    </>
  );
}

/** What a click may cost at most, and a word when the bid is above it. */
function BreakEven({ ticks, isBelowBid }: { ticks: number; isBelowBid: boolean }) {
  const { t } = useTranslation("report");
  const format = useFormat();
  if (!isBelowBid) return format.ticks(ticks);
  return (
    <span className="bad">
      {format.ticks(ticks)}
      <span className="block">{t("ads.bidAbove")}</span>
    </span>
  );
}

type EntriesProps = {
  ads: Ads;
  campaign: Campaign;
  bids: Bids;
  setBid: (entry: Entry, bidTicks: number) => void;
  remove: (entry: Entry) => void;
};

function Entries(props: EntriesProps) {
  const { t } = useTranslation("report");
  const { campaign } = props;
  return (
    <DataTable
      rows={campaign.entries}
      caption={t("ads.entriesOf", { campaign: campaign.name })}
      rowKey={({ entry }) => String(entry)}
      exportAs={`campaign-${campaign.campaign + 1}`}
      card={{
        head: "keyword",
        facts: ["product", "bid", "breakEven", "impressions", "clicks", "spent", "units", "acos"],
        act: "remove",
      }}
      columns={[...useBidColumns(props), ...useResultColumns(props)]}
    />
  );
}

const useWords = () => {
  const { t } = useTranslation("report");
  return ({ keyword, match }: Entry) => (match === "auto" ? t("ads.autoWords") : keyword);
};

function useBidColumns({ ads, bids, setBid }: EntriesProps): TableColumn<Entry>[] {
  const { t } = useTranslation("report");
  const format = useFormat();
  const { may } = useMayDecide();
  const words = useWords();
  const { text, count } = useColumns<Entry>();
  const { product } = useAdColumns<Entry>(ads);
  const bidOf = (entry: Entry) => bids[String(entry.entry)] ?? entry.bidTicks;
  return [
    text("keyword", t("ads.keyword"), words, (entry) => (
      <>
        {entry.match === "auto" ? null : `${entry.keyword} `}
        <span className="badge">{t(`match.${entry.match}`)}</span>
      </>
    )),
    product,
    count(
      "bid",
      t("ads.bid"),
      ({ bidTicks }) => bidTicks / ticksPerUsd,
      (entry) =>
        may ? (
          <NumberField
            aria-label={t("ads.bidOf", { keyword: words(entry) })}
            className="bid-cell"
            hideControls
            size="xs"
            min={0}
            digits={4}
            padTo={2}
            prefix="$"
            value={bidOf(entry) / ticksPerUsd}
            onValue={(value) => {
              if (value !== null) setBid(entry, typedTicks(value));
            }}
          />
        ) : (
          format.ticks(entry.bidTicks)
        ),
    ),
    count(
      "breakEven",
      t("ads.breakEven"),
      ({ breakEvenTicks }) => breakEvenTicks / ticksPerUsd,
      (entry) => (
        <BreakEven ticks={entry.breakEvenTicks} isBelowBid={bidOf(entry) > entry.breakEvenTicks} />
      ),
    ),
  ];
}

function useResultColumns({ ads, remove }: EntriesProps): TableColumn<Entry>[] {
  const { t } = useTranslation("report");
  const { count, bare } = useColumns<Entry>();
  const { clicks, spent, units, acos } = useAdColumns<Entry>(ads);
  return [
    count("impressions", t("ads.figure.impressions"), ({ impressions }) => impressions),
    clicks,
    spent,
    units,
    acos,
    bare("remove", <span className="visually-hidden">{t("ads.remove")}</span>, (entry) => (
      <ActButton size="compact-sm" variant="subtle" onClick={() => remove(entry)}>
        {t("ads.remove")}
      </ActButton>
    )),
  ];
}
