import { Button, Switch } from "@mantine/core";
import { useFullscreenDocument } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../api/query.ts";
import { SeasonClock } from "../../../frame/season-clock.tsx";
import { useSeason } from "../../../frame/season-context.tsx";
import { MoneyText, Sparkline } from "../../../parts/figures.tsx";
import { LanguageSwitch, ThemeSwitch } from "../../../parts/frame.tsx";
import { Empty, Problem } from "../../../parts/page.tsx";
import { AutopilotSince } from "../autopilot-badge.tsx";
import { ProgramBadge } from "../program-badge.tsx";
import { ScoringValue } from "../scoring-value.tsx";
import { useStoreName } from "../store-name.ts";
import { leaguesOf, sortTiles, type Tile, type WallView } from "./tiles.ts";
import { seen } from "./use-steer.ts";

/** A store as the class sees it: no warnings, and no name where names are hidden. */
function BoardTile({ tile, day }: { tile: Tile; day: number }) {
  const { t } = useTranslation("steer");
  const { booksCurrency, ranking, scoring } = useSeason();
  const nameOf = useStoreName();
  const isRanked = day > 0 && ranking === "open";
  return (
    <li className="wall-tile">
      <span className="wall-name">
        <strong className="truncate">{nameOf(tile)}</strong>
        {tile.isAgent ? <ProgramBadge /> : null}
        <AutopilotSince day={tile.autopilotSince} />
        <span className="soft">
          {tile.isReady ? <span className="good">{`${t("wall.isReady")} `}</span> : null}
          {isRanked ? `#${tile.rank}` : null}
        </span>
      </span>
      {isRanked && scoring !== "balanced" ? (
        <span className="soft">
          <ScoringValue value={tile.value} scoring={scoring} currency={booksCurrency} />
        </span>
      ) : null}
      <span className="wall-figure">
        <strong>
          <MoneyText minor={tile.profitMinor} currency={booksCurrency} sign short />
        </strong>
        <Sparkline values={tile.profitSeries} width={90} height={30} tone="var(--s1)" />
      </span>
    </li>
  );
}

/** The wall for the whole room: large, calm, and nameless when the teacher wishes it. */
export function ProjectorWall({ wall }: { wall: WallView }) {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const navigate = useNavigate();
  const { toggle, fullscreen } = useFullscreenDocument();
  const hide = useAct("PUT /practice/seasons/:season/names", seen);
  const leave = () => void navigate({ to: `/t/${season.id}/wall`, search: {} });
  return (
    <>
      <header className="row row-wrap projector-head">
        <h1>{season.name}</h1>
        <SeasonClock />
        <span className="push" />
        <Switch
          label={t("wall.hideNames")}
          checked={season.areNamesHidden}
          disabled={!season.maySteer || hide.isPending}
          onChange={(event) =>
            hide.mutate({
              where: { season: season.id },
              body: { areHidden: event.currentTarget.checked },
            })
          }
        />
        <LanguageSwitch />
        <ThemeSwitch />
        <Button variant="default" onClick={() => void toggle()}>
          {fullscreen ? t("wall.window") : t("wall.fullScreen")}
        </Button>
        <Button variant="default" onClick={leave}>
          {t("wall.leave")}
        </Button>
      </header>
      {hide.error === null ? null : <Problem error={hide.error} />}
      {wall.tiles.length === 0 ? (
        <Empty title={t("wall.nobody.title")} text={t("wall.nobody.text")} />
      ) : null}
      <ul className="wall wall-large">
        {leaguesOf(sortTiles(wall.tiles, season.ranking === "open" ? "rank" : "store"))
          .flat()
          .map((tile) => (
            <BoardTile key={tile.store} tile={tile} day={wall.day} />
          ))}
      </ul>
      {wall.day === 0 ? null : (
        <p className="soft wall-note">
          {t(season.ranking === "open" ? "wall.ranks" : "wall.profitSoFar")}
        </p>
      )}
    </>
  );
}
