import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSeason } from "../../../frame/season-context.tsx";
import { MoneyText, Sparkline } from "../../../parts/figures.tsx";
import { AutopilotSince } from "../autopilot-badge.tsx";
import { ProgramBadge } from "../program-badge.tsx";
import { useFormat } from "../../../text/format.ts";
import { useStoreName } from "../store-name.ts";
import { type Tile, toneOf } from "./tiles.ts";

/** What presses in a store, or when it last decided. */
function TileFoot({ tile, day }: { tile: Tile; day: number }) {
  const { t } = useTranslation("steer");
  const tone = toneOf(tile);
  const [first] = tile.warnings;
  const say = (code: string) => t(`warnings.${code}`, { count: tile.daysSinceDecision });
  if (first !== undefined)
    return (
      <span
        className={tone === "quiet" ? "soft" : tone}
        title={tile.warnings.map(say).join(t("comma"))}
      >
        {say(first)}
        {tile.warnings.length > 1
          ? ` · ${t("wall.moreWarnings", { others: tile.warnings.length - 1 })}`
          : null}
      </span>
    );
  if (tile.isReady) return <span className="good">{t("wall.isReady")}</span>;
  if (day === 0) return <span className="soft">{t("wall.opened")}</span>;
  return (
    <span className="soft">
      {tile.daysSinceDecision === 0
        ? t("wall.decidedToday")
        : t("wall.decidedAgo", { count: tile.daysSinceDecision })}
    </span>
  );
}

/** One store: its result so far with the way it went, cash, and what presses. Opens the store. */
export function WallTile({ tile, day }: { tile: Tile; day: number }) {
  const { t } = useTranslation("steer");
  const format = useFormat();
  const { id, booksCurrency } = useSeason();
  const nameOf = useStoreName();
  const cash = format.money(tile.cashMinor, booksCurrency, { short: true });
  return (
    <li>
      <Link to={`/s/${id}/${tile.store}/today`} className={`wall-tile wall-${toneOf(tile)}`}>
        <span className="wall-name">
          <strong className="truncate">{nameOf(tile)}</strong>
          {tile.isAgent ? <ProgramBadge /> : null}
          {day === 0 ? null : <span className="soft">#{tile.rank}</span>}
        </span>
        <AutopilotSince day={tile.autopilotSince} />
        <span className="soft truncate wall-people">{tile.members.join(t("comma"))}</span>
        {day === 0 ? null : (
          <span className="wall-figure">
            <strong title={t("wall.profitSoFar")}>
              <MoneyText minor={tile.profitMinor} currency={booksCurrency} sign short />
            </strong>
            <Sparkline values={tile.profitSeries} width={70} height={24} tone="var(--ink-3)" />
          </span>
        )}
        <span className="wall-foot">
          <TileFoot tile={tile} day={day} />
          {day === 0 ? null : <span className="soft">{t("wall.cash", { cash })}</span>}
        </span>
      </Link>
    </li>
  );
}
