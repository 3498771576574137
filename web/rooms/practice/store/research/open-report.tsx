import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { useFigureColumns } from "./figure-columns.tsx";
import { useReportNames } from "./report-names.ts";
import type { Report } from "./research-answer.ts";

/** One bought report, read. */
export function OpenReport({ number, close }: { number: string; close: () => void }) {
  const { t } = useTranslation("research");
  const { where } = useStorePlace();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/research/:report", {
    where: { ...where, report: number },
  });
  return (
    <section aria-live="polite">
      <Loaded of={answer}>{(report) => <ReportTable report={report} />}</Loaded>
      <div className="card-body">
        <Button variant="subtle" size="compact-sm" onClick={close}>
          {t("reports.close")}
        </Button>
      </div>
    </section>
  );
}

function ReportTable({ report }: { report: Report }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const names = useReportNames()(report);
  const head = t("reports.head", { ...names, day: format.number(report.day) });
  return (
    <>
      <div className="card-body">
        <h3 className="sub-head">{head}</h3>
      </div>
      {report.report === "keywords" ? (
        <KeywordTable rows={report.searches} caption={head} />
      ) : (
        <DemandTable rows={report.segments} caption={head} />
      )}
      <p className="card-body dim">
        {t("reports.how", { panel: format.number(report.panelVisits) })}
      </p>
    </>
  );
}

type Search = Report["searches"][number];

function KeywordTable({ rows, caption }: { rows: readonly Search[]; caption: string }) {
  return (
    <DataTable
      rows={rows}
      caption={caption}
      rowKey={({ phrase, meaning }) => `${phrase}/${meaning.en}`}
      exportAs="keyword-table"
      card={{
        head: "search",
        facts: [
          "visits",
          "impressions",
          "clicks",
          "clickRate",
          "orders",
          "conversion",
          "relevance",
        ],
      }}
      columns={useKeywordColumns()}
    />
  );
}

function useKeywordColumns(): TableColumn<Search>[] {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { text, count } = useColumns<Search>();
  const { number, share } = useFigureColumns<Search>();
  const meant = ({ phrase, meaning }: Search) =>
    format.name(meaning) === phrase ? phrase : `${phrase} (${format.name(meaning)})`;
  return [
    text("search", t("reports.search"), meant),
    number("visits", t("reports.visits"), ({ visits }) => visits),
    number("impressions", t("reports.impressions"), ({ impressions }) => impressions),
    number("clicks", t("reports.clicks"), ({ clicks }) => clicks),
    share("clickRate", t("reports.clickRate"), ({ clickRateBp }) => clickRateBp),
    number("orders", t("reports.orders"), ({ orders }) => orders),
    share("conversion", t("reports.conversion"), ({ conversionBp }) => conversionBp),
    count(
      "relevance",
      t("reports.relevance"),
      ({ relevance }) => (relevance === null ? -1 : Math.round(relevance / 2.55)),
      ({ relevance }) =>
        relevance === null ? (
          <span className="dim">{t("reports.notListed")}</span>
        ) : (
          format.percent(Math.round(relevance / 2.55) * 100, 0)
        ),
    ),
  ];
}

type Segment = Report["segments"][number];

function DemandTable({ rows, caption }: { rows: readonly Segment[]; caption: string }) {
  return (
    <DataTable
      rows={rows}
      caption={caption}
      rowKey={({ market, segment }) => `${market}/${segment}`}
      exportAs="demand"
      rowsShown={16}
      card={{
        head: "segment",
        mark: "market",
        facts: ["visits", "orders", "conversion", "paid"],
      }}
      columns={useDemandColumns()}
    />
  );
}

function useDemandColumns(): TableColumn<Segment>[] {
  const { t } = useTranslation(["research", "researched"]);
  const { nameOf } = useMarkets();
  const { text } = useColumns<Segment>();
  const { number, share, money } = useFigureColumns<Segment>();
  return [
    text("market", t("reports.market"), ({ market }) => nameOf(market)),
    text("segment", t("reports.segment"), ({ segment }) => t(`segments.${segment}`)),
    number("visits", t("reports.visits"), ({ visits }) => visits),
    number("orders", t("reports.orders"), ({ orders }) => orders),
    share("conversion", t("reports.buying"), ({ conversionBp }) => conversionBp),
    money(
      "paid",
      t("reports.paid"),
      ({ paidMinor }) => paidMinor,
      ({ currency }) => currency,
    ),
  ];
}
