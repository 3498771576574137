import "./deal-line.css";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";

type DealsAnswer = Answer<"GET /practice/seasons/:season/stores/:store/deals">;
type Line = DealsAnswer["lines"][number];
type Crowd = Line["crowds"][number];
const absences: ReadonlySet<Crowd["fate"]> = new Set(["tooDear", "noStock"]);

/** One keyword's deal for one listing, with every number that a judge needs to check it. */
export function DealLineCard({
  line,
  score,
  close,
}: {
  line: Line;
  score: DealsAnswer["score"];
  close: () => void;
}) {
  const { t } = useTranslation("sandbox");
  const { nameOf } = useMarkets();
  // A listing that took no part has nothing to work out.
  const absence = line.crowds.map(({ fate }) => fate).find((fate) => absences.has(fate));
  const title = t("line.title", { keyword: line.phrase, market: nameOf(line.market) });
  return (
    <Card
      title={title}
      flush
      acts={
        <Button variant="subtle" size="compact-sm" onClick={close}>
          {t("line.close")}
        </Button>
      }
    >
      <div className="card-body">
        {absence === undefined ? (
          <Score line={line} score={score} />
        ) : (
          <p>{t(`fate.${absence}`)}</p>
        )}
      </div>
      <CrowdTable line={line} />
    </Card>
  );
}

function Score({ line, score }: { line: Line; score: DealsAnswer["score"] }) {
  const { t } = useTranslation("sandbox");
  const { season } = useStorePlace();
  const format = useFormat();
  const milli = (value: number, digits = 3) => format.number(value / 1000, digits);
  const dollars = (ticks: number) => `${format.number(ticks / 10_000, 4)} USD`;
  const numbers = {
    relevance: line.relevance,
    match: milli(score.matchMilli[line.match], 2),
    degree: t(`match.${line.match}`),
    weight: milli(score.relevanceMilli, 2),
    points: milli(line.performanceMilli),
    performance: milli(score.performanceMilli, 2),
    score: milli(line.seoMilli),
  };
  const facts: readonly (readonly [string, string, string?])[] = [
    [
      t("line.seo"),
      line.match === "none" ? t("line.seoNone") : t("line.seoSum", numbers),
      t("line.seoHow", numbers),
    ],
    [
      t("line.cut"),
      line.seoPlace === 0
        ? t("line.cutNone")
        : t("line.cutSum", { place: line.seoPlace, in: line.sellersIn, of: line.sellers }),
    ],
    [
      t("line.sem"),
      line.adPlace === 0
        ? t("line.semNone")
        : t("line.semSum", {
            bid: dollars(line.bidTicks),
            quality: milli(line.qualityMilli),
            place: line.adPlace,
            in: line.advertisersIn,
            of: line.advertisers,
            charge: dollars(line.chargeTicks),
            clicks: line.paidClicks,
          }),
    ],
    [t("line.deal"), format.money(line.dealPriceMinor, line.currency)],
    season.modules.offsite
      ? [t("line.influence"), format.number(line.influence), t("line.influenceViews")]
      : [t("line.influence"), format.ticks(line.influence), t("line.influenceUnit")],
    [t("line.index"), milli(line.indexMilli)],
    [t("line.promotion"), format.percent(line.promotionBp)],
  ];
  return (
    <dl className="deal-facts">
      {facts.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note === undefined ? null : <span className="block dim">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function CrowdTable({ line }: { line: Line }) {
  const { t } = useTranslation("sandbox");
  const { text, count } = useColumns<Crowd>();
  const firstOf = ({ first }: Crowd) => {
    if (first === null) return t("line.nobody");
    if (first.isMine) return t("line.mine");
    if (first.isBot) return t("line.bot", { number: first.store + 1 });
    return first.name === "" ? t("line.other") : first.name;
  };
  const columns: TableColumn<Crowd>[] = [
    text(
      "crowd",
      t("line.crowd"),
      ({ crowd }) => t(`crowd.${crowd}`),
      ({ crowd }) => (
        <span className="block">
          {t(`crowd.${crowd}`)}
          <span className="block dim">{t(`wants.${crowd}`)}</span>
        </span>
      ),
    ),
    count("wanted", t("line.wanted"), ({ wanted }) => wanted),
    count(
      "place",
      t("line.place"),
      ({ place }) => place,
      ({ place }) => (place === 0 ? "–" : String(place)),
    ),
    count("units", t("line.units"), ({ units }) => units),
    text("fate", t("line.fate"), ({ fate }) => t(`fate.${fate}`)),
    text("first", t("line.first"), firstOf),
  ];
  return (
    <DataTable
      rows={line.crowds}
      caption={t("line.crowds")}
      rowKey={({ crowd }) => crowd}
      columns={columns}
      card={{ head: "crowd", mark: "units", facts: ["wanted", "place", "fate", "first"] }}
    />
  );
}
