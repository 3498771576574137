import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStoreName } from "../../store-name.ts";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import { perClick, ticksPerUsd } from "./ad-money.ts";
import type { Ads } from "./ads-answer.ts";
import type { NameBid, NameBids } from "./name-answer.ts";
import { useAdColumns } from "./use-ad-columns.tsx";

type Props = { ads: Ads; view: NameBids; open: (bid: NameBid) => void };

/** Names that are bid on, and what each brought for its money in seven days. */
export function NameTable({ ads, view, open }: Props) {
  const { t } = useTranslation("names");
  return (
    <DataTable
      rows={view.bids}
      caption={t("title")}
      rowKey={({ campaign, entry }) => `${campaign}/${entry}`}
      exportAs="name-bids"
      rowsShown={20}
      card={{
        head: "name",
        mark: "bid",
        facts: ["product", "campaign", "clicks", "spent", "units", "acos"],
        act: "act",
      }}
      columns={[...useBidColumns(ads), ...useResultColumns(ads, open)]}
    />
  );
}

function useBidColumns(ads: Ads): TableColumn<NameBid>[] {
  const { t } = useTranslation("names");
  const { where } = useStorePlace();
  const format = useFormat();
  const nameOf = useStoreName();
  const { text, count } = useColumns<NameBid>();
  const { product } = useAdColumns<NameBid>(ads);
  const campaignOf = ({ campaign }: NameBid) =>
    ads.campaigns.find((one) => one.campaign === campaign)?.name ?? "";
  return [
    text(
      "name",
      t("head.name"),
      ({ named }) => nameOf(named),
      ({ named }) => (
        <>
          {nameOf(named)}{" "}
          {String(named.store) === where.store ? (
            <span className="badge">{t("ownBadge")}</span>
          ) : null}
        </>
      ),
    ),
    product,
    text("campaign", t("campaign"), campaignOf),
    count(
      "bid",
      t("bid"),
      ({ bidTicks }) => bidTicks / ticksPerUsd,
      ({ bidTicks }) => format.ticks(bidTicks),
    ),
  ];
}

function useResultColumns(ads: Ads, open: Props["open"]): TableColumn<NameBid>[] {
  const { t } = useTranslation(["names", "report"]);
  const { season } = useStorePlace();
  const format = useFormat();
  const nameOf = useStoreName();
  const { count, money, bare } = useColumns<NameBid>();
  const { clicks, spent, units, acos } = useAdColumns<NameBid>(ads);
  return [
    clicks,
    spent,
    count(
      "perClick",
      t("ads.figure.perClick"),
      ({ ticks, clicks }) => (perClick(ticks, clicks) ?? 0) / ticksPerUsd,
      ({ ticks, clicks }) => {
        const each = perClick(ticks, clicks);
        return each === null ? "–" : format.ticks(each);
      },
    ),
    units,
    money(
      "revenue",
      t("ads.figure.revenue"),
      ({ revenueMinor }) => revenueMinor,
      () => season.booksCurrency,
    ),
    acos,
    bare("act", <span className="visually-hidden">{t("head.act")}</span>, (bid) => (
      <Button
        size="xs"
        variant="default"
        aria-label={t("changeOf", { name: nameOf(bid.named) })}
        onClick={() => open(bid)}
      >
        {t("change")}
      </Button>
    )),
  ];
}
