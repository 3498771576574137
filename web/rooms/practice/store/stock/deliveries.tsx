import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import type { SourcingEvent } from "./sourcing-answer.ts";

/** What suppliers delivered: when it was promised, when it came, and what it cost. */
export function Deliveries({ events }: { events: readonly SourcingEvent[] }) {
  const { t } = useTranslation("sourcing");
  const columns = useDeliveryColumns();
  const came = events.filter(({ event }) => event === "received");
  return (
    <Card title={t("came.title")} note={t("came.note")} flush>
      {came.length === 0 ? (
        <p className="card-body soft">{t("came.none")}</p>
      ) : (
        <DataTable
          rows={came}
          caption={t("came.title")}
          rowKey={({ day, sku, supplier, orderedOn }) => `${day}/${sku}/${supplier}/${orderedOn}`}
          exportAs="deliveries"
          rowsShown={20}
          card={{
            head: "product",
            mark: "late",
            facts: ["supplier", "ordered", "promised", "arrived", "units", "sentBack", "cost"],
          }}
          columns={columns}
        />
      )}
    </Card>
  );
}

function useDeliveryColumns(): TableColumn<SourcingEvent>[] {
  const { t } = useTranslation("sourcing");
  const { season } = useStorePlace();
  const format = useFormat();
  const { text, count, money } = useColumns<SourcingEvent>();
  const dayColumn = (key: string, head: string, dayOf: (row: SourcingEvent) => number) =>
    count(key, head, dayOf, (row) => t("came.on", { day: dayOf(row) }));
  return [
    text(
      "product",
      t("came.product"),
      ({ name }) => format.name(name),
      ({ name, sku }) => <ProductLabel name={name} sku={sku} />,
    ),
    text("supplier", t("came.supplier"), ({ supplier }) => t(`suppliers.${supplier}`)),
    dayColumn("ordered", t("came.ordered"), ({ orderedOn }) => orderedOn),
    dayColumn("promised", t("came.promised"), ({ promisedOn }) => promisedOn),
    dayColumn("arrived", t("came.arrived"), ({ day }) => day),
    count(
      "late",
      t("came.late"),
      ({ day, promisedOn }) => day - promisedOn,
      ({ day, promisedOn }) => (
        <span className={day > promisedOn ? "badge badge-warn" : "badge"}>
          {format.number(day - promisedOn)}
        </span>
      ),
    ),
    count("units", t("came.units"), ({ units }) => units),
    count(
      "sentBack",
      t("came.sentBack"),
      ({ found }) => found,
      ({ found, looked }) => (looked === 0 ? "–" : t("came.ofLooked", { found, looked })),
    ),
    money(
      "cost",
      t("came.cost"),
      ({ amountMinor }) => amountMinor,
      () => season.booksCurrency,
    ),
  ];
}
