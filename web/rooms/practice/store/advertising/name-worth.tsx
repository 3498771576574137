import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Loaded } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import { ticksPerUsd } from "./ad-money.ts";
import { anywayBp } from "./name-answer.ts";

const does = "GET /practice/seasons/:season/stores/:store/name-worth";
type Worth = Answer<typeof does>;
type Row = NonNullable<Worth["own"]> & { readonly whose: "ofOwn" | "ofOthers" };

/** What the bids really added on the last closed day, beside what was put down to them. */
export function NameWorth({ day }: { day: number }) {
  const { t } = useTranslation("names");
  const { where } = useStorePlace();
  const answer = useAnswer(
    does,
    { where, asks: { day: String(day) } },
    { enabled: day > 0, keepPrevious: true },
  );
  return (
    <Card title={t("worth.title")} {...(day > 0 ? { note: t("worth.note", { day }) } : {})} flush>
      {day === 0 ? (
        <p className="card-body soft">{t("worth.waiting")}</p>
      ) : (
        <Loaded of={answer}>{(worth) => <Told worth={worth} />}</Loaded>
      )}
    </Card>
  );
}

function Told({ worth }: { worth: Worth }) {
  const { t } = useTranslation("names");
  const { own, others } = worth;
  const rows: Row[] = [
    ...(own === null ? [] : [{ ...own, whose: "ofOwn" as const }]),
    ...(others === null ? [] : [{ ...others, whose: "ofOthers" as const }]),
  ];
  if (rows.length === 0) return <p className="card-body soft">{t("worth.none")}</p>;
  return (
    <>
      <div className="card-body">
        <p className="soft">{t("worth.how")}</p>
        {own === null ? null : <OwnName own={own} />}
      </div>
      <Rows rows={rows} />
    </>
  );
}

/** From so many on nearly all would have come. */
const mostBp = 9_000;

function OwnName({ own }: { own: NonNullable<Worth["own"]> }) {
  const { t } = useTranslation("names");
  const format = useFormat();
  const anyway = anywayBp(own.attributedMilli, own.addedMilli);
  if (anyway === null) return null;
  return (
    <p>
      {t("worth.wouldCome", { share: format.percent(anyway, 0) })}
      {own.addedMilli > 0
        ? ` ${t("worth.defends", { added: format.number(own.addedMilli / 1000, 2) })}`
        : ""}
      {anyway >= mostBp ? ` ${t("worth.fieldTests")}` : ""}
    </p>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("names");
  const { season } = useStorePlace();
  const format = useFormat();
  const { text, count, money } = useColumns<Row>();
  const orders = (milli: number) => format.number(milli / 1000, 2);
  return (
    <DataTable
      rows={rows}
      caption={t("worth.title")}
      rowKey={({ whose }) => whose}
      card={{ head: "whose", facts: ["attributed", "added", "cost", "profit"] }}
      columns={[
        text("whose", t("worth.whose"), ({ whose }) => t(`worth.${whose}`)),
        count(
          "attributed",
          t("worth.attributed"),
          ({ attributedMilli }) => attributedMilli / 1000,
          ({ attributedMilli }) => orders(attributedMilli),
        ),
        count(
          "added",
          t("worth.added"),
          ({ addedMilli }) => addedMilli / 1000,
          ({ addedMilli, attributedMilli }) =>
            attributedMilli <= 0
              ? orders(addedMilli)
              : t("worth.share", {
                  added: orders(addedMilli),
                  share: format.percent(Math.round((10_000 * addedMilli) / attributedMilli), 0),
                }),
        ),
        count(
          "cost",
          t("worth.cost"),
          ({ ticks }) => ticks / ticksPerUsd,
          ({ ticks }) => format.ticks(ticks),
        ),
        money(
          "profit",
          t("worth.profit"),
          ({ addedProfitMinor }) => addedProfitMinor,
          () => season.booksCurrency,
          ({ addedProfitMinor }) =>
            format.money(addedProfitMinor, season.booksCurrency, { sign: true }),
        ),
      ]}
    />
  );
}
