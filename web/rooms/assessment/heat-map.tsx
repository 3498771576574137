import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { fileName } from "../../parts/download.ts";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { BandIcon, BandMark } from "./band-mark.tsx";
import type { Competency, Framework } from "./framework-map.ts";
import { type ClassStandings, countLevels, levelOf, masteredOf, rankOf } from "./standing.ts";

type Student = ClassStandings["students"][number];
type Part = { core: readonly Competency[]; of: string };

const phone = "(max-width: 760px)";

const addressOf = (of: string, { person }: Student, competency: string) =>
  `/classes/${of}/competencies/${person}/${competency}`;

/** The way to how far a student is from the certificate whose core the map shows. */
function ToCertificate({
  of,
  student,
  children,
}: {
  of: string;
  student: Student;
  children: ReactNode;
}) {
  return (
    <Link to={`/classes/${of}/competencies/${student.person}`} preload={false}>
      {children}
    </Link>
  );
}

/** A student's level in a competency: a sign on its color, said in words to who hears it. */
function Cell({
  of,
  student,
  one,
  at,
}: {
  of: string;
  student: Student;
  one: Competency;
  at: number;
}) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const level = levelOf(student.bands[at]);
  const said = t("class.cell", {
    student: student.name,
    competency: `${one.id} ${format.name(one.name)}`,
    level: t(`bands.${level}`),
  });
  return (
    <Link
      to={addressOf(of, student, one.id)}
      className={`heat-cell band-${level}`}
      aria-label={said}
      title={said}
      preload={false}
    >
      <BandIcon level={level} size={18} />
    </Link>
  );
}

function useHeatColumns({ core, of }: Part): TableColumn<Student>[] {
  const { t } = useTranslation(["evidence", "teaching"]);
  const format = useFormat();
  const numbered: TableColumn<Student>[] = [
    {
      key: "name",
      head: t("class.student"),
      isText: true,
      value: ({ name }) => name,
      cell: (student) => (
        <span className="heat-name" title={t("class.toCertificate")}>
          <ToCertificate of={of} student={student}>
            {student.name}
          </ToCertificate>
        </span>
      ),
    },
    {
      key: "number",
      head: t("class.number"),
      isText: true,
      value: ({ number }) => number ?? "",
      cell: ({ number }) => number ?? <span className="dim">–</span>,
    },
    {
      key: "mastered",
      head: t("class.mastered"),
      value: ({ bands }) => masteredOf(bands),
      cell: ({ bands }) => t("class.of", { count: masteredOf(bands), of: core.length }),
    },
  ];
  return numbered.concat(
    core.map((one, at) => ({
      key: one.id,
      head: (
        <span title={format.name(one.name)}>
          {one.id}
          <span className="visually-hidden"> {format.name(one.name)}</span>
        </span>
      ),
      value: ({ bands }) => rankOf(levelOf(bands[at])),
      cell: (student) => <Cell of={of} student={student} one={one} at={at} />,
    })),
  );
}

/** On a phone: students with their counts, each of whom opens to the competencies. */
function HeatList({ core, of, students }: Part & { students: readonly Student[] }) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  return (
    <ul className="plain-list heat-list" aria-label={t("class.title")}>
      {students.map((student) => {
        const counts = countLevels(student.bands.map(levelOf));
        return (
          <li key={student.person}>
            <details>
              <summary>
                <span className="heat-name">{student.name}</span>{" "}
                <span className="soft">
                  {t("class.summary", {
                    mastered: counts.mastered,
                    nearly: counts.nearly,
                    of: core.length,
                  })}
                </span>
              </summary>
              <p className="heat-certificate">
                <ToCertificate of={of} student={student}>
                  {t("class.toCertificate")}
                </ToCertificate>
              </p>
              <ul className="plain-list">
                {core.map((one, at) => (
                  <li key={one.id}>
                    <Link to={addressOf(of, student, one.id)} preload={false}>
                      <span className="mono">{one.id}</span> {format.name(one.name)}
                    </Link>
                    <BandMark level={levelOf(student.bands[at])} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** Students by the competencies of a core; a cell opens to why somebody stands there. */
export function HeatMap({
  framework,
  of,
  name,
  standings,
}: {
  framework: Framework;
  of: string;
  name: string;
  standings: ClassStandings;
}) {
  const { t } = useTranslation("evidence");
  const isPhone = useMediaQuery(phone, undefined, { getInitialValueInEffect: false });
  const core = useMemo(() => {
    const known = new Map(framework.competencies.map((one) => [one.id, one]));
    return standings.core.flatMap((id) => known.get(id) ?? []);
  }, [framework, standings.core]);
  const columns = useHeatColumns({ core, of });
  if (isPhone) return <HeatList core={core} of={of} students={standings.students} />;
  return (
    <div className="heat">
      <DataTable
        rows={standings.students}
        columns={columns}
        rowKey={({ person }) => person}
        caption={t("class.title")}
        exportAs={fileName(name, t("class.title"))}
      />
    </div>
  );
}
