import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName } from "../../../parts/download.ts";
import { Card, Empty, Loaded } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { useStoreName } from "../store-name.ts";

type Person = Answer<"GET /practice/seasons/:season/contributions">["people"][number];

/** What the others said, behind a line that is opened by who wants to know. */
function Said({ person }: { person: Person }) {
  const { t } = useTranslation("teams");
  const { said } = person;
  if (said.length === 0) return <span className="dim">{t("nobody")}</span>;
  return (
    <details>
      <summary>{said.length}</summary>
      <ul className="effects">
        {said.map((one) => (
          <li key={`${one.round} ${one.author}`}>
            {t("saidBy", one)} {one.reason === "" ? null : <q>{one.reason}</q>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who learnt or worked himself: told where there is a company to do it for. */
function useOwnColumns(): TableColumn<Person>[] {
  const { t } = useTranslation("teams");
  const format = useFormat();
  return [
    {
      key: "trainingHours",
      head: t("trainingHours"),
      value: ({ trainingHours }) => trainingHours,
      cell: ({ trainingHours }) => format.number(trainingHours),
    },
    {
      key: "shifts",
      head: t("shifts"),
      value: ({ shifts }) => shifts,
      cell: ({ shifts }) => format.number(shifts),
    },
  ];
}

/** Who leads, what was given to whom, and what a decision may cost. */
function Role({ person: { isCaptain, areas, limitMinor } }: { person: Person }) {
  const { t } = useTranslation("teams");
  const format = useFormat();
  const { booksCurrency: currency } = useSeason();
  return (
    <>
      {isCaptain ? <span className="badge badge-accent">{t("roles.captain")}</span> : null}{" "}
      {isCaptain ? t("roleAll") : areas.map((area) => t(`areas.${area}`)).join(t("comma"))}
      {limitMinor === null ? null : (
        <span className="dim">
          {" "}
          {t("roles.upTo", { money: format.money(limitMinor, currency) })}
        </span>
      )}
    </>
  );
}

function useTeamColumns(): TableColumn<Person>[] {
  const { t } = useTranslation("teams");
  const format = useFormat();
  const { id } = useSeason();
  const nameOf = useStoreName();
  const storeOf = ({ store, storeName }: Person) => nameOf({ store, name: storeName });
  const milli = (key: "factorMilli" | "meanMarkMilli", digits: number) => ({
    value: (one: Person) => one[key] ?? "",
    cell: (one: Person) => (one[key] === null ? "–" : format.number(one[key] / 1000, digits)),
  });
  return [
    {
      key: "person",
      head: t("person"),
      isText: true,
      value: ({ name }) => name,
      cell: ({ name }) => name,
    },
    {
      key: "store",
      head: t("store"),
      isText: true,
      value: storeOf,
      cell: (one) => <Link to={`/s/${id}/${one.store}/today`}>{storeOf(one)}</Link>,
    },
    {
      key: "share",
      head: t("share"),
      value: ({ shareBp }) => shareBp ?? -1,
      cell: ({ shareBp }) => (shareBp === null ? "–" : format.percent(shareBp)),
    },
    {
      key: "decisions",
      head: t("decisions"),
      value: ({ decisions }) => decisions,
      cell: ({ decisions }) => format.number(decisions),
    },
    {
      key: "role",
      head: t("role"),
      isText: true,
      value: ({ areas }) => areas.map((area) => t(`areas.${area}`)).join(t("comma")),
      cell: (person) => <Role person={person} />,
    },
    {
      key: "flag",
      head: t("flag"),
      isText: true,
      value: ({ flag }) => flag ?? "",
      cell: ({ flag }) =>
        flag === null ? null : <span className="badge badge-warn">{t(`flags.${flag}`)}</span>,
    },
    { key: "factor", head: t("factor"), ...milli("factorMilli", 2) },
    { key: "mark", head: t("mark"), ...milli("meanMarkMilli", 1) },
    {
      key: "said",
      head: t("said"),
      isText: true,
      value: ({ said }) => said.length,
      cell: (person) => <Said person={person} />,
    },
  ];
}

/** Who did the work in each team, and what its members say of each other: for the teacher alone. */
export default function Contributions() {
  const { t } = useTranslation("teams");
  const season = useSeason();
  const answer = useAnswer("GET /practice/seasons/:season/contributions", {
    where: { season: season.id },
  });
  const teamColumns = useTeamColumns();
  const ownColumns = useOwnColumns();
  return (
    <Card title={t("title")} flush>
      <p className="card-body soft">{t("text")}</p>
      <Loaded of={answer}>
        {({ people }) => {
          const inTeams = people.filter(({ members }) => members > 1);
          if (inTeams.length === 0) return <Empty title={t("none.title")} text={t("none.text")} />;
          const own = season.modules.company ? ownColumns : [];
          return (
            <DataTable
              rows={inTeams}
              columns={[...teamColumns, ...own]}
              rowKey={({ person }) => person}
              caption={t("title")}
              exportAs={fileName(season.name, t("export"))}
              card={{
                head: "person",
                mark: "share",
                facts: ["store", "role", "decisions", "factor", ...own.map(({ key }) => key)],
              }}
            />
          );
        }}
      </Loaded>
    </Card>
  );
}
