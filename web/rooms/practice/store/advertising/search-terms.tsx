import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, ProductLabel, Refused } from "../parts.tsx";
import { SpanChoice, useSpan } from "../span-choice.tsx";
import { useAddressText } from "../use-address.ts";
import { useMarkets } from "../use-markets.ts";
import { useDecide, useStorePlace } from "../use-store.ts";
import { ticksPerUsd } from "./ad-money.ts";
import type { Ads } from "./ads-answer.ts";
import { EntryDrawer } from "./entry-drawer.tsx";

type Term = Answer<"GET /practice/seasons/:season/stores/:store/search-terms">["items"][number];

/** Every search on which a listing stood: what it brought by itself, and what was paid for. */
export default function SearchTerms({ ads }: { ads: Ads }) {
  const { t } = useTranslation("report");
  const { where, season } = useStorePlace();
  const format = useFormat();
  const { span, setSpan, from, to } = useSpan();
  const [market, setMarket] = useAddressText("market");
  const [chosen, setChosen] = useState<string | null>(null);
  const asks = { from: String(from), to: String(to), market };
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/search-terms",
    { where, asks },
    { keepPrevious: true },
  );
  const campaign = ads.campaigns.find((one) => String(one.campaign) === chosen) ?? ads.campaigns[0];
  return (
    <div className="grid">
      <div className="row row-wrap filters">
        <SpanChoice span={span} setSpan={setSpan} />
        <Select
          aria-label={t("market")}
          placeholder={t("orders.allMarkets")}
          clearable
          data={season.markets.map(({ code, name }) => ({ value: code, label: format.name(name) }))}
          value={market ?? null}
          onChange={(value) => setMarket(value ?? undefined)}
        />
        {ads.campaigns.length < 2 ? null : (
          <Select
            aria-label={t("ads.forCampaign")}
            data={ads.campaigns.map((one) => ({ value: String(one.campaign), label: one.name }))}
            value={campaign === undefined ? null : String(campaign.campaign)}
            allowDeselect={false}
            onChange={setChosen}
          />
        )}
      </div>
      <Card flush>
        <Loaded of={answer}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t("terms.none")} text={t("terms.noneText")} />
            ) : (
              <TermTable ads={ads} terms={items} campaign={campaign} />
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}

type TableProps = {
  ads: Ads;
  terms: readonly Term[];
  campaign: Ads["campaigns"][number] | undefined;
};

function TermTable({ ads, terms, campaign }: TableProps) {
  const { t } = useTranslation("report");
  const [bidOn, setBidOn] = useState<Term | null>(null);
  const { decide, error } = useDecide();
  const exclude = ({ phrase }: Term) => {
    if (campaign === undefined) return;
    const { campaign: number } = campaign;
    void decide([{ kind: "set-negative", campaign: number, keyword: phrase, isOn: true }]);
  };
  const columns = useTermColumns();
  const acts: TableColumn<Term> = {
    key: "acts",
    head: <span className="visually-hidden">{t("terms.acts")}</span>,
    cell: (term) => (
      <span className="row term-acts">
        <ActButton
          size="compact-sm"
          variant="default"
          disabledReason={campaign === undefined ? t("terms.needCampaign") : undefined}
          onClick={() => setBidOn(term)}
        >
          {t("terms.bid")}
        </ActButton>
        <ActButton
          size="compact-sm"
          variant="subtle"
          disabledReason={
            campaign === undefined
              ? t("terms.needCampaign")
              : campaign.negatives.includes(term.phrase)
                ? t("terms.isExcluded")
                : undefined
          }
          onClick={() => exclude(term)}
        >
          {t("ads.exclude")}
        </ActButton>
      </span>
    ),
  };
  return (
    <>
      <Refused error={error} />
      <DataTable
        rows={terms}
        caption={t("ads.tabs.terms")}
        rowKey={({ sku, market, phrase }) => `${sku}/${market}/${phrase}`}
        exportAs="search-terms"
        card={{
          head: "phrase",
          facts: ["product", "visits", "placeMilli", "clicks", "units", "spent", "adUnits"],
          act: "acts",
        }}
        columns={[...columns.slice(0, 1), acts, ...columns.slice(1)]}
      />
      <EntryDrawer
        ads={ads}
        campaign={bidOn === null ? null : (campaign ?? null)}
        close={() => setBidOn(null)}
        first={bidOn === null ? {} : { sku: bidOn.sku, keyword: bidOn.phrase }}
      />
    </>
  );
}

function useTermColumns(): TableColumn<Term>[] {
  const { t } = useTranslation("report");
  const format = useFormat();
  const { nameOf } = useMarkets();
  type Count = "visits" | "impressions" | "clicks" | "units" | "adImpressions" | "adClicks";
  const count = (key: Count | "adUnits") => ({
    key,
    head: t(`terms.${key}`),
    value: (term: Term) => Math.round(term[key]),
    cell: (term: Term) => format.number(Math.round(term[key])),
  });
  const place = (key: "placeMilli" | "adPlaceMilli") => ({
    key,
    head: t(`terms.${key}`),
    value: (term: Term) => term[key] / 1000,
    cell: (term: Term) => (term[key] === 0 ? "–" : format.number(term[key] / 1000, 1)),
  });
  return [
    {
      key: "phrase",
      head: t("terms.phrase"),
      isText: true,
      value: ({ phrase }) => phrase,
      cell: ({ phrase, meaning }) => (
        <span className="product-label">
          <span>{phrase}</span>
          {format.name(meaning) === phrase ? null : (
            <span className="dim product-sku">{format.name(meaning)}</span>
          )}
        </span>
      ),
    },
    {
      key: "product",
      head: t("product"),
      isText: true,
      value: ({ name }) => format.name(name),
      cell: ({ name, sku, market }) => <ProductLabel name={name} sku={sku} note={nameOf(market)} />,
    },
    count("visits"),
    count("impressions"),
    {
      key: "share",
      head: t("terms.share"),
      value: ({ shareBp }) => shareBp / 10_000,
      cell: ({ shareBp }) => format.percent(shareBp),
    },
    place("placeMilli"),
    count("clicks"),
    count("units"),
    count("adImpressions"),
    place("adPlaceMilli"),
    count("adClicks"),
    {
      key: "spent",
      head: t("ads.figure.spent"),
      value: ({ adTicks }) => adTicks / ticksPerUsd,
      cell: ({ adTicks }) => format.ticks(adTicks),
    },
    count("adUnits"),
  ];
}
