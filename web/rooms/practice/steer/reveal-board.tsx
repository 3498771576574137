import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Empty, Loaded } from "../../../parts/page.tsx";
import { AutopilotBadge } from "../autopilot-badge.tsx";
import { ScoringValue } from "../scoring-value.tsx";
import { type Board, type BoardRow, peopleOf } from "./ranking-rows.ts";
import { useStoreName } from "../store-name.ts";

function Place({ row, board }: { row: BoardRow; board: Board }) {
  const { booksCurrency } = useSeason();
  const nameOf = useStoreName();
  return (
    <li className="wall-tile reveal-place">
      <span className="wall-name">
        <strong className="truncate">
          {row.place}. {nameOf(row)}
        </strong>
        <AutopilotBadge of={row.autopilot} />
      </span>
      <span className="wall-figure">
        <strong>
          <ScoringValue value={row.value} scoring={board.scoring} currency={booksCurrency} />
        </strong>
      </span>
    </li>
  );
}

function Places({ board }: { board: Board }) {
  const { t } = useTranslation("scoring");
  const season = useSeason();
  const navigate = useNavigate();
  const rows = peopleOf(board);
  const [count, setCount] = useState(0);
  const next = rows.length - count;
  if (rows.length === 0) return <Empty title={t("steer.none.title")} text={t("steer.none.text")} />;
  return (
    <>
      <header className="row row-wrap projector-head">
        <h1>{season.name}</h1>
        <span className="soft">{t("of", { name: t(`names.${board.scoring}`) })}</span>
        <span className="push" />
        {next > 0 ? (
          <>
            <Button onClick={() => setCount(count + 1)}>{t("steer.next", { rank: next })}</Button>
            <Button variant="default" onClick={() => setCount(rows.length)}>
              {t("steer.all")}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setCount(0)}>
            {t("steer.again")}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() =>
            void navigate({ to: `/t/${season.id}/season`, search: { tab: "ranking" } })
          }
        >
          {t("steer.leave")}
        </Button>
      </header>
      {count === 0 ? <p className="soft wall-note">{t("steer.waiting")}</p> : null}
      <ol className="wall wall-large" aria-live="polite">
        {rows.slice(next).map((row) => (
          <Place key={row.store} row={row} board={board} />
        ))}
      </ol>
    </>
  );
}

/** For the whole room: places from the last to the first, each when the teacher says so. */
export function RevealBoard() {
  const season = useSeason();
  const answer = useAnswer(
    "GET /practice/seasons/:season/leaderboard",
    { where: { season: season.id } },
    { enabled: season.day > 1 },
  );
  const { t } = useTranslation("scoring");
  if (season.day <= 1) return <Empty title={t("steer.none.title")} text={t("steer.none.text")} />;
  return <Loaded of={answer}>{(board) => <Places board={board} />}</Loaded>;
}
