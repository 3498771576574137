import "../drawings.css";
import "./orders.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";

export type OrderView = Answer<"GET /practice/seasons/:season/stores/:store/orders/:order">;
type Earned = OrderView["earned"][number];

/** What the buyer paid, and what came back to him. */
export function PaidLines({ view: { order, lines } }: { view: OrderView }) {
  const { t } = useTranslation(["report", "ledger"]);
  const { here } = useStorePlace();
  const format = useFormat();
  return (
    <>
      <p>
        <Link to={`${here}/products/${encodeURIComponent(order.sku)}/${order.market}`}>
          {format.name(order.name)}
        </Link>{" "}
        <span className="dim">
          {t("order.unitsAt", {
            count: order.units,
            price: format.money(order.priceMinor, order.currency),
          })}
        </span>
      </p>
      <table className="money-lines">
        <caption className="visually-hidden">{t("order.money")}</caption>
        <tbody>
          {lines.map(({ code, minor, currency }) => (
            <tr key={code} className={code === "total" ? "money-total" : ""}>
              <th scope="row">{t(`orderPaid.${code}`)}</th>
              <td>{format.money(minor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What of it is left for the store, each line with the postings it is part of. */
export function EarnedLines({ view }: { view: OrderView }) {
  const { t } = useTranslation(["report", "ledger"]);
  const format = useFormat();
  const { earned, booksCurrency } = view;
  const isForeign = earned.some(({ currency }) => currency !== booksCurrency);
  return (
    <>
      <table className="money-lines">
        <caption className="visually-hidden">{t("orderMoney.left")}</caption>
        {isForeign ? (
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col" className="money-column">
                {t("amount")}
              </th>
              <th scope="col" className="money-column">
                {t("orderMoney.inBooks", { currency: booksCurrency })}
              </th>
            </tr>
          </thead>
        ) : null}
        <tbody>
          {earned.map((line) => (
            <tr
              key={`${line.code}/${line.day}`}
              className={line.code === "left" ? "money-total" : ""}
            >
              <th scope="row">
                <LineName line={line} orderDay={view.order.day} />
              </th>
              {isForeign ? (
                <td>{line.code === "left" ? "" : format.money(line.minor, line.currency)}</td>
              ) : null}
              <td className={line.code === "left" && line.booksMinor < 0 ? "bad" : ""}>
                {format.money(line.booksMinor, booksCurrency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dim order-how">{t("orderMoney.how")}</p>
    </>
  );
}

function LineName({ line: { code, account, day }, orderDay }: { line: Earned; orderDay: number }) {
  const { t } = useTranslation(["report", "ledger"]);
  const { here } = useStorePlace();
  const name = t(`orderEarned.${code}`);
  if (account === null) return name;
  return (
    <>
      <Link to={`${here}/money/ledger`} search={{ account, from: day, to: day }}>
        {name}
      </Link>
      {day === orderDay ? null : <span className="dim"> {t("dayN", { day })}</span>}
    </>
  );
}
