import "./steer.css";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { hasWords } from "../../../parts/has-words.ts";
import { Card, Loaded, PageHead } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";

type Model = Answer<"GET /practice/model">;
type Parameter = Model["parameters"][number];
type Moment = Model["scorecard"]["moments"][number];

const fractionDigits = 3;

/** Names of parameters have dots; as keys of texts they would be paths. */
const groupOf = (name: string) => name.split(".")[0] ?? name;
const keyOf = (name: string) => name.replaceAll(".", "_");

function Verified({ is }: { is: boolean }) {
  const { t } = useTranslation("model");
  return is ? (
    <span className="badge badge-good">{t("verified")}</span>
  ) : (
    <span className="badge">{t("notVerified")}</span>
  );
}

function useMomentColumns(seeds: readonly number[]): TableColumn<Moment>[] {
  const { t } = useTranslation("model");
  const format = useFormat();
  const figure = (value: number) => format.number(value, fractionDigits);
  return [
    {
      key: "name",
      head: t("moment"),
      isText: true,
      value: (one) => one.name,
      cell: (one) => (
        <>
          {t(`moments.${keyOf(one.name)}`)} {one.isHard ? <strong>{t("hard")}</strong> : null}
        </>
      ),
    },
    {
      key: "band",
      head: t("band"),
      cell: (one) => `${format.number(one.lo, 2)} … ${format.number(one.hi, 2)}`,
    },
    {
      key: "unit",
      head: t("unit"),
      isText: true,
      cell: (one) => (one.unit === "" ? "" : t(`units.${one.unit}`)),
    },
    ...seeds.map((seed, at): TableColumn<Moment> => ({
      key: `seed-${seed}`,
      head: t("seed", { seed }),
      value: (one) => one.readings[at]?.value ?? "",
      cell: (one) => {
        const reading = one.readings[at];
        if (reading === undefined || reading.value === null) return t("notMeasured");
        const error = reading.standardError === null ? "" : ` ± ${figure(reading.standardError)}`;
        const text = `${figure(reading.value)}${error}`;
        return reading.isIn ? text : <span className="badge badge-bad">{text}</span>;
      },
    })),
    {
      key: "source",
      head: t("source"),
      isText: true,
      value: (one) => one.source,
      cell: (one) => (
        <>
          {one.source} <Verified is={one.verified} />
        </>
      ),
    },
  ];
}

/** How like real markets the practice market is, measured when this version was made. */
function Scorecard({ card }: { card: Model["scorecard"] }) {
  const { t } = useTranslation("model");
  const format = useFormat();
  const columns = useMomentColumns(card.seeds);
  return (
    <Card title={t("scorecard")} note={t("engine", { version: card.engine })} flush>
      <div className="card-body">
        {card.isCurrent ? null : (
          <p>
            <span className="badge badge-bad">{t("outOfDate")}</span> {t("outOfDateText")}
          </p>
        )}
        <p className="soft">
          {t("measuredOn", {
            scenario: card.scenario,
            stores: format.number(card.stores),
            offers: format.number(card.offers),
            markets: card.markets,
            visits: format.number(card.visitsPerDay),
            sets: card.treatedSets,
          })}
        </p>
        <p>
          {t(card.passes ? "passes" : "fails", {
            share: format.number(card.share * 100, 1),
            seeds: card.seeds.join(" · "),
          })}
        </p>
      </div>
      <DataTable
        rows={card.moments}
        columns={columns}
        rowKey={(one) => one.name}
        caption={t("scorecard")}
        rowsShown={card.moments.length}
        exportAs={t("scorecardFile")}
        card={{
          head: "name",
          facts: ["band", "unit", ...card.seeds.map((seed) => `seed-${seed}`)],
          text: "source",
        }}
      />
    </Card>
  );
}

function useParameterColumns(): TableColumn<Parameter>[] {
  const { t } = useTranslation("model");
  const format = useFormat();
  return [
    {
      key: "group",
      head: t("group"),
      isText: true,
      value: (one) => t(`groups.${groupOf(one.name)}`),
      cell: (one) => t(`groups.${groupOf(one.name)}`),
    },
    {
      key: "name",
      head: t("parameter"),
      isText: true,
      value: (one) => one.name,
      cell: (one) => <span className="mono">{one.name}</span>,
    },
    {
      key: "value",
      head: t("value"),
      value: (one) => one.value,
      cell: (one) => format.number(one.value, fractionDigits),
    },
    {
      key: "unit",
      head: t("unit"),
      isText: true,
      value: (one) => one.unit,
      cell: (one) => one.unit,
    },
    {
      key: "bounds",
      head: t("bounds"),
      cell: (one) =>
        `${format.number(one.lo, fractionDigits)} … ${format.number(one.hi, fractionDigits)}`,
    },
    {
      key: "source",
      head: t("source"),
      isText: true,
      value: (one) => one.source,
      cell: (one) => one.source,
    },
    {
      key: "verified",
      head: t("isVerified"),
      isText: true,
      value: (one) => (one.verified ? 1 : 0),
      cell: (one) => <Verified is={one.verified} />,
    },
  ];
}

/** Every number of the equations, to be searched by name and source. */
function Parameters({ rows }: { rows: readonly Parameter[] }) {
  const { t } = useTranslation("model");
  const [sought, setSought] = useState("");
  const columns = useParameterColumns();
  const found = rows.filter(({ name, source, unit }) =>
    hasWords(`${name} ${source} ${unit}`, sought),
  );
  return (
    <Card title={t("parameters")} note={t("count", { count: found.length })} flush>
      <div className="card-body">
        <p className="soft">{t("parametersText")}</p>
        <TextInput
          label={t("search")}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      </div>
      <DataTable
        rows={found}
        columns={columns}
        card={{
          head: "name",
          mark: "verified",
          facts: ["value", "unit", "bounds"],
          text: "source",
        }}
        rowKey={(one) => one.name}
        caption={t("parameters")}
        rowsShown={20}
        exportAs={t("parametersFile")}
      />
    </Card>
  );
}

/** The market itself, for those who teach with it: its numbers and how real they make it. */
export default function ModelPage() {
  const { t } = useTranslation("model");
  const model = useAnswer("GET /practice/model", {});
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <Loaded of={model}>
        {({ scorecard, parameters }) => (
          <div className="grid">
            <Scorecard card={scorecard} />
            <Parameters rows={parameters} />
          </div>
        )}
      </Loaded>
    </>
  );
}
