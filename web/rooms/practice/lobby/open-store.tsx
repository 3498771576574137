import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAct, useAnswer } from "../../../api/query.ts";
import { useMe } from "../../../api/session.ts";
import { Preparing } from "../../../frame/preparing.tsx";
import { usePlace } from "../../../frame/room.ts";
import { SeasonGate, useSeason } from "../../../frame/season-context.tsx";
import { useFaultText } from "../../../parts/faults.ts";
import { Card, Empty, Loaded, PageHead, Problem } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { useStoreName } from "../store-name.ts";

type Team = Answer<"GET /practice/seasons/:season/stores">["items"][number];

const nameCharsMax = 40;
const seen = ["GET /practice/seasons/:season", "GET /practice/seasons"] as const;

/** A new store has a name already; one click opens it. */
function NewStore() {
  const { t } = useTranslation(["lobby", "steer"]);
  const season = useSeason();
  const me = useMe();
  const [name, setName] = useState(() =>
    t("open.suggestion", { name: me.name }).slice(0, nameCharsMax),
  );
  const open = useAct("POST /practice/seasons/:season/stores", seen);
  const fault = useFaultText(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ where: { season: season.id }, body: { name } });
  };
  return (
    <Card title={t("open.title")}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t("open.name")}
          description={t("open.nameHint")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fault("name")}
          maxLength={nameCharsMax}
          required
          size="md"
        />
        {open.error === null ? null : <Problem error={open.error} />}
        <Button type="submit" size="md" loading={open.isPending}>
          {t("open.go")}
        </Button>
      </form>
    </Card>
  );
}

function TeamLine({ team, teamSize }: { team: Team; teamSize: number }) {
  const { t } = useTranslation(["lobby", "steer"]);
  const season = useSeason();
  const nameOf = useStoreName();
  const join = useAct("POST /practice/seasons/:season/stores/:store/members", seen);
  const send = () => join.mutate({ where: { season: season.id, store: String(team.store) } });
  return (
    <div className="need">
      <div>
        <h3>{nameOf(team)}</h3>
        <p>{team.members.join(" · ")}</p>
        {join.error === null ? null : <Problem error={join.error} />}
      </div>
      {team.isOpen ? (
        <Button variant="default" loading={join.isPending} onClick={send}>
          {t("open.join")}
        </Button>
      ) : (
        <span className="soft">{t("open.full", { size: teamSize })}</span>
      )}
    </div>
  );
}

function Teams() {
  const { t } = useTranslation(["lobby", "steer"]);
  const season = useSeason();
  const teams = useAnswer("GET /practice/seasons/:season/stores", { where: { season: season.id } });
  return (
    <Card title={t("open.teams")} note={t("open.teamSize", { count: season.teamSize })} flush>
      <Loaded of={teams}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("open.noTeam.title")} text={t("open.noTeam.text")} />
          ) : (
            items.map((team) => (
              <TeamLine key={team.store} team={team} teamSize={season.teamSize} />
            ))
          )
        }
      </Loaded>
    </Card>
  );
}

function Door() {
  const { t } = useTranslation(["lobby", "steer"]);
  const format = useFormat();
  const season = useSeason();
  const navigate = useNavigate();
  const own = season.myStores[0]?.store;
  useEffect(() => {
    if (own !== undefined) void navigate({ to: `/s/${season.id}/${own}/today`, replace: true });
    else if (season.maySeeAll) void navigate({ to: `/t/${season.id}/wall`, replace: true });
  }, [own, season.id, season.maySeeAll, navigate]);
  if (season.state === "draft" || season.state === "preparing") return <Preparing />;
  const isOver = season.state === "finished" || season.state === "archived";
  return (
    <>
      <PageHead
        title={season.name}
        text={`${format.name(season.scenario.name)} · ${format.name(season.scenario.goal)}`}
      />
      <p className="soft facts">
        {t("open.facts", {
          days: season.days,
          cash: format.money(season.openingCashMinor, season.booksCurrency),
          markets: season.markets.map(({ name }) => format.name(name)).join(t("comma")),
        })}
      </p>
      {isOver ? (
        <Empty title={t("states.finished")} text={t("lobby.tooLate")} />
      ) : (
        <div className="grid grid-even">
          <NewStore />
          {season.teamSize > 1 ? <Teams /> : null}
        </div>
      )}
    </>
  );
}

/** The way into a season: a store of one's own, or a place in a team. */
export default function OpenStore() {
  const season = usePlace("season");
  return (
    <SeasonGate season={season} topics={[`roll:${season}`]}>
      <Door />
    </SeasonGate>
  );
}
