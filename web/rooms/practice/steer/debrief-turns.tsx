import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Delta } from "../../../parts/figures.tsx";
import { Empty } from "../../../parts/page.tsx";
import type { DebriefData } from "./debrief-data.ts";
import { useStoreName } from "../store-name.ts";
import { decidedWords } from "../decided-words.ts";

type Turn = DebriefData["turningPoints"][number];

function Decided({ turn }: { turn: Turn }) {
  const { t } = useTranslation(["debrief", "steer", ...decidedWords]);
  const kinds = [...Map.groupBy(turn.decisions, ({ kind }) => kind)];
  if (kinds.length === 0) return <span className="soft">{t("debrief.nothingDecided")}</span>;
  return (
    <span className="soft">
      {kinds
        .map(([kind, list]) => t("debrief.times", { kind: t(`kinds.${kind}`), count: list.length }))
        .join(" · ")}
    </span>
  );
}

/** What a computer room's monitor holds at the size of a slide's letters. */
const shownOnSlide = 6;

/** The days on which ranks turned most, with what was decided that day. */
export function Turns({ data }: { data: DebriefData }) {
  const { t } = useTranslation(["debrief", "steer"]);
  const { id } = useSeason();
  const nameOf = useStoreName();
  const isShown = useAsked("projector") !== undefined;
  if (data.turningPoints.length === 0)
    return <Empty title={t("debrief.noTurn.title")} text={t("debrief.noTurn.text")} />;
  return (
    <ol className="story">
      {data.turningPoints.slice(0, isShown ? shownOnSlide : undefined).map((turn) => (
        <li key={`${turn.day} ${turn.store}`}>
          <span className="story-day">{t("dayNumber", { day: turn.day })}</span>
          <span>
            <Link to={`/s/${id}/${turn.store}/today`}>{nameOf(turn)}</Link>
            <br />
            <Decided turn={turn} />
          </span>
          <span className="story-effect">
            <Delta
              change={turn.rankBefore - turn.rankAfter}
              text={t("debrief.rank", { before: turn.rankBefore, after: turn.rankAfter })}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}
