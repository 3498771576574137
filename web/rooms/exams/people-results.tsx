import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { fileName } from "../../parts/download.ts";
import { Card, Loaded } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import type { Exam, Results } from "./exam-types.ts";

type Person = Results["people"][number];

/** How the class did, in a line. */
function Summary({ of }: { of: Results }) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const sat = of.people.filter(({ reachedCenti }) => reachedCenti !== null);
  if (sat.length === 0) return <p className="hint">{t("results.nobody")}</p>;
  const shares = sat.map((one) => (one.reachedCenti ?? 0) / one.ofCenti);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const passed = sat.filter(({ isPassed }) => isPassed).length;
  return (
    <p className="soft">
      {t("results.sat", { count: sat.length, of: of.people.length })} ·{" "}
      {t("results.mean", { percent: format.number(100 * mean, 1) })} ·{" "}
      {t("results.passed", { count: passed, of: sat.length })}
    </p>
  );
}

const percentOf = ({ reachedCenti, ofCenti }: Person) =>
  reachedCenti === null ? -1 : (100 * reachedCenti) / ofCenti;

function useColumns(units: Results["units"]): TableColumn<Person>[] {
  const { t } = useTranslation("exams");
  const format = useFormat();
  return [
    {
      key: "number",
      head: t("columns.number"),
      isText: true,
      value: ({ number }) => number ?? "",
      cell: ({ number }) => number ?? "–",
    },
    {
      key: "name",
      head: t("columns.name"),
      isText: true,
      value: ({ name }) => name,
      cell: ({ name }) => name,
    },
    {
      key: "reached",
      head: t("columns.reached"),
      value: ({ reachedCenti }) => (reachedCenti ?? -100) / 100,
      cell: ({ reachedCenti, ofCenti }) =>
        reachedCenti === null ? "–" : `${format.number(reachedCenti / 100, 1)} / ${ofCenti / 100}`,
    },
    {
      key: "percent",
      head: t("columns.percent"),
      value: percentOf,
      cell: (one) => (one.reachedCenti === null ? "–" : `${format.number(percentOf(one), 1)} %`),
    },
    {
      key: "passed",
      head: t("columns.passed"),
      isText: true,
      value: ({ reachedCenti, isPassed }) => (reachedCenti === null ? 0 : isPassed ? 2 : 1),
      cell: (one) => <PassedBadge of={one} />,
    },
    ...units.map(({ id, name, points }, at) => ({
      key: id,
      head: `${format.name(name)} (${points})`,
      value: ({ units: reached }: Person) => (reached[at] ?? 0) / 100,
      cell: ({ units: reached }: Person) => {
        const centi = reached[at];
        return centi === undefined ? "–" : format.number(centi / 100, 1);
      },
    })),
  ];
}

function PassedBadge({ of: { reachedCenti, isPassed } }: { of: Person }) {
  const { t } = useTranslation("exams");
  if (reachedCenti === null) return <span className="badge">{t("seats.absent")}</span>;
  return (
    <span className={`badge ${isPassed ? "badge-good" : "badge-bad"}`}>
      {isPassed ? t("results.yes") : t("results.no")}
    </span>
  );
}

function Table({ of, found }: { of: Exam; found: Results }) {
  const { t } = useTranslation("exams");
  const columns = useColumns(found.units);
  return (
    <Card flush>
      <DataTable
        rows={found.people}
        rowKey={({ person }) => person}
        caption={t("tabs.results")}
        exportAs={fileName(of.name, t("acts.file"))}
        rowsShown={200}
        card={{ head: "name", mark: "passed", facts: ["number", "reached", "percent"] }}
        columns={columns}
      />
    </Card>
  );
}

/** What everybody reached; of a practical exam by unit. */
export function People({ of }: { of: Exam }) {
  const results = useAnswer("GET /assessment/exams/:exam/results", { where: { exam: of.id } });
  return (
    <Loaded of={results}>
      {(found) => (
        <div className="grid">
          <Summary of={found} />
          <Table of={of} found={found} />
        </div>
      )}
    </Loaded>
  );
}
