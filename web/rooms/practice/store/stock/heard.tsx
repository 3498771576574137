import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import type { SourcingEvent } from "./sourcing-answer.ts";

/** What suppliers answered in talks and what panels said of samples. */
export function Heard({ events }: { events: readonly SourcingEvent[] }) {
  const { t } = useTranslation("sourcing");
  const columns = useHeardColumns();
  const heard = events.filter(({ event }) => event !== "received");
  return (
    <Card title={t("heard.title")} note={t("heard.note")} flush>
      {heard.length === 0 ? (
        <p className="card-body soft">{t("heard.none")}</p>
      ) : (
        <DataTable
          rows={heard}
          caption={t("heard.title")}
          rowKey={({ day, sku, supplier, event }) => `${day}/${sku}/${supplier}/${event}`}
          exportAs="talks"
          rowsShown={20}
          card={{ head: "product", mark: "day", facts: ["supplier", "what", "result"] }}
          columns={columns}
        />
      )}
    </Card>
  );
}

function useHeardColumns(): TableColumn<SourcingEvent>[] {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const { text, count } = useColumns<SourcingEvent>();
  const askOf = ({ ask }: SourcingEvent) => t(`asks.${ask ?? "price"}`);
  const result = (row: SourcingEvent) => {
    if (row.event === "granted") {
      return t("heard.granted", { granted: format.percent(row.grantedBp), ask: askOf(row) });
    }
    if (row.event === "declined") {
      return t("heard.declined", { chance: format.percent(row.valueMilli * 10) });
    }
    return t("heard.stars", {
      stars: format.number(row.valueMilli / 1_000, 1),
      error: format.number(row.errorMilli / 1_000, 1),
      found: row.found,
      looked: row.looked,
    });
  };
  return [
    count("day", t("heard.day"), ({ day }) => day),
    text(
      "product",
      t("heard.product"),
      ({ name }) => format.name(name),
      ({ name, sku }) => <ProductLabel name={name} sku={sku} />,
    ),
    text("supplier", t("heard.supplier"), ({ supplier }) => t(`suppliers.${supplier}`)),
    text("what", t("heard.what"), (row) =>
      row.event === "sampled" ? t("heard.sampled") : t("heard.talk", { ask: askOf(row) }),
    ),
    text("result", t("heard.result"), result),
  ];
}
