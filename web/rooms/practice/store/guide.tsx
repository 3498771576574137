import "./guide.css";
import { Button } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../../api/query.ts";
import { type GuideStep, guideProgress, mayAdvertise } from "./guide-steps.ts";
import { useIsOver, useStorePlace, useStoreView } from "./use-store.ts";

/** Where each step is taken; the listing's steps in the first product's first market. */
function useStepPlaces(isOn: boolean): Record<GuideStep, { to: string; hash?: string }> {
  const { season, where, here } = useStorePlace();
  const products = useAnswer(
    "GET /practice/seasons/:season/stores/:store/products",
    { where },
    { enabled: isOn },
  ).data;
  const first = products?.offers[0];
  const market = season.markets[0]?.code ?? "";
  const listing =
    first === undefined
      ? `${here}/products`
      : `${here}/products/${encodeURIComponent(first.sku)}/${market}`;
  return {
    select: { to: `${here}/products/choose` },
    publish: { to: listing, hash: "publish" },
    price: { to: listing, hash: "price" },
    shipping: { to: listing, hash: "shipping" },
    advertise: { to: `${here}/advertising` },
    close: { to: `${here}/today` },
  };
}

/**
 * Whether the guide speaks of advertising: the season has it, and there is something to sell. An
 * advertisement for what is sold out is shown to nobody.
 */
export function useGuidesAds(isOn: boolean): boolean {
  const { season, where } = useStorePlace();
  const offers = useAnswer(
    "GET /practice/seasons/:season/stores/:store/products",
    { where },
    { enabled: isOn && season.modules.ads },
  ).data?.offers;
  return season.modules.ads && mayAdvertise(offers ?? []);
}

/**
 * The guided first day: six steps in the own store, skippable and never in the way. In other rooms
 * it is one line with the step that comes next.
 */
export function Guide({ isLine = false }: { isLine?: boolean }) {
  const { season, where } = useStorePlace();
  const view = useStoreView();
  const guide = useAct("PUT /practice/seasons/:season/stores/:store/guide", [
    "GET /practice/seasons/:season/stores/:store",
  ]);
  const isOver = useIsOver();
  const isOn = view?.guide.isOn === true && view.mayDecide && !isOver;
  const places = useStepPlaces(isOn);
  const hasAds = useGuidesAds(isOn);
  if (!isOn) return null;
  const progress = guideProgress(view.guide.done, hasAds);
  if (progress.isOver && (isLine || season.day > 2)) return null;
  const putAway = () => guide.mutate({ where, body: { isOn: false } });
  return isLine ? (
    <GuideLine {...progress} place={progress.next === null ? null : places[progress.next]} />
  ) : (
    <GuideCard {...progress} places={places} putAway={putAway} />
  );
}

/** The step that comes next as a link, behind something that was just done; else nothing. */
export function GuideNext() {
  const { t } = useTranslation("practice");
  const view = useStoreView();
  const isOn = view?.guide.isOn === true && view.mayDecide;
  const places = useStepPlaces(isOn);
  const hasAds = useGuidesAds(isOn);
  if (!isOn) return null;
  const { next } = guideProgress(view.guide.done, hasAds);
  if (next === null) return null;
  return (
    <Link {...places[next]} className="guide-go">
      {t(`guide.acts.${next}`)}
    </Link>
  );
}

type Progress = ReturnType<typeof guideProgress>;
type Place = { to: string; hash?: string };

function useHelp(): (step: GuideStep) => string {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  return (step) =>
    step === "close" && !season.isRehearsal
      ? t("guide.help.closeByTeacher")
      : t(`guide.help.${step}`);
}

function GuideLine({ steps, next, place }: Progress & { place: Place | null }) {
  const { t } = useTranslation("practice");
  const help = useHelp();
  const { pathname } = useLocation();
  if (next === null || place === null) return null;
  // Where the step is taken here, a link to here would do nothing; one to a part of it goes there.
  const isHere = decodeURI(pathname) === decodeURI(place.to);
  const number = steps.findIndex(({ step }) => step === next) + 1;
  return (
    <aside className="guide guide-line" aria-label={t("guide.title")}>
      <p>
        <strong>
          {t("guide.stepOf", { number, of: steps.length })} {t(`guide.steps.${next}`)}
        </strong>{" "}
        <span className="soft">{help(next)}</span>
      </p>
      {isHere && place.hash === undefined ? null : (
        <Link {...place} className="guide-go">
          {t(isHere ? "guide.below" : `guide.acts.${next}`)}
        </Link>
      )}
    </aside>
  );
}

function GuideCard({
  steps,
  next,
  isOver,
  places,
  putAway,
}: Progress & { places: Record<GuideStep, Place>; putAway: () => void }) {
  const { t } = useTranslation("practice");
  const help = useHelp();
  return (
    <section className="guide" aria-label={t("guide.title")}>
      <header className="row row-wrap">
        <h2>{isOver ? t("guide.done") : t("guide.title")}</h2>
        <Button variant="subtle" size="compact-sm" ml="auto" onClick={putAway}>
          {isOver ? t("guide.putAway") : t("guide.skip")}
        </Button>
      </header>
      <ol className="guide-steps">
        {steps.map(({ step, isDone }) => (
          <li
            key={step}
            className={isDone ? "guide-done" : step === next ? "guide-next" : ""}
            {...(step === next ? { "aria-current": "step" as const } : {})}
          >
            {t(`guide.steps.${step}`)}
            {isDone ? <span className="visually-hidden">{t("guide.isDone")}</span> : null}
          </li>
        ))}
      </ol>
      {next === null ? null : (
        <div className="row row-wrap">
          <p className="soft guide-help">{help(next)}</p>
          {next === "close" ? null : (
            <Button component={Link} {...places[next]} ml="auto">
              {t(`guide.acts.${next}`)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
