import { Button } from "@mantine/core";
import { roundOf } from "@echelon/kernel/calendar/round.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../../parts/page.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { EventDrawer } from "./event-drawer.tsx";
import { PreviewDrawer } from "./preview-drawer.tsx";
import { RewindDrawer } from "./rewind-drawer.tsx";
import { useSteer } from "./use-steer.ts";

type Steer = ReturnType<typeof useSteer>;

/** The one act that comes next: start, close, go on, or talk about it. */
function NextAct({ steer }: { steer: Steer }) {
  const { t } = useTranslation(["steer", "scoring"]);
  const { season } = steer;
  if (steer.isOver)
    return (
      <Button component={Link} to={`/t/${season.id}/debrief`}>
        {t("acts.debrief")}
      </Button>
    );
  if (season.state === "lobby")
    return (
      <ReasonButton
        onClick={steer.start}
        loading={steer.isPending}
        reason={season.maySteer ? null : t("why.onlyTeacher")}
      >
        {t("acts.start")}
      </ReasonButton>
    );
  if (season.state === "paused")
    return (
      <Button onClick={steer.resume} loading={steer.isPending}>
        {t("acts.resume")}
      </Button>
    );
  return (
    <Button onClick={steer.closeDay} loading={steer.isClosing}>
      {season.daysPerRound === 1
        ? t("acts.close", { day: season.day })
        : t("steer.closeRound", { round: roundOf(season.day, season.daysPerRound) })}
    </Button>
  );
}

/** What a teacher does with a season while a class trades. */
export function SteerActs() {
  const { t } = useTranslation("steer");
  const steer = useSteer();
  const [open, setOpen] = useState<"event" | "rewind" | "preview" | null>(null);
  const { season } = steer;
  const say = (key: string | null) => (key === null ? null : t(`why.${key}`));
  // A close takes seconds: a line that comes and goes with it would move the whole page.
  const whys = new Set([steer.whyNoEvent, steer.whyNoRewind]);
  const told = [...whys].filter((key) => key !== null && key !== "isClosing");
  if (season.state === "draft" || season.state === "preparing") return null;
  return (
    <>
      <ReasonButton
        variant="default"
        reason={say(steer.whyNoEvent)}
        onClick={() => setOpen("event")}
      >
        {t("acts.event")}
      </ReasonButton>
      <ReasonButton
        variant="default"
        reason={say(steer.whyNoRewind)}
        onClick={() => setOpen("rewind")}
      >
        {t("acts.rewind")}
      </ReasonButton>
      {season.maySteer && (season.state === "running" || season.state === "paused") ? (
        <Button variant="default" disabled={steer.isClosing} onClick={() => setOpen("preview")}>
          {t("acts.preview")}
        </Button>
      ) : null}
      {season.state === "running" ? (
        <Button
          variant="default"
          onClick={steer.pause}
          loading={steer.isPending && !steer.isClosing}
        >
          {t("acts.pause")}
        </Button>
      ) : null}
      <NextAct steer={steer} />
      {told.length === 0 ? null : (
        <p className="soft acts-why">{told.map((key) => t(`why.${key}`)).join(" ")}</p>
      )}
      {steer.error === null ? null : <Problem error={steer.error} />}
      <EventDrawer key={`e${open}`} isOpen={open === "event"} onClose={() => setOpen(null)} />
      <PreviewDrawer
        isOpen={open === "preview"}
        onClose={() => setOpen(null)}
        close={steer.closeDay}
      />
      <RewindDrawer key={`r${open}`} isOpen={open === "rewind"} onClose={() => setOpen(null)} />
    </>
  );
}
