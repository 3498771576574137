import "./drawings.css";
import "./store.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { usePlace } from "../../../frame/room.ts";
import { Card, Loaded, PageHead } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { Journey } from "./orders/journey.tsx";
import { OrderStateBadge } from "./orders/order-list.tsx";
import { useMarkets } from "./use-markets.ts";
import { useStorePlace } from "./use-store.ts";

type OrderView = Answer<"GET /practice/seasons/:season/stores/:store/orders/:order">;

/** One order: where its parcel is, what was paid, and how the buyer found it. */
export default function OrderRoom() {
  const { where } = useStorePlace();
  const order = usePlace("order");
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/orders/:order", {
    where: { ...where, order },
  });
  return <Loaded of={answer}>{(view) => <OrderPage view={view} />}</Loaded>;
}

function OrderPage({ view }: { view: OrderView }) {
  const { t } = useTranslation("report");
  const { here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { order } = view;
  return (
    <>
      <PageHead
        title={t("order.title", { id: order.id })}
        text={`${order.buyer} · ${order.city} · ${nameOf(order.market)}`}
      >
        <Link to={`${here}/orders`} className="back-link">
          {t("order.back")}
        </Link>
      </PageHead>
      <div className="grid">
        <Card title={t("order.journey")} acts={<OrderStateBadge order={order} />}>
          <Journey steps={view.journey} promisedOn={order.promisedOn} />
          <p className="dim">{t("order.service", { service: format.name(order.service) })}</p>
        </Card>
        <div className="grid-2-1">
          <Card title={t("order.money")}>
            <MoneyLines view={view} />
          </Card>
          <Card title={t("order.how")}>
            <HowFound view={view} />
          </Card>
        </div>
        {view.review === null ? null : (
          <Card title={t("order.review")}>
            <p>
              <span aria-hidden="true">{"★".repeat(view.review.stars)}</span>{" "}
              {t("reviews.starsOf", { count: view.review.stars })} ·{" "}
              {t("dayN", { day: view.review.day })}
            </p>
            <div className="both-languages">
              <p lang="zh-CN">{view.review.text.zh}</p>
              <p lang="en">{view.review.text.en}</p>
            </div>
          </Card>
        )}
      </div>
    </>
  );
}

/** What the buyer paid; the books have what became of it. */
function MoneyLines({ view: { order, lines } }: { view: OrderView }) {
  const { t } = useTranslation("report");
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
              <th scope="row">{t(`orderLine.${code}`)}</th>
              <td>{format.money(minor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Link
          to={`${here}/money/ledger`}
          search={{ account: "revenue", from: order.day, to: order.day }}
        >
          {t("order.books", { day: order.day })}
        </Link>
      </p>
    </>
  );
}

function HowFound({ view: { order } }: { view: OrderView }) {
  const { t } = useTranslation("report");
  const { here } = useStorePlace();
  return (
    <>
      <dl className="fact-list">
        <dt>{t("order.search")}</dt>
        <dd>{order.phrase}</dd>
        <dt>{t("order.place")}</dt>
        <dd>{t("orders.place", { place: order.place })}</dd>
        <dt>{t("order.paid")}</dt>
        <dd>{order.isSponsored ? t("orders.sponsored") : t("order.organic")}</dd>
      </dl>
      <p>
        <Link to={`${here}/advertising`} search={{ tab: "terms", market: order.market }}>
          {t("order.terms")}
        </Link>
      </p>
    </>
  );
}
