import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import type { OffSiteAnswer } from "./answer.ts";

type Mailing = OffSiteAnswer["mailings"][number];
type Difference = NonNullable<Mailing["came"]>;
type Row = Mailing["letters"][number] &
  Pick<Mailing, "day" | "number" | "market"> & { readonly arm: number; readonly of: number };

/** Every letter with its rates, and how the two of a trial differ. */
export function Mailings({ view }: { view: OffSiteAnswer }) {
  const { t } = useTranslation("offsite");
  const rows = view.mailings.flatMap(({ day, number, market, letters }) =>
    letters.map((one, arm): Row => ({ ...one, day, number, market, arm, of: letters.length })),
  );
  const trials = view.mailings.filter(({ came }) => came !== null).slice(0, trialsShown);
  return (
    <Card title={t("mailings.title")} note={t("mailings.note")} flush>
      {trials.length === 0 ? null : (
        <div className="card-body grid">
          {trials.map((one) => (
            <Trial key={one.number} mailing={one} />
          ))}
        </div>
      )}
      <DataTable
        rows={rows}
        caption={t("mailings.title")}
        rowKey={({ number, arm }) => `${number}/${arm}`}
        exportAs="mailings"
        rowsShown={12}
        card={{
          head: "subject",
          mark: "day",
          facts: ["market", "readers", "came", "cameShare", "orders", "ordersShare", "left"],
        }}
        columns={useLetterColumns()}
      />
    </Card>
  );
}

const trialsShown = 3;

/** The difference of two letters, as an experiment tells it. */
function Trial({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation("offsite");
  const { nameOf } = useMarkets();
  const { day, market, came, orders } = mailing;
  if (came === null || orders === null) return null;
  return (
    <div>
      <b>{t("mailings.trial", { day, market: nameOf(market) })}</b>
      <Told what="came" of={came} />
      <Told what="orders" of={orders} />
    </div>
  );
}

function Told({ what, of }: { what: "came" | "orders"; of: Difference }) {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const shown = (value: number) => format.number(value, 1);
  const sign = of.difference > 0 ? "+" : "";
  return (
    <p>
      {t(`mailings.per.${what}`, {
        difference: `${sign}${shown(of.difference)}`,
        low: shown(of.low),
        high: shown(of.high),
      })}{" "}
      <b>{t(of.couldBeChance ? "mailings.couldBeChance" : "mailings.hardlyChance")}</b>
    </p>
  );
}

function useLetterColumns(): TableColumn<Row>[] {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count } = useColumns<Row>();
  const share = (key: string, head: string, of: (row: Row) => number) =>
    count(
      key,
      head,
      (row) => (row.readers === 0 ? 0 : of(row) / row.readers),
      (row) => (row.readers === 0 ? "–" : format.percent((10_000 * of(row)) / row.readers, 2)),
    );
  return [
    text(
      "subject",
      t("letter.subject"),
      ({ subject }) => subject,
      ({ subject, arm, of }) => (
        <>
          {of === 2 ? <span className="badge">{arm === 0 ? "A" : "B"}</span> : null} {subject}
        </>
      ),
    ),
    count("day", t("mailings.day"), ({ day }) => day),
    text("market", t("form.market"), ({ market }) => nameOf(market)),
    count("readers", t("mailings.readers"), ({ readers }) => readers),
    count("came", t("mailings.came"), ({ came }) => came),
    share("cameShare", t("mailings.cameShare"), ({ came }) => came),
    count("orders", t("mailings.orders"), ({ orders }) => orders),
    share("ordersShare", t("mailings.ordersShare"), ({ orders }) => orders),
    count("left", t("mailings.left"), ({ unsubscribed }) => unsubscribed),
  ];
}
