import "./today.css";
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../../api/query.ts";
import { late } from "../../../../frame/late.ts";
import { useGuidesAds } from "../guide.tsx";
import { guideProgress } from "../guide-steps.ts";
import { ActButton, Refused } from "../parts.tsx";
import { useIsOver, useStorePlace, useStoreView } from "../use-store.ts";

// Most seasons have nothing to tell of it.
const AbsenceTold = late(["absence"], () => import("./absence-told.tsx"));

/** The room's one act: hand in the day, or in a first practice close it. */
export function DayActs() {
  const { season } = useStorePlace();
  const view = useStoreView();
  const isOver = useIsOver();
  if (view?.mayDecide !== true) return null;
  if (isOver) return <SeasonOver />;
  return season.isRehearsal ? <CloseDay /> : <HandInDay />;
}

/** Closing stays in the background while the guided day asks for something else. */
function useIsNext(): boolean {
  const view = useStoreView();
  const hasAds = useGuidesAds(view?.guide.isOn === true);
  if (view?.guide.isOn !== true) return true;
  const { next } = guideProgress(view.guide.done, hasAds);
  return next === null || next === "close";
}

function CloseDay() {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const isNext = useIsNext();
  const close = useAct("POST /practice/seasons/:season/close", ["GET /practice/seasons/:season"]);
  const run = () => close.mutate({ where: { season: season.id }, body: { day: season.day } });
  return (
    <div className="day-acts">
      <ActButton
        variant={isNext ? "filled" : "default"}
        isPending={close.isPending || season.isClosing}
        onClick={run}
      >
        {t("closeDay", { day: season.day })}
      </ActButton>
      <Refused error={close.error} />
    </div>
  );
}

function HandInDay() {
  const { t } = useTranslation("practice");
  const { season, store, where } = useStorePlace();
  const view = useStoreView();
  const ready = useAct("PUT /practice/seasons/:season/stores/:store/ready", [
    "GET /practice/seasons/:season/stores/:store",
  ]);
  const isNext = useIsNext();
  const isReady = view?.isReady === true;
  const turn = () =>
    ready.mutate({ where: { ...where, store }, body: { day: season.day, isReady: !isReady } });
  return (
    <div className="day-acts">
      <ActButton
        variant={isReady || !isNext ? "default" : "filled"}
        isPending={ready.isPending}
        onClick={turn}
      >
        {isReady ? t("takeBackDay") : t("handInDay", { day: season.day })}
      </ActButton>
      <p className={isReady ? "good" : "dim"}>{t(isReady ? "dayIsIn" : "dayCounts")}</p>
      {season.absence === "carry-forward" ? null : (
        <Suspense>
          <AbsenceTold />
        </Suspense>
      )}
      <Refused error={ready.error} />
    </div>
  );
}

/** After the last day: how it ended; an own first practice can begin anew. */
function SeasonOver() {
  const { t } = useTranslation("practice");
  const { season, here } = useStorePlace();
  const navigate = useNavigate();
  const again = useAct("POST /practice/rehearsal");
  const restart = () =>
    again.mutate(
      { body: { insteadOf: season.id } },
      {
        onSuccess: ({ id, myStores }) =>
          navigate({ to: `/s/${id}/${myStores[0]?.store ?? 0}/today` }),
      },
    );
  return (
    <div className="day-acts">
      <Link to={`${here}/insight`} search={{ tab: "standing" }}>
        {t(season.ranking === "open" || season.maySeeAll ? "seeStanding" : "seeBoard")}
      </Link>
      {season.isRehearsal ? (
        <Button loading={again.isPending} onClick={restart}>
          {t("startAgain")}
        </Button>
      ) : null}
      <Refused error={again.error} />
    </div>
  );
}
