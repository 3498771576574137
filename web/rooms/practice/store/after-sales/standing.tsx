import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import type { AfterSales } from "./answer.ts";

type Row = AfterSales["markets"][number];

const tones: Readonly<Record<Row["sanction"], string>> = {
  none: "badge badge-good",
  warned: "badge badge-warn",
  "ranked-lower": "badge badge-bad",
  suspended: "badge badge-bad",
};

/** How the platform sees the store in each market, and what it threatens. */
export function Standing({ view: { markets, limits } }: { view: AfterSales }) {
  const { t } = useTranslation("aftersales");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count } = useColumns<Row>();
  const rate = (bp: number, limit: number) => (
    <span className={bp > limit ? "bad" : ""}>{format.percent(bp, 2)}</span>
  );
  const next = ({ next: step }: Row) =>
    step === null
      ? ""
      : t("standing.nextOn", { what: t(`sanctions.${step.sanction}`), day: step.on });
  return (
    <Card
      title={t("standing.title")}
      note={t("standing.note", {
        disputes: format.percent(limits.disputesBp, 1),
        chargebacks: format.percent(limits.chargebacksBp, 1),
      })}
      flush
    >
      {markets.length === 0 ? <p className="card-body soft">{t("standing.none")}</p> : null}
      {markets.length === 0 ? null : (
        <DataTable
          rows={markets}
          caption={t("standing.title")}
          rowKey={({ market }) => market}
          exportAs="standing"
          card={{ head: "market", mark: "sanction", facts: ["disputes", "chargebacks", "next"] }}
          columns={[
            text("market", t("standing.market"), ({ market }) => nameOf(market)),
            count("ended", t("standing.ended"), ({ ended }) => ended),
            count(
              "disputes",
              t("standing.disputes"),
              ({ disputesBp }) => disputesBp / 100,
              ({ disputesBp }) => rate(disputesBp, limits.disputesBp),
            ),
            count(
              "chargebacks",
              t("standing.chargebacks"),
              ({ chargebacksBp }) => chargebacksBp / 100,
              ({ chargebacksBp }) => rate(chargebacksBp, limits.chargebacksBp),
            ),
            text(
              "sanction",
              t("standing.sanction"),
              ({ sanction }) => t(`sanctions.${sanction}`),
              ({ sanction }) => (
                <span className={tones[sanction]}>{t(`sanctions.${sanction}`)}</span>
              ),
            ),
            text("next", t("standing.next"), next),
          ]}
        />
      )}
    </Card>
  );
}
