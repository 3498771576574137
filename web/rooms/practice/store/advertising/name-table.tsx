import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStoreName } from "../../store-name.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import { acosBp, perClick, ticksInBooks, ticksPerUsd } from "./ad-money.ts";
import type { Ads } from "./ads-answer.ts";
import type { NameBid, NameBids } from "./name-answer.ts";

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
    text(
      "product",
      t("product"),
      ({ name }) => format.name(name),
      ({ name, sku }) => <ProductLabel name={name} sku={sku} />,
    ),
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
  const { t } = useTranslation("names");
  const { season } = useStorePlace();
  const format = useFormat();
  const nameOf = useStoreName();
  const { count, money, bare } = useColumns<NameBid>();
  const acosOf = ({ ticks, revenueMinor }: NameBid) =>
    acosBp(ticksInBooks(ticks, ads.usdRateE8, season.booksDigits), revenueMinor);
  return [
    count("clicks", t("head.clicks"), ({ clicks }) => clicks),
    count(
      "spent",
      t("head.spent"),
      ({ ticks }) => ticks / ticksPerUsd,
      ({ ticks }) => format.ticks(ticks),
    ),
    count(
      "perClick",
      t("head.perClick"),
      ({ ticks, clicks }) => (perClick(ticks, clicks) ?? 0) / ticksPerUsd,
      ({ ticks, clicks }) => {
        const each = perClick(ticks, clicks);
        return each === null ? "–" : format.ticks(each);
      },
    ),
    count("units", t("head.units"), ({ units }) => units),
    money(
      "revenue",
      t("head.revenue"),
      ({ revenueMinor }) => revenueMinor,
      () => season.booksCurrency,
    ),
    count(
      "acos",
      t("head.acos"),
      (bid) => (acosOf(bid) ?? 0) / 10_000,
      (bid) => {
        const acos = acosOf(bid);
        return acos === null ? "–" : format.percent(acos);
      },
    ),
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
