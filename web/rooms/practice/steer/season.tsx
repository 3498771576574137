import "./steer.css";
import { Skeleton, Tabs } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../frame/late.ts";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { PageHead } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { Clock } from "./clock.tsx";
import { decidedWords } from "../decided-words.ts";
import { Days } from "./days.tsx";
import { SteerActs } from "./steer-acts.tsx";

// Seldom asked for, and heavy: fetched with their tab.
const Agents = late(["agents"], () => import("../agents.tsx"));
const Events = late([], () => import("./events.tsx"));
const Stores = late(["record"], () => import("./stores.tsx"));
const Questions = late(["integrity"], () => import("./questions.tsx"));
const Ranking = late([], () => import("./ranking.tsx"));
const Contributions = late(["teams"], () => import("./contributions.tsx"));
const Log = late([...decidedWords, "absence"], () => import("./log.tsx"));
const Fairness = late(["debrief"], () => import("./fairness.tsx"));
const waiting = <Skeleton height={160} aria-busy="true" />;

const tabs = [
  "clock",
  "events",
  "stores",
  "ranking",
  "teams",
  "days",
  "log",
  "questions",
  "fairness",
] as const;

/** Tabs whose names stand with the words of the ranking. */
const ownTabs: ReadonlySet<string> = new Set(["ranking", "teams"]);

/** What each tab holds; only the one that is open is there. */
function Panels() {
  return (
    <>
      <Tabs.Panel value="clock">
        <Clock />
      </Tabs.Panel>
      <Tabs.Panel value="events">
        <Suspense fallback={waiting}>
          <Events />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="stores">
        <div className="grid">
          <Suspense fallback={waiting}>
            <Stores />
            <Agents />
          </Suspense>
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="ranking">
        <Suspense fallback={waiting}>
          <Ranking />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="teams">
        <Suspense fallback={waiting}>
          <Contributions />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="days">
        <Days />
      </Tabs.Panel>
      <Tabs.Panel value="log">
        <Suspense fallback={waiting}>
          <Log />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="questions">
        <Suspense fallback={waiting}>
          <Questions />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="fairness">
        <Suspense fallback={waiting}>
          <Fairness />
        </Suspense>
      </Tabs.Panel>
    </>
  );
}

/** A season from the teacher's side: clock, stores, what was closed, decided and promised. */
export default function SeasonRoom() {
  const { t } = useTranslation(["steer", "scoring"]);
  const format = useFormat();
  const season = useSeason();
  const navigate = useNavigate();
  const asked = useAsked("tab");
  const tab = tabs.find((one) => one === asked) ?? "clock";
  const go = (next: string | null) =>
    void navigate({
      to: `/t/${season.id}/season`,
      search: { tab: next ?? "clock" },
      replace: true,
    });
  // Only the ranking has a view for the whole room.
  if (useAsked("projector") !== undefined)
    return (
      <Suspense fallback={waiting}>
        <Ranking />
      </Suspense>
    );
  return (
    <>
      <PageHead
        title={season.name}
        text={t("season.head", {
          scenario: format.name(season.scenario.name),
          date: format.date(season.date),
          stores: season.stores,
          bots: season.bots,
        })}
      >
        <SteerActs />
      </PageHead>
      <Tabs value={tab} onChange={go} keepMounted={false}>
        <Tabs.List mb="md">
          {tabs
            .filter((one) => one !== "teams" || season.teamSize > 1)
            .map((one) => (
              <Tabs.Tab key={one} value={one}>
                {ownTabs.has(one) ? t(`steer.tabs.${one}`) : t(`season.tabs.${one}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Panels />
      </Tabs>
    </>
  );
}
