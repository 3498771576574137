import "./drawings.css";
import "./store.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { usePlace } from "../../../frame/room.ts";
import { Card, Loaded, PageHead } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { OrderClaims } from "./after-sales/order-claims.tsx";
import { Journey } from "./orders/journey.tsx";
import { OrderStateBadge } from "./orders/order-list.tsx";
import { EarnedLines, type OrderView, PaidLines } from "./orders/order-money.tsx";
import { ShopperPage } from "./orders/shopper-page.tsx";
import { useMarkets } from "./use-markets.ts";
import { useStorePlace } from "./use-store.ts";

/** One order: where its parcel is, what was paid, what is left of it, how the buyer found it. */
export default function OrderRoom() {
  const { where } = useStorePlace();
  const { t } = useTranslation("report");
  const order = usePlace("order");
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/orders/:order", {
    where: { ...where, order },
  });
  return (
    <>
      {answer.error !== null && answer.data === undefined ? (
        <PageHead title={t("order.title", { id: order })}>
          <BackToOrders />
        </PageHead>
      ) : null}
      <Loaded of={answer}>{(view) => <OrderPage view={view} />}</Loaded>
    </>
  );
}

function BackToOrders() {
  const { t } = useTranslation("report");
  const { here } = useStorePlace();
  return (
    <Link to={`${here}/orders`} className="back-link">
      {t("order.back")}
    </Link>
  );
}

function OrderPage({ view }: { view: OrderView }) {
  const { t } = useTranslation(["report", "ledger"]);
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
        <BackToOrders />
      </PageHead>
      <div className="grid">
        <Card title={t("order.journey")} acts={<OrderStateBadge order={order} />}>
          <Journey steps={view.journey} promisedOn={order.promisedOn} />
          <p className="dim">{t("order.service", { service: format.name(order.service) })}</p>
        </Card>
        <OrderClaims claims={view.claims} />
        {order.orderedWith.length === 0 ? null : <Together order={order} />}
        <div className="grid-2-1">
          <Card title={t("orderMoney.left")}>
            <EarnedLines view={view} />
          </Card>
          <div className="grid">
            <Card title={t("order.money")}>
              <PaidLines view={view} />
            </Card>
            <Card title={t("order.how")}>
              <HowFound view={view} />
            </Card>
          </div>
        </div>
        {order.source === "search" && !order.cameAlong ? (
          <ShopperPage key={order.id} order={order.id} day={order.day} />
        ) : null}
        {view.review === null ? null : (
          <Card
            title={t("order.review")}
            acts={
              <Link to={`${here}/orders`} search={{ tab: "reviews" }}>
                {t("orders.tabs.reviews")}
              </Link>
            }
          >
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

/** The other lines of an order of a bundle. */
function Together({ order }: Pick<OrderView, "order">) {
  const { t } = useTranslation("promoted");
  const { here } = useStorePlace();
  const format = useFormat();
  const { orderedWith, cameAlong, currency } = order;
  const whole = orderedWith.reduce((sum, one) => sum + one.totalMinor, order.totalMinor);
  return (
    <Card title={t("together.title")}>
      <p className="soft">{t(cameAlong ? "together.cameAlong" : "together.chosen")}</p>
      <ul className="plain-list">
        {orderedWith.map(({ id, name, units, totalMinor }) => (
          <li key={id}>
            <Link to={`${here}/orders/${id}`}>{format.name(name)}</Link>{" "}
            {t("together.line", { count: units, total: format.money(totalMinor, currency) })}
          </li>
        ))}
      </ul>
      <p>{t("together.whole", { total: format.money(whole, currency) })}</p>
    </Card>
  );
}

function HowFound({ view: { order } }: { view: OrderView }) {
  const { t } = useTranslation(["report", "promoted"]);
  const { here } = useStorePlace();
  return (
    <>
      <dl className="fact-list">
        <dt>{t("order.search")}</dt>
        <dd>{order.source === "search" ? order.phrase : t(`source.${order.source}`)}</dd>
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
