import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { late } from "../../../frame/late.ts";
import { Loaded, PageHead } from "../../../parts/page.tsx";
import { Guide } from "./guide.tsx";
import { useSaid } from "./said.ts";
import { toldStory } from "./story.ts";
import { DayActs } from "./today/day-acts.tsx";
import { Figures } from "./today/figures.tsx";
import { MostlyBecause } from "./today/mostly-because.tsx";
import { MarketsTable } from "./today/markets-table.tsx";
import { MissedChance } from "./today/missed-chance.tsx";
import { Needs } from "./today/needs.tsx";
import { OwnQuestion } from "./today/own-question.tsx";
import { SeasonEnd } from "./today/season-end.tsx";
import { Changed, Coming, Standing } from "./today/side-cards.tsx";
import { WhyDrawer } from "./today/why-drawer.tsx";
import { useIsOver, useStorePlace } from "./use-store.ts";

// Of teams alone.
const TeamCard = late(["teams"], () => import("./team/team.tsx"));
const PeerReview = late(["teams"], () => import("./today/peer-review.tsx"));

type Today = Answer<"GET /practice/seasons/:season/stores/:store/today">;

/** The morning brief: what happened, what needs you, what is coming. */
export default function TodayRoom() {
  const { t } = useTranslation("today");
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/today",
    { where },
    { keepPrevious: true },
  );
  return (
    <>
      {answer.error !== null && answer.data === undefined ? (
        <PageHead title={t("today.title")} />
      ) : null}
      <Loaded of={answer}>{(today) => <Brief today={today} />}</Loaded>
    </>
  );
}

function Brief({ today }: { today: Today }) {
  const { t } = useTranslation("today");
  const isOver = useIsOver();
  const { teamSize, day } = useStorePlace().season;
  const say = useSaid();
  const [asked, setAsked] = useState<Today["figures"][number] | null>(null);
  const [first, ...rest] = today.story.map(toldStory);
  return (
    <>
      <PageHead
        title={first === undefined ? t("today.title") : say(first)}
        text={
          <>
            {rest.map(say).join(" ")}
            {isOver || (today.figures[0]?.previous ?? null) === null ? null : (
              <MostlyBecause day={today.day} ask={() => setAsked(today.figures[0] ?? null)} />
            )}
          </>
        }
      >
        <DayActs />
      </PageHead>
      {isOver ? null : <Guide />}
      {today.day === 0 ? null : <Figures figures={today.figures} ask={setAsked} />}
      <div className="grid-2-1">
        <div className="grid">
          {isOver ? <MissedChance /> : null}
          {isOver ? <OwnQuestion /> : null}
          {isOver ? <SeasonEnd /> : <Needs needs={today.needs} />}
          {today.day === 0 ? null : <MarketsTable rows={today.markets} />}
        </div>
        <div className="grid">
          <Standing standing={today.standing} />
          {isOver ? null : <Coming coming={today.coming} closed={today.day} />}
          <Changed changed={today.changed} />
          {teamSize > 1 ? (
            <Suspense>
              <TeamCard />
              {day > 1 ? <PeerReview /> : null}
            </Suspense>
          ) : null}
        </div>
      </div>
      <WhyDrawer figure={asked} day={today.day} close={() => setAsked(null)} />
    </>
  );
}
