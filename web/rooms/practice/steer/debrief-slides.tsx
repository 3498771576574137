import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useSeason } from "../../../frame/season-context.tsx";
import { LanguageSwitch, ThemeSwitch } from "../../../parts/frame.tsx";
import type { DebriefData } from "./debrief-data.ts";
import { Chances } from "./debrief-chances.tsx";
import { Lines } from "./debrief-lines.tsx";
import { Mistakes } from "./debrief-mistakes.tsx";
import { Standings } from "./debrief-standings.tsx";
import { Story } from "./debrief-story.tsx";
import { Truth } from "./debrief-truth.tsx";
import { Turns } from "./debrief-turns.tsx";
import { Winners } from "./debrief-winners.tsx";

type SlideName =
  | "story"
  | "lines"
  | "standings"
  | "winners"
  | "turns"
  | "chances"
  | "mistakes"
  | "truth";

export const slides: Readonly<Record<SlideName, ComponentType<{ data: DebriefData }>>> = {
  story: Story,
  lines: Lines,
  standings: Standings,
  winners: Winners,
  turns: Turns,
  chances: Chances,
  mistakes: Mistakes,
  truth: Truth,
};

/** The truth comes last, and only when nobody can use it any more. */
export function slideNames(data: DebriefData): SlideName[] {
  const names: SlideName[] = [
    "story",
    "lines",
    "standings",
    "winners",
    "turns",
    "chances",
    "mistakes",
  ];
  return data.truth === null ? names : [...names, "truth"];
}

/** One sheet at a time for the whole room; the arrow keys turn them, Escape leaves. */
export function DebriefSlides({
  data,
  slide,
  onSlide,
  onLeave,
}: {
  data: DebriefData;
  /** From 1. */
  slide: number;
  onSlide: (slide: number) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation(["debrief", "steer"]);
  const season = useSeason();
  const names = slideNames(data);
  const at = Math.min(Math.max(1, Math.trunc(slide) || 1), names.length);
  const name = names[at - 1] ?? "story";
  const Slide = slides[name];
  const back = () => onSlide(Math.max(1, at - 1));
  const next = () => onSlide(Math.min(names.length, at + 1));
  useHotkeys([
    ["ArrowRight", next],
    ["PageDown", next],
    ["ArrowLeft", back],
    ["PageUp", back],
    ["Escape", onLeave],
  ]);
  return (
    <div className="slides">
      <header className="row row-wrap projector-head">
        <h1>{t(`debrief.slides.${name}`)}</h1>
        <span className="soft">{season.name}</span>
        <span className="push" />
        <LanguageSwitch />
        <ThemeSwitch />
        <Button variant="default" onClick={onLeave}>
          {t("wall.leave")}
        </Button>
      </header>
      <div className="slide">
        <Slide data={data} />
      </div>
      <footer className="row slides-foot">
        <Button variant="default" onClick={back} disabled={at === 1}>
          {t("debrief.back")}
        </Button>
        <span className="soft" aria-live="polite">
          {t("debrief.at", { at, of: names.length })}
        </span>
        <Button onClick={next} disabled={at === names.length}>
          {t("debrief.next")}
        </Button>
      </footer>
    </div>
  );
}
