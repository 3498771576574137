import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Loaded } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { cheaperBefore } from "./cheaper-before.ts";

type View = Answer<"GET /practice/seasons/:season/stores/:store/orders/:order/page">;
type Place = View["places"][number];

/** A page is long; the buyer's own place is always among the first rows shown. */
const placesShown = 12;

/** The page on which an order's buyer chose, fetched when it is asked for. */
export function ShopperPage({ order, day }: { order: string; day: number }) {
  const { t } = useTranslation("shopper");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OpenPage order={order} day={day} />;
  return (
    <Card title={t("title")}>
      <p className="soft">{t("text")}</p>
      <p>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t("show")}
        </Button>
      </p>
    </Card>
  );
}

function OpenPage({ order, day }: { order: string; day: number }) {
  const { t } = useTranslation("shopper");
  const { where } = useStorePlace();
  const { nameOf } = useMarkets();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/orders/:order/page", {
    where: { ...where, order },
  });
  const { data } = answer;
  const note =
    data === undefined
      ? undefined
      : t("of", {
          phrase: data.phrase,
          market: nameOf(data.market),
          quarter: data.quarter,
          day: data.day,
        });
  return (
    <Card title={t("title")} note={note} flush>
      {answer.isPending ? <p className="card-body soft">{t("working", { day })}</p> : null}
      <Loaded of={answer}>{(view) => <Places view={view} />}</Loaded>
    </Card>
  );
}

function Places({ view }: { view: View }) {
  const { t } = useTranslation("shopper");
  const columns = usePlaceColumns(view);
  const own = view.places.find(({ isBought }) => isBought)?.place ?? 0;
  const cheaper = cheaperBefore(view.places);
  return (
    <>
      <p className="card-body soft">
        {cheaper === 0 ? t("cheapest") : t("cheaper", { count: cheaper })}
      </p>
      <DataTable
        rows={view.places}
        columns={columns}
        rowKey={({ place }) => String(place)}
        caption={t("title")}
        exportAs="shopper-page"
        rowsShown={Math.max(placesShown, own)}
        card={{
          head: "product",
          mark: "place",
          facts: ["store", "price", "fee", "rating", "promise"],
        }}
      />
      <p className="card-body dim">{t("how")}</p>
    </>
  );
}

function usePlaceColumns({ currency }: View) {
  const { t } = useTranslation("shopper");
  const format = useFormat();
  const { text, count, money } = useColumns<Place>();
  const storeOf = ({ isMine, isBot, store }: Place) => {
    if (isMine) return t("mine");
    if (isBot) return t("bot", { name: store });
    return store === "" ? t("hidden") : store;
  };
  const currencyOf = () => currency;
  return [
    count("place", t("place"), ({ place }) => place),
    text(
      "product",
      t("product"),
      ({ name }) => format.name(name),
      (row) => (
        <>
          {row.isBought ? <strong>{format.name(row.name)}</strong> : format.name(row.name)}{" "}
          {row.isBought ? <span className="badge badge-good">{t("bought")}</span> : null}{" "}
          {row.isSponsored ? <span className="badge">{t("sponsored")}</span> : null}
        </>
      ),
    ),
    text("store", t("store"), storeOf),
    money("price", t("price"), ({ priceMinor }) => priceMinor, currencyOf),
    money(
      "fee",
      t("fee"),
      ({ feeMinor }) => feeMinor,
      currencyOf,
      ({ feeMinor }) => (feeMinor === 0 ? t("free") : format.money(feeMinor, currency)),
    ),
    count(
      "rating",
      t("rating"),
      ({ starsMilli }) => (starsMilli ?? 0) / 1_000,
      ({ starsMilli, reviews }) =>
        starsMilli === null
          ? t("noReviews")
          : t("stars", {
              stars: format.number(starsMilli / 1_000, 1),
              reviews: format.number(reviews),
            }),
    ),
    count(
      "promise",
      t("promise"),
      ({ promiseDays }) => promiseDays,
      ({ promiseDays }) => t("days", { count: promiseDays }),
    ),
  ];
}
