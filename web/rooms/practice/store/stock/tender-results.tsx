import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import type { ClosedTender, TendersAnswer } from "./tender-answer.ts";

type Winner = ClosedTender["winners"][number];

/** Closed tenders: the winners' prices are public, and what an own bid lacked stands beside. */
export function TenderResults({ tenders }: { tenders: TendersAnswer }) {
  const { t } = useTranslation("tenders");
  const columns = useResultColumns(tenders.currency);
  return (
    <Card title={t("closed.title")} note={t("closed.note")} flush>
      {tenders.closed.length === 0 ? (
        <p className="card-body soft">{t("closed.none")}</p>
      ) : (
        <DataTable
          rows={tenders.closed}
          caption={t("closed.title")}
          rowKey={({ tender }) => String(tender)}
          exportAs="tenders-closed"
          rowsShown={20}
          card={{ head: "product", mark: "day", facts: ["winners", "left", "own"] }}
          columns={columns}
        />
      )}
    </Card>
  );
}

/** What is said of a winner, and of those beyond the ones that are told. */
function useWinnerTexts(currency: string) {
  const { t } = useTranslation("tenders");
  const format = useFormat();
  const { store: ownStore } = useStorePlace();
  const nameOf = ({ store, name }: Winner) => {
    if (store === null) return t("closed.other");
    if (String(store) === ownStore) return t("closed.you");
    return name === "" ? t("closed.hidden") : name;
  };
  const winnerText = (winner: Winner) =>
    t("closed.winner", {
      name: nameOf(winner),
      units: format.number(winner.units),
      price: format.money(winner.unitMinor, currency),
    });
  const moreText = ({ winners, winnersCount }: ClosedTender) =>
    winnersCount > winners.length
      ? [t("closed.more", { count: winnersCount - winners.length })]
      : [];
  return { winnerText, moreText };
}

function useResultColumns(currency: string): TableColumn<ClosedTender>[] {
  const { t } = useTranslation("tenders");
  const format = useFormat();
  const { text, count } = useColumns<ClosedTender>();
  const shown = (minor: number) => format.money(minor, currency);
  const { winnerText, moreText } = useWinnerTexts(currency);
  return [
    text(
      "product",
      t("open.product"),
      ({ name }) => format.name(name),
      ({ name, sku, picture }) => <ProductLabel name={name} sku={sku} picture={picture} />,
    ),
    count(
      "day",
      t("open.closes"),
      ({ day }) => day,
      ({ day }) => t("day", { day }),
    ),
    text(
      "winners",
      t("closed.winners"),
      (one) => [...one.winners.map(winnerText), ...moreText(one)].join("; "),
      (one) =>
        one.winners.length === 0 ? (
          t("closed.nobody")
        ) : (
          <ul className="plain-list">
            {one.winners.map((winner, place) => (
              <li key={place}>{winnerText(winner)}</li>
            ))}
            {moreText(one).map((more) => (
              <li key="more" className="dim">
                {more}
              </li>
            ))}
          </ul>
        ),
    ),
    count(
      "left",
      t("closed.left"),
      ({ leftUnits }) => leftUnits,
      ({ leftUnits, units }) =>
        t("closed.ofAll", { left: format.number(leftUnits), units: format.number(units) }),
    ),
    text("own", t("closed.own"), ({ own }) => {
      if (own === null) return t("open.noBid");
      const facts = {
        won: format.number(own.wonUnits),
        units: format.number(own.units),
        price: shown(own.unitMinor),
      };
      if (own.isUnpaid) return t("closed.unpaid", facts);
      if (own.wonUnits === own.units) return t("closed.wonAll", facts);
      return own.neededMinor === null
        ? t("closed.lostAnyway", facts)
        : t("closed.lacked", { ...facts, needed: shown(own.neededMinor) });
    }),
  ];
}
