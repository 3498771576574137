import { Button, Select, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useAddressText } from "../use-address.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { DealLineCard } from "./deal-line.tsx";

type DealsAnswer = Answer<"GET /practice/seasons/:season/stores/:store/deals">;
type Line = DealsAnswer["lines"][number];

const keyOf = ({ sku, market, phrase }: Line) => `${sku}/${market}/${phrase}`;
const unitsOf = ({ crowds }: Line) => crowds.reduce((sum, { units }) => sum + units, 0);

/** The store's own lines of a closed day's deals, each to be worked out by hand. */
export default function Deals() {
  const { t } = useTranslation("sandbox");
  const { season, where } = useStorePlace();
  const [asked, setDay] = useAddressText("day");
  const closed = Math.min(season.day - 1, season.days);
  const day = Math.min(Math.max(1, Number(asked) || closed), closed);
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/deals",
    { where, asks: { day: String(day) } },
    { enabled: closed > 0, keepPrevious: true },
  );
  if (closed === 0) {
    return (
      <Card>
        <Empty title={t("deals.none")} text={t("deals.noneText")} />
      </Card>
    );
  }
  const days = Array.from({ length: closed }, (_, at) => String(closed - at));
  return (
    <div className="grid">
      <Select
        label={t("deals.day")}
        maw={200}
        data={days.map((value) => ({ value, label: t("deals.dayOption", { day: value }) }))}
        value={String(day)}
        allowDeselect={false}
        onChange={(value) => setDay(value ?? undefined)}
      />
      <Loaded of={answer}>{(deals) => <Lines deals={deals} />}</Loaded>
    </div>
  );
}

function Lines({ deals }: { deals: DealsAnswer }) {
  const { t } = useTranslation("sandbox");
  const [isSoldOnly, setSoldOnly] = useState(true);
  const [chosen, choose] = useState<string | null>(null);
  const sold = deals.lines.filter((line) => unitsOf(line) > 0);
  const open = deals.lines.find((line) => keyOf(line) === chosen);
  const columns = useDealColumns((line) => choose(keyOf(line)));
  if (deals.lines.length === 0) {
    return (
      <Card>
        <Empty title={t("deals.none")} text={t("deals.noneText")} />
      </Card>
    );
  }
  return (
    <>
      {open === undefined ? null : (
        <DealLineCard line={open} score={deals.score} close={() => choose(null)} />
      )}
      <Card
        title={t("deals.title", { day: deals.day })}
        flush
        acts={
          <Switch
            label={t("deals.soldOnly")}
            checked={isSoldOnly}
            onChange={(event) => setSoldOnly(event.currentTarget.checked)}
          />
        }
      >
        {isSoldOnly && sold.length === 0 ? (
          <p className="card-body dim">{t("deals.noneSold")}</p>
        ) : (
          <DataTable
            rows={isSoldOnly ? sold : deals.lines}
            caption={t("deals.title", { day: deals.day })}
            rowKey={keyOf}
            exportAs={`deals-${deals.day}`}
            columns={columns}
            rowsShown={30}
            card={{
              head: "product",
              mark: "units",
              facts: ["keyword", "market", "match", "seo", "seoPlace", "ad", "charge"],
              act: "open",
            }}
          />
        )}
      </Card>
    </>
  );
}

function useDealColumns(open: (line: Line) => void): TableColumn<Line>[] {
  const { t } = useTranslation("sandbox");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count, bare } = useColumns<Line>();
  const placeOf = (place: number, of: number, isIn: boolean) => {
    if (place === 0) return t("deals.notThere");
    return isIn ? t("deals.placeIn", { place, of }) : t("deals.placeOut", { place, of });
  };
  return [
    text(
      "product",
      t("category"),
      ({ sku }) => sku,
      ({ name, sku }) => <ProductLabel name={name} sku={sku} />,
    ),
    text("market", t("market"), ({ market }) => nameOf(market)),
    text("keyword", t("keyword"), ({ phrase }) => phrase),
    text("match", t("deals.match"), ({ match }) => t(`match.${match}`)),
    count(
      "seo",
      t("deals.seo"),
      ({ seoMilli }) => seoMilli / 1000,
      ({ seoMilli }) => format.number(seoMilli / 1000, 3),
    ),
    count(
      "seoPlace",
      t("deals.seoPlace"),
      ({ seoPlace }) => seoPlace,
      ({ seoPlace, sellers, isInBySeo }) => placeOf(seoPlace, sellers, isInBySeo),
    ),
    count(
      "ad",
      t("deals.ad"),
      ({ adPlace }) => adPlace,
      ({ adPlace, advertisers, isInByAd }) => placeOf(adPlace, advertisers, isInByAd),
    ),
    count(
      "charge",
      t("deals.charge"),
      ({ chargeTicks }) => chargeTicks / 10_000,
      ({ chargeTicks }) =>
        chargeTicks === 0 ? "–" : `${format.number(chargeTicks / 10_000, 4)} USD`,
    ),
    count("units", t("deals.units"), unitsOf),
    bare("open", "", (line) => (
      <Button variant="subtle" size="compact-sm" onClick={() => open(line)}>
        {t("deals.open")}
      </Button>
    )),
  ];
}
