import { Button, Select, Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { postingFields } from "@echelon/contract/planning/posting-limits.ts";
import { useAct } from "../../api/query.ts";
import { Card, Empty, Problem } from "../../parts/page.tsx";
import { Tile } from "../../parts/figures.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import type { Desk, Report } from "./planning-types.ts";

type Props = {
  desk: Desk;
  report: Report;
  isBusy: boolean;
  onMap: (mapping: Record<string, string>) => void;
  onDone: () => void;
};

/** Which column each field is read from; an empty one says that it is in none. */
function Mapping({ report, isBusy, onMap }: Pick<Props, "report" | "isBusy" | "onMap">) {
  const { t } = useTranslation("demand");
  const headings = [...new Set(report.headings.filter((heading) => heading !== ""))];
  const set = (field: string, heading: string | null) =>
    onMap({ ...report.mapping, [field]: heading ?? "" });
  return (
    <div className="planning-fields">
      {postingFields.map((field) => (
        <Select
          key={field}
          label={t(`fields.${field}`)}
          placeholder={t("mapping.none")}
          data={headings}
          value={report.mapping[field] ?? null}
          clearable={field !== "title"}
          searchable
          disabled={isBusy}
          onChange={(heading) => set(field, heading)}
        />
      ))}
    </div>
  );
}

type Fault = Report["problems"][number];

function Problems({ report }: { report: Report }) {
  const { t } = useTranslation("demand");
  const columns: TableColumn<Fault>[] = [
    { key: "row", head: t("report.row"), cell: ({ row }) => row, value: ({ row }) => row },
    { key: "column", head: t("report.column"), isText: true, cell: ({ column }) => column || "–" },
    {
      key: "what",
      head: t("report.what"),
      isText: true,
      cell: ({ code }) => t(`faults.${code}`),
      value: ({ code }) => t(`faults.${code}`),
    },
    { key: "value", head: t("report.value"), isText: true, cell: ({ value }) => value || "–" },
  ];
  if (report.problems.length === 0)
    return <Empty title={t("report.sound")} text={t("report.soundText")} />;
  return (
    <>
      <DataTable
        rows={report.problems}
        columns={columns}
        rowKey={({ row, column, code }) => [row, column, code].join("|")}
        caption={t("report.problems")}
        exportAs={t("report.problems")}
        card={{ head: "row", facts: ["column", "what", "value"] }}
      />
      {report.problemsLeftOut === 0 ? null : (
        <p className="soft">{t("report.more", { count: report.problemsLeftOut })}</p>
      )}
    </>
  );
}

function Odd({ report }: { report: Report }) {
  const { t } = useTranslation("demand");
  if (report.flags.length === 0 && report.outside.length === 0)
    return <Empty title={t("report.plain")} text={t("report.plainText")} />;
  return (
    <ul className="plain-list">
      {report.flags.map(({ flag, rows }) => (
        <li key={flag}>{t("report.flag", { what: t(`flags.${flag}`), count: rows })}</li>
      ))}
      {report.outside.map(({ city, rows }) => (
        <li key={city} className="soft">
          {t("report.outside", { city, count: rows })}
        </li>
      ))}
    </ul>
  );
}

function Sample({ report }: { report: Report }) {
  const { t } = useTranslation("demand");
  const format = useFormat();
  const columns: TableColumn<Report["sample"][number]>[] = [
    { key: "row", head: t("report.row"), cell: ({ row }) => row },
    { key: "title", head: t("fields.title"), isText: true, cell: ({ title }) => title },
    { key: "city", head: t("fields.city"), isText: true, cell: ({ citySaid }) => citySaid || "–" },
    {
      key: "pay",
      head: t("report.pay"),
      cell: ({ salaryMinMinor: low, salaryMaxMinor: high }) =>
        low === null || high === null
          ? "–"
          : [low, high].map((fen) => format.money(fen, "CNY", { short: true })).join("–"),
    },
    { key: "openings", head: t("fields.openings"), cell: ({ openings }) => openings },
    { key: "posted", head: t("fields.postedOn"), cell: ({ postedOn }) => postedOn ?? "–" },
  ];
  if (report.sample.length === 0)
    return <Empty title={t("report.nothing")} text={t("report.nothingText")} />;
  return (
    <DataTable
      rows={report.sample}
      columns={columns}
      rowKey={({ row }) => String(row)}
      caption={t("report.sample")}
      card={{ head: "title", mark: "row", facts: ["city", "pay", "openings", "posted"] }}
    />
  );
}

function Commit({ desk, report, onDone }: Pick<Props, "desk" | "report" | "onDone">) {
  const { t } = useTranslation("demand");
  const act = useAct("POST /planning/organisations/:organisation/imports/:import/commit", [
    "GET /planning/organisations/:organisation/imports",
    "GET /planning/need",
  ]);
  const { taken, refused } = report.counts;
  const commit = () =>
    act.mutate(
      {
        where: { organisation: desk.id, import: report.id },
        body: { leavesOutFaulty: refused > 0 },
      },
      { onSuccess: onDone },
    );
  return (
    <div className="form">
      {act.error === null ? null : <Problem error={act.error} />}
      <div className="row row-wrap">
        <ReasonButton
          reason={taken === 0 ? t("report.cannot") : null}
          loading={act.isPending}
          onClick={commit}
        >
          {refused === 0
            ? t("report.take", { count: taken })
            : t("report.takeSound", { count: taken, refused })}
        </ReasonButton>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t("report.drop")}
        </Button>
      </div>
    </div>
  );
}

/** What a file would bring: counts, columns, each refused row, what is odd, and the first rows. */
export function ImportReport({ desk, report, isBusy, onMap, onDone }: Props) {
  const { t } = useTranslation("demand");
  const format = useFormat();
  const { rows, taken, refused } = report.counts;
  return (
    <Card title={t("report.title", { file: report.fileName })}>
      <div className="form">
        <div className="tiles">
          {Object.entries({ rows, taken, refused }).map(([name, count]) => (
            <Tile key={name} name={t(`imports.${name}`)} value={format.number(count)} />
          ))}
        </div>
        <Tabs defaultValue={taken === 0 ? "columns" : "problems"} keepMounted={false}>
          <Tabs.List mb={12}>
            {(["problems", "odd", "sample", "columns"] as const).map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`report.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="problems">
            <Problems report={report} />
          </Tabs.Panel>
          <Tabs.Panel value="odd">
            <Odd report={report} />
          </Tabs.Panel>
          <Tabs.Panel value="sample">
            <Sample report={report} />
          </Tabs.Panel>
          <Tabs.Panel value="columns">
            <p className="soft">{t("mapping.text")}</p>
            <Mapping report={report} isBusy={isBusy} onMap={onMap} />
          </Tabs.Panel>
        </Tabs>
        <Commit desk={desk} report={report} onDone={onDone} />
      </div>
    </Card>
  );
}
