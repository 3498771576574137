import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import type { OpenTender, TendersAnswer } from "./tender-answer.ts";
import { TenderBid } from "./tender-bid.tsx";
import { TenderResults } from "./tender-results.tsx";

/** Lots that makers sell by sealed bid, and who won those that have closed. */
export default function Tenders() {
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/tenders",
    { where },
    { keepPrevious: true },
  );
  return (
    <Loaded of={answer}>
      {(tenders) => (
        <>
          <Open tenders={tenders} />
          <TenderResults tenders={tenders} />
        </>
      )}
    </Loaded>
  );
}

function Open({ tenders }: { tenders: TendersAnswer }) {
  const { t } = useTranslation("tenders");
  const [chosen, setChosen] = useState<number | null>(null);
  const columns = useOpenColumns(tenders.currency, setChosen);
  const one = tenders.open.find(({ tender }) => tender === chosen) ?? null;
  if (tenders.open.length === 0) {
    return (
      <Card title={t("open.title")}>
        <Empty title={t("open.none")} text={t("open.noneText")} />
      </Card>
    );
  }
  return (
    <Card title={t("open.title")} note={t("open.note")} flush>
      <p className="card-body soft">
        {t("open.rule")} {t(`open.tie.${tenders.tie}`)}
      </p>
      <DataTable
        rows={tenders.open}
        caption={t("open.title")}
        rowKey={({ tender }) => String(tender)}
        exportAs="tenders"
        rowsShown={20}
        card={{ head: "product", mark: "closes", facts: ["units", "band", "bid"], act: "act" }}
        columns={columns}
      />
      <TenderBid
        key={one?.tender ?? -1}
        one={one}
        tenders={tenders}
        close={() => setChosen(null)}
      />
    </Card>
  );
}

function useOpenColumns(
  currency: string,
  open: (tender: number) => void,
): TableColumn<OpenTender>[] {
  const { t } = useTranslation("tenders");
  const format = useFormat();
  const { text, count, money, bare } = useColumns<OpenTender>();
  const shown = (minor: number) => format.money(minor, currency);
  return [
    text(
      "product",
      t("open.product"),
      ({ name }) => format.name(name),
      ({ name, sku, picture }) => <ProductLabel name={name} sku={sku} picture={picture} />,
    ),
    count(
      "units",
      t("open.units"),
      ({ units }) => units,
      ({ units, mostUnits }) =>
        t("open.ofUnits", { units: format.number(units), most: format.number(mostUnits) }),
    ),
    money(
      "band",
      t("open.band"),
      ({ lowMinor }) => lowMinor,
      () => currency,
      ({ lowMinor, highMinor }) =>
        t("open.fromTo", { low: shown(lowMinor), high: shown(highMinor) }),
    ),
    money(
      "list",
      t("open.list"),
      ({ listMinor }) => listMinor,
      () => currency,
    ),
    count("lead", t("open.lead"), ({ leadDays }) => leadDays),
    count(
      "closes",
      t("open.closes"),
      ({ closesOn }) => closesOn,
      ({ closesOn }) => t("day", { day: closesOn }),
    ),
    text("bid", t("open.bid"), ({ bid }) =>
      bid === null
        ? t("open.noBid")
        : t("open.myBid", { units: format.number(bid.units), price: shown(bid.unitMinor) }),
    ),
    bare("act", t("open.act"), ({ tender, name, bid }) => (
      <Button
        size="xs"
        variant={bid === null ? "filled" : "default"}
        aria-label={t(bid === null ? "open.bidFor" : "open.changeFor", {
          product: format.name(name),
        })}
        onClick={() => open(tender)}
      >
        {bid === null ? t("open.place") : t("open.change")}
      </Button>
    )),
  ];
}
