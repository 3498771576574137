import "../drawings.css";
import { Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { SpanChoice, useSpan } from "../span-choice.tsx";
import { useAddressText } from "../use-address.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { LostSales } from "./lost-sales.tsx";
import { funnelBars, funnelSteps, funnelSum, type FunnelCounts } from "./funnel.ts";

type Funnel = Answer<"GET /practice/seasons/:season/stores/:store/funnel">;
type Row = Funnel["rows"][number];
const keyOf = ({ sku, market }: Row) => `${sku}/${market}`;

/** From a search to a parcel at the door: all listings together, or one of them. */
export function FunnelReport() {
  const { t } = useTranslation("report");
  const { where } = useStorePlace();
  const { span, setSpan, from, to } = useSpan();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/funnel",
    { where, asks: { from: String(from), to: String(to) } },
    { keepPrevious: true },
  );
  return (
    <div className="grid">
      <div className="row row-wrap">
        <SpanChoice span={span} setSpan={setSpan} />
        <span className="dim">{t("days", { from, to })}</span>
      </div>
      <Loaded of={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card>
              <Empty title={t("funnel.none")} text={t("funnel.noneText")} />
            </Card>
          ) : (
            <Drawn rows={rows} exportAs={`funnel-${from}-${to}`} />
          )
        }
      </Loaded>
      <LostSales day={to} />
    </div>
  );
}

function Drawn({ rows, exportAs }: { rows: readonly Row[]; exportAs: string }) {
  const { t } = useTranslation("report");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const [listing, setListing] = useAddressText("listing");
  const one = rows.find((row) => keyOf(row) === listing);
  return (
    <>
      <Card title={one === undefined ? t("funnel.all") : format.name(one.name)}>
        <Select
          label={t("funnel.listing")}
          placeholder={t("funnel.all")}
          clearable
          searchable
          maw={420}
          mb={12}
          data={rows.map((row) => ({
            value: keyOf(row),
            label: `${format.name(row.name)} · ${nameOf(row.market)}`,
          }))}
          value={one === undefined ? null : keyOf(one)}
          onChange={(value) => setListing(value ?? undefined)}
        />
        <FunnelDrawing counts={one ?? funnelSum(rows)} />
      </Card>
      <Card title={t("funnel.byListing")} flush>
        <FunnelTable rows={rows} exportAs={exportAs} />
      </Card>
    </>
  );
}

/** Bars from wide to narrow with what is kept from step to step. */
function FunnelDrawing({ counts }: { counts: FunnelCounts }) {
  const { t } = useTranslation("report");
  const format = useFormat();
  return (
    <>
      <table className="fill-table">
        <caption className="visually-hidden">{t("insight.tabs.funnel")}</caption>
        <tbody>
          {funnelBars(counts).map(({ step, count, keptBp, width }) => (
            <tr key={step}>
              <th scope="row">{t(`step.${step}`)}</th>
              <td className="num">{format.number(Math.round(count))}</td>
              <td className="fill-cell">
                <span className="fill" style={{ width: `${width}%` }} />
              </td>
              <td className="num dim">
                {step === "delivered" ? t("funnel.travels") : null}
                {keptBp === null ? null : t("funnel.kept", { share: format.percent(keptBp) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dim">{t("funnel.scale")}</p>
    </>
  );
}

const cardShape = {
  head: "product",
  mark: "market",
  facts: [...funnelSteps, "units", "lost", "revenue"],
  act: "open",
};

function FunnelTable({ rows, exportAs }: { rows: readonly Row[]; exportAs: string }) {
  const { t } = useTranslation("report");
  const { here } = useStorePlace();
  const format = useFormat();
  const { nameOf, currencyOf, scaleOf } = useMarkets();
  const columns: TableColumn<Row>[] = [
    {
      key: "product",
      head: t("product"),
      isText: true,
      value: ({ name }) => format.name(name),
      cell: ({ name, sku }) => <ProductLabel name={name} sku={sku} />,
    },
    {
      key: "market",
      head: t("market"),
      isText: true,
      value: ({ market }) => nameOf(market),
      cell: ({ market }) => nameOf(market),
    },
    ...funnelSteps.map((step) => ({
      key: step,
      head: t(`step.${step}`),
      value: (row: Row) => Math.round(row[step]),
      cell: (row: Row) => format.number(Math.round(row[step])),
    })),
    {
      key: "units",
      head: t("orders.units"),
      value: ({ units }) => units,
      cell: ({ units }) => format.number(units),
    },
    {
      key: "lost",
      head: t("funnel.lost"),
      value: ({ lostUnits }) => lostUnits,
      cell: ({ lostUnits }) => (
        <span className={lostUnits > 0 ? "bad" : ""}>{format.number(lostUnits)}</span>
      ),
    },
    {
      key: "revenue",
      head: t("revenue"),
      value: ({ revenueMinor, market }) => revenueMinor / scaleOf(market),
      cell: ({ revenueMinor, market }) => format.money(revenueMinor, currencyOf(market)),
    },
    {
      key: "open",
      head: <span className="visually-hidden">{t("orders.tabs.orders")}</span>,
      cell: ({ sku, market }) => (
        <Link to={`${here}/orders`} search={{ sku, market }}>
          {t("orders.tabs.orders")}
        </Link>
      ),
    },
  ];
  return (
    <DataTable
      rows={rows}
      caption={t("funnel.byListing")}
      rowKey={keyOf}
      exportAs={exportAs}
      columns={columns}
      card={cardShape}
    />
  );
}
