import { Button } from "@mantine/core";
import { Link, Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../api/live.ts";
import { useAnswer } from "../api/query.ts";
import type { IconName } from "../parts/icons.tsx";
import { Empty } from "../parts/page.tsx";
import { useFormat } from "../text/format.ts";
import { ChairFrame } from "./chair-frame.tsx";
import { useLinks, WaitingHall } from "./hall.tsx";
import { late } from "./late.ts";
import { Preparing } from "./preparing.tsx";
import { useAsked, usePlace } from "./room.ts";
import { SeasonClock } from "./season-clock.tsx";
import { SeasonGate, useSeason } from "./season-context.tsx";
import { SeasonTurn } from "./season-turn.tsx";

// Seldom there: fetched with its words when a bot runs the store.
const AutopilotNotice = late(
  ["absence"],
  () => import("../rooms/practice/store/autopilot-notice.tsx"),
);

const storeRooms = [
  "today",
  "products",
  "advertising",
  "stock",
  "orders",
  "money",
  "insight",
] as const satisfies readonly IconName[];

/** The room once the season's market is there. */
function WhenPrepared() {
  const { state } = useSeason();
  return state === "draft" || state === "preparing" ? <Preparing /> : <Outlet />;
}

function StoreRooms({ store }: { store: string }) {
  const { t } = useTranslation("frame");
  const format = useFormat();
  const season = useSeason();
  const here = `/s/${season.id}/${store}`;
  const rooms = storeRooms.filter((name) => name !== "advertising" || season.modules.ads);
  const isLed = season.maySteer || season.myStores.every((own) => String(own.store) !== store);
  const links = useLinks([
    ...rooms.map((name) => ({ to: `${here}/${name}`, name, icon: name })),
    ...(isLed ? [] : [{ to: "/seasons", name: "seasons", icon: "season" } as const]),
  ]);
  const where = { season: season.id, store };
  const view = useAnswer("GET /practice/seasons/:season/stores/:store", { where }).data;
  const own = season.isRehearsal ? format.name(season.scenario.name) : season.name;
  // Where names are hidden from who looks, the store goes by its number, as in the log.
  const name = view === undefined ? "" : view.name || `#${view.store + 1}`;
  const foot = [name, season.className || own].filter(Boolean).join(" · ");
  return (
    <ChairFrame
      chair={isLed ? "teacher" : "student"}
      links={links}
      bar={<SeasonClock />}
      foot={foot}
      isWide
    >
      <SeasonTurn>
        {typeof view?.autopilotSince === "number" ? (
          <Suspense>
            <AutopilotNotice view={view} />
          </Suspense>
        ) : null}
        {view === undefined || view.mayDecide || !isLed ? null : (
          <div className="hint row row-wrap turn">
            <span>{t("readOnly", { name })}</span>
            <Link to={`/t/${season.id}/wall`} style={{ marginLeft: "auto" }}>
              {t("toWall")}
            </Link>
          </div>
        )}
        <WhenPrepared />
      </SeasonTurn>
    </ChairFrame>
  );
}

/** Hears of the store; who may not see it would be refused the whole line. */
function StoreLine({ store }: { store: string }) {
  const { id, maySeeAll, myStores } = useSeason();
  const isOpen = maySeeAll || myStores.some((own) => String(own.store) === store);
  useLive(isOpen ? [`store:${id}.${store}`] : []);
  return null;
}

/** A store's seven rooms; a teacher sees any store of the class here, and changes nothing. */
export function StoreFrame() {
  const season = usePlace("season");
  const store = usePlace("store");
  return (
    <SeasonGate season={season} topics={[]} around={WaitingHall}>
      <StoreLine store={store} />
      <StoreRooms store={store} />
    </SeasonGate>
  );
}

/** A teacher's address in the hands of somebody else of the class: told so, and led on. */
function NotForYou() {
  const { t } = useTranslation("frame");
  const season = useSeason();
  const own = season.myStores[0];
  return (
    <WaitingHall>
      <Empty title={t("leadersOnly.title")} text={t("leadersOnly.text")} isPage>
        <Button
          component={Link}
          to={own === undefined ? `/s/${season.id}` : `/s/${season.id}/${own.store}/today`}
        >
          {own === undefined
            ? t("leadersOnly.toSeason")
            : t("leadersOnly.toStore", { name: own.name })}
        </Button>
      </Empty>
    </WaitingHall>
  );
}

function SteerRooms() {
  const { maySeeAll } = useSeason();
  return maySeeAll ? <LedRooms /> : <NotForYou />;
}

function LedRooms() {
  const season = useSeason();
  const here = `/t/${season.id}`;
  const links = useLinks([
    { to: `${here}/wall`, name: "wall", icon: "wall" },
    { to: `${here}/season`, name: "season", icon: "season" },
    { to: `${here}/debrief`, name: "debrief", icon: "debrief" },
    ...(season.class === null
      ? []
      : [{ to: `/classes/${season.class}/people`, name: "people", icon: "people" } as const]),
    { to: "/classes", name: "classes", icon: "classes" },
  ]);
  const isShown = useAsked("projector") !== undefined;
  if (isShown) {
    return (
      <main className="main main-wide projector" id="room">
        <SeasonTurn isTold={false}>
          <WhenPrepared />
        </SeasonTurn>
      </main>
    );
  }
  return (
    <ChairFrame
      chair="teacher"
      links={links}
      bar={<SeasonClock />}
      foot={`${season.className} · ${season.name}`}
      isWide
    >
      <SeasonTurn isTold={false}>
        <WhenPrepared />
      </SeasonTurn>
    </ChairFrame>
  );
}

/** The rooms of those who lead a season; `?projector` takes the frame away. */
export function SteerFrame() {
  const season = usePlace("season");
  return (
    <SeasonGate season={season} topics={[`roll:${season}`]} around={WaitingHall}>
      <SteerRooms />
    </SeasonGate>
  );
}
