import "./steer.css";
import { Button, SegmentedControl } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Card, Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { ProjectorHead } from "./projector-head.tsx";
import { ProjectorWall } from "./projector-wall.tsx";
import { SteerActs } from "./steer-acts.tsx";
import {
  countInNeed,
  leaguesOf,
  type Order,
  orders,
  sortTiles,
  type Tile,
  type WallView,
} from "./tiles.ts";
import { WallTile } from "./wall-tile.tsx";

/** Students who have not opened a store yet, and the code that brings them. */
function WithoutStore({ wall }: { wall: WallView }) {
  const { t } = useTranslation("steer");
  const season = useSeason();
  if (wall.withoutStore.length === 0) return null;
  return (
    <Card title={t("wall.withoutStore", { count: wall.withoutStore.length })}>
      <p className="names">{wall.withoutStore.map(({ name }) => name).join(t("comma"))}</p>
      <p className="soft">{t("wall.withoutStoreText")}</p>
      {season.class === null ? null : (
        <Link to={`/classes/${season.class}/code`} className="tall-link">
          {t("wall.showCode")}
        </Link>
      )}
    </Card>
  );
}

function NobodyYet() {
  const { t } = useTranslation("steer");
  const season = useSeason();
  return (
    <Card label={t("wall.nobody.title")}>
      <Empty title={t("wall.nobody.title")} text={t("wall.nobody.text")}>
        {season.class === null ? null : (
          <Button component={Link} to={`/classes/${season.class}/code`} variant="default">
            {t("wall.showCode")}
          </Button>
        )}
      </Empty>
    </Card>
  );
}

/** The class's stores, and below them the programs, if there are any. */
function Leagues({ view, order }: { view: WallView; order: Order }) {
  const { t } = useTranslation("agents");
  const [people = [], programs = []] = leaguesOf(view.tiles);
  const wallOf = (tiles: readonly Tile[]) => (
    <ul className="wall">
      {sortTiles(tiles, order).map((tile) => (
        <WallTile key={tile.store} tile={tile} day={view.day} />
      ))}
    </ul>
  );
  return (
    <>
      {wallOf(people)}
      {programs.length === 0 ? null : (
        <section aria-label={t("league")}>
          <h2>{t("league")}</h2>
          <p className="dim">{t("leagueNote")}</p>
          {wallOf(programs)}
        </section>
      )}
    </>
  );
}

type ToolsProps = {
  tiles: readonly Tile[];
  order: Order;
  onOrder: (order: Order) => void;
};

function Tools({ tiles, order, onOrder }: ToolsProps) {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const navigate = useNavigate();
  // Counted from the cards below, so that the sum never says other than they do.
  const ready = tiles.filter(({ isReady }) => isReady).length;
  const show = () => void navigate({ to: `/t/${season.id}/wall`, search: { projector: true } });
  return (
    <div className="row row-wrap wall-tools">
      <SegmentedControl
        aria-label={t("wall.order")}
        value={order}
        onChange={(value) => onOrder(orders.find((one) => one === value) ?? "help")}
        data={orders.map((one) => ({ value: one, label: t(`wall.orders.${one}`) }))}
      />
      {season.state === "running" || season.state === "paused" ? (
        <span className="soft">{t("wall.ready", { ready, stores: tiles.length })}</span>
      ) : null}
      <span className="push" />
      <Button variant="default" onClick={show}>
        {t("wall.projector")}
      </Button>
    </div>
  );
}

/** One tile a store: who does well, who is stuck, who has not come. */
export default function ClassWall() {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const isShown = useAsked("projector") !== undefined;
  const [order, setOrder] = useState<Order>("help");
  const wall = useAnswer(
    "GET /practice/seasons/:season/wall",
    { where: { season: season.id } },
    { keepPrevious: true },
  );
  if (isShown && wall.data === undefined && wall.error !== null)
    return (
      <>
        <ProjectorHead title={season.name} to={`/t/${season.id}/wall`} />
        <Loaded of={wall}>{() => null}</Loaded>
      </>
    );
  if (isShown) return <Loaded of={wall}>{(view) => <ProjectorWall wall={view} />}</Loaded>;
  const found = wall.data;
  const help = countInNeed((found?.tiles ?? []).filter(({ isAgent }) => !isAgent));
  const said =
    found === undefined || found.tiles.length === 0
      ? t(`wall.states.${season.state}`)
      : t("wall.sum", { profit: found.inProfit, help, count: help });
  return (
    <>
      <PageHead title={[season.className, season.name].filter(Boolean).join(" · ")} text={said}>
        <SteerActs />
      </PageHead>
      <Loaded of={wall}>
        {(view) => (
          <div className="grid">
            {view.tiles.length === 0 ? (
              <NobodyYet />
            ) : (
              <>
                <Tools tiles={leaguesOf(view.tiles)[0]!} order={order} onOrder={setOrder} />
                {view.day === 0 ? null : <p className="dim">{t("wall.ranks")}</p>}
                <Leagues view={view} order={order} />
              </>
            )}
            <WithoutStore wall={view} />
          </div>
        )}
      </Loaded>
    </>
  );
}
