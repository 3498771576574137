import { Autocomplete } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { FileDrop } from "../../parts/file-drop.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { ImportReport } from "./import-report.tsx";
import type { Desk, Region, Report } from "./planning-types.ts";
import { VacancyForm } from "./vacancy-form.tsx";

type Props = { region: Region; desk: Desk };
type Imports = Answer<"GET /planning/organisations/:organisation/imports">;
type Import = Imports["imports"][number];

const pollMillis = 2_000;

function ImportList({ imports }: { imports: Imports["imports"] }) {
  const { t } = useTranslation("demand");
  const format = useFormat();
  const columns: TableColumn<Import>[] = [
    {
      key: "source",
      head: t("imports.source"),
      isText: true,
      cell: ({ id, source }) => (
        <Link to="/demand" search={{ tab: "postings", import: id } as never}>
          {source}
        </Link>
      ),
    },
    { key: "file", head: t("imports.file"), isText: true, cell: ({ fileName }) => fileName || "–" },
    {
      key: "at",
      head: t("imports.at"),
      isText: true,
      cell: ({ madeAt }) => format.dateTime(madeAt),
    },
    { key: "rows", head: t("imports.rows"), cell: ({ counts }) => format.number(counts.rows) },
    { key: "taken", head: t("imports.taken"), cell: ({ counts }) => format.number(counts.taken) },
    {
      key: "refused",
      head: t("imports.refused"),
      cell: ({ counts }) => format.number(counts.refused),
    },
    { key: "seen", head: t("imports.seen"), cell: ({ counts }) => format.number(counts.seen) },
    {
      key: "state",
      head: t("imports.state"),
      isText: true,
      cell: ({ state, done, counts }) =>
        state === "settled"
          ? t("imports.settled")
          : t("imports.settling", { done, taken: counts.taken }),
    },
  ];
  if (imports.length === 0) return <Empty title={t("imports.none")} text={t("imports.noneText")} />;
  return (
    <DataTable
      rows={imports}
      columns={columns}
      rowKey={({ id }) => id}
      caption={t("imports.title")}
      card={{
        head: "source",
        mark: "state",
        facts: ["file", "at", "rows", "taken", "refused", "seen"],
      }}
    />
  );
}

/** A file is read as soon as it is chosen, and again with the columns that somebody names. */
function useReading(desk: Desk) {
  const [source, setSource] = useState("");
  const [file, setFile] = useState<File | null>(null);
  // The report stays in view while the file is read again.
  const [report, setReport] = useState<Report | null>(null);
  const preview = useAct("POST /planning/organisations/:organisation/imports");
  const where = { organisation: desk.id };
  return {
    source,
    setSource,
    preview,
    choose: (chosen: File) => {
      setFile(chosen);
      setReport(null);
      const body = { source: source.trim() };
      preview.mutate({ where, body, file: chosen }, { onSuccess: setReport });
    },
    map: (mapping: Record<string, string>) => {
      if (file === null) return;
      const body = { source: source.trim(), mapping: JSON.stringify(mapping) };
      preview.mutate({ where, body, file }, { onSuccess: setReport });
    },
    report,
    forget: () => setReport(null),
  };
}

/** Files in, with their report; single vacancies; and what came before. */
export function ImportsTab({ region, desk }: Props) {
  const { t } = useTranslation("demand");
  const { source, setSource, preview, choose, map, report, forget } = useReading(desk);
  const imports = useAnswer(
    "GET /planning/organisations/:organisation/imports",
    { where: { organisation: desk.id } },
    {
      pollMillis: (answer) =>
        answer?.imports.some(({ state }) => state === "committed") === true ? pollMillis : 0,
    },
  );
  const isNamed = source.trim() !== "";
  return (
    <Loaded of={imports}>
      {(found) => (
        <div className="grid">
          <Card title={t("imports.new")}>
            <div className="form">
              <Autocomplete
                label={t("imports.source")}
                description={t("imports.sourceHint")}
                data={found.sources.map(({ name }) => name)}
                value={source}
                maxLength={60}
                onChange={setSource}
              />
              {isNamed ? (
                <FileDrop
                  label={t("imports.choose")}
                  hint={t("imports.hint")}
                  accept=".xlsx,.csv,.txt,.jsonl,.json"
                  isBusy={preview.isPending}
                  onFile={choose}
                />
              ) : (
                <p className="soft">{t("imports.first")}</p>
              )}
              {preview.error === null ? null : <Problem error={preview.error} />}
            </div>
          </Card>
          {report === null ? null : (
            <ImportReport
              desk={desk}
              report={report}
              isBusy={preview.isPending}
              onMap={map}
              onDone={forget}
            />
          )}
          <Card flush title={t("imports.title")}>
            <ImportList imports={found.imports} />
          </Card>
          <VacancyForm region={region} desk={desk} />
        </div>
      )}
    </Loaded>
  );
}
