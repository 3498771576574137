import "./steer.css";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName, useDownload } from "../../../parts/download.ts";
import { Card, Empty, Loaded, PageHead, Problem } from "../../../parts/page.tsx";
import type { DebriefData } from "./debrief-data.ts";
import { DebriefPaper } from "./debrief-paper.tsx";
import { Questions } from "./debrief-questions.tsx";
import { DebriefSlides, slides, slideNames } from "./debrief-slides.tsx";
import { ProjectorHead } from "./projector-head.tsx";

function Gradebook() {
  const { t, i18n } = useTranslation(["debrief", "steer"]);
  const season = useSeason();
  const grades = useDownload("GET /practice/seasons/:season/gradebook");
  const save = () =>
    grades.save(
      {
        where: { season: season.id },
        asks: { language: i18n.language === "zh" ? "zh" : "en" },
      },
      `${fileName(season.className, season.name, t("debrief.gradebookFile"))}.xlsx`,
    );
  return (
    <>
      <Button variant="default" loading={grades.isPending} onClick={save}>
        {t("debrief.gradebook")}
      </Button>
      {grades.error === null ? null : <Problem error={grades.error} />}
    </>
  );
}

/** All sheets below one another, with the ways to show and print them. */
function Overview({ data, deck }: { data: DebriefData; deck: ReturnType<typeof useDeck> }) {
  const { t } = useTranslation(["debrief", "lessons", "steer"]);
  const { state, days, maySteer } = useSeason();
  return (
    <>
      <PageHead
        title={t("debrief.title")}
        text={t(state === "finished" ? "debrief.over" : "debrief.soFar", { day: data.day, days })}
      >
        <Gradebook />
        <Button variant="default" onClick={deck.print}>
          {t("paper.act")}
        </Button>
        <Button onClick={() => deck.present(1)}>{t("debrief.present")}</Button>
      </PageHead>
      <div className="grid">
        {slideNames(data).map((name) => {
          const Slide = slides[name];
          return (
            <Card key={name} title={t(`debrief.slides.${name}`)}>
              <Slide data={data} />
            </Card>
          );
        })}
        {maySteer ? (
          <Card title={t("questions.title")}>
            <Questions />
          </Card>
        ) : null}
      </div>
    </>
  );
}

/** Turns the address to a sheet for the projector, and back; whom it is about stays as it was. */
function useDeck(here: string, isShown: boolean) {
  const navigate = useNavigate();
  const go = (shown: { projector?: true; slide?: number; paper?: true }, replace: boolean) =>
    void navigate({
      to: here,
      search: ((old: Record<string, unknown>) => ({
        ...old,
        projector: undefined,
        slide: undefined,
        paper: undefined,
        ...shown,
      })) as never,
      replace,
    });
  return {
    present: (slide: number) => go({ projector: true, slide }, isShown),
    print: () => go({ paper: true }, false),
    leave: () => go({}, false),
  };
}

/** What the class talks about afterwards; the same sheets one by one for the projector. */
export default function Debrief() {
  const { t } = useTranslation(["debrief", "steer"]);
  const season = useSeason();
  const isShown = useAsked("projector") !== undefined;
  const slide = Number(useAsked("slide") ?? "1");
  const here = `/t/${season.id}/debrief`;
  const hasDay = season.day > 1;
  const debrief = useAnswer(
    "GET /practice/seasons/:season/debrief",
    { where: { season: season.id } },
    { enabled: hasDay, keepPrevious: true },
  );
  const deck = useDeck(here, isShown);
  const isPaper = useAsked("paper") !== undefined;
  if (!hasDay)
    return (
      <>
        <ProjectorHead title={t("debrief.title")} to={here} />
        <Card label={t("debrief.title")}>
          <Empty title={t("debrief.none.title")} text={t("debrief.none.text")} />
        </Card>
      </>
    );
  if (debrief.data === undefined && debrief.error !== null)
    return (
      <>
        <ProjectorHead title={t("debrief.title")} to={here} />
        <Loaded of={debrief}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded of={debrief}>
      {(data) =>
        isShown ? (
          <DebriefSlides data={data} slide={slide} onSlide={deck.present} onLeave={deck.leave} />
        ) : isPaper ? (
          <DebriefPaper data={data} onLeave={deck.leave} />
        ) : (
          <Overview data={data} deck={deck} />
        )
      }
    </Loaded>
  );
}
