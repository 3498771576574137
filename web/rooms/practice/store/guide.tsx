import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../../api/query.ts";
import { useStorePlace, useStoreView } from "./use-store.ts";

const steps = ["select", "publish", "price", "shipping", "advertise", "close"] as const;

/** The guided first day: six steps in the own store, skippable and never in the way. */
export function Guide() {
  const { t } = useTranslation("practice");
  const { season, where, here } = useStorePlace();
  const view = useStoreView();
  const products = useAnswer(
    "GET /practice/seasons/:season/stores/:store/products",
    { where },
    { enabled: view?.guide.isOn === true },
  ).data;
  const guide = useAct("PUT /practice/seasons/:season/stores/:store/guide", [
    "GET /practice/seasons/:season/stores/:store",
  ]);
  if (view === undefined || !view.mayDecide) return null;
  const done = new Set<string>(view.guide.done);
  const wanted = steps.filter((step) => step !== "advertise" || season.modules.ads);
  const isOver = wanted.every((step) => done.has(step));
  if (!view.guide.isOn || (isOver && season.day > 2)) return null;
  const next = wanted.find((step) => !done.has(step));
  const first = products?.offers[0];
  const market = season.markets[0]?.code ?? "";
  const listing =
    first === undefined
      ? `${here}/products`
      : `${here}/products/${encodeURIComponent(first.sku)}/${market}`;
  const places: Record<(typeof steps)[number], string> = {
    select: `${here}/products/choose`,
    publish: listing,
    price: listing,
    shipping: listing,
    advertise: `${here}/advertising`,
    close: `${here}/today`,
  };
  return (
    <section className="guide" aria-label={t("guide.title")}>
      <header className="row row-wrap">
        <h2>{isOver ? t("guide.done") : t("guide.title")}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          ml="auto"
          onClick={() => guide.mutate({ where, body: { isOn: false } })}
        >
          {isOver ? t("guide.putAway") : t("guide.skip")}
        </Button>
      </header>
      <ol className="guide-steps">
        {wanted.map((step) => (
          <li
            key={step}
            className={done.has(step) ? "guide-done" : step === next ? "guide-next" : ""}
          >
            <span aria-hidden="true">{done.has(step) ? "✓" : ""}</span>
            <span>
              {t(`guide.steps.${step}`)}
              {done.has(step) ? <span className="visually-hidden">{t("guide.isDone")}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      {next === undefined ? null : (
        <div className="row row-wrap">
          <p className="soft">
            {season.isRehearsal || next !== "close"
              ? t(`guide.help.${next}`)
              : t("guide.help.closeByTeacher")}
          </p>
          {next === "close" ? null : (
            <Button component={Link} to={places[next]} ml="auto">
              {t(`guide.acts.${next}`)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
