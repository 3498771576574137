import { Button, Checkbox, Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { Card, Empty, Problem } from "../../parts/page.tsx";
import { DataTable } from "../../parts/table.tsx";
import type { Preview } from "./class-data.ts";
import { RosterProblems } from "./roster-problems.tsx";

type Committed = Answer<"POST /classes/:class/roster/:import/commit">;

const changes = ["add", "join", "rename", "leave", "same", "faulty"] as const;
const badgeOf = {
  add: "badge-good",
  join: "badge-good",
  rename: "badge-warn",
  leave: "badge-warn",
  same: "",
  faulty: "badge-bad",
} as const;

function Counts({ counts }: { counts: Preview["counts"] }) {
  const { t } = useTranslation("teaching");
  return (
    <div className="row row-wrap" role="status">
      <strong>{t("roster.rows", { count: counts.rows })}</strong>
      {changes
        .filter((change) => counts[change] > 0)
        .map((change) => (
          <span key={change} className={`badge ${badgeOf[change]}`}>
            {t(`roster.changes.${change}`)} {counts[change]}
          </span>
        ))}
    </div>
  );
}

function Rows({ preview }: { preview: Preview }) {
  const { t } = useTranslation("teaching");
  return (
    <DataTable
      rows={preview.rows}
      rowKey={(row) => String(row.row)}
      caption={t("roster.rowsTab")}
      columns={[
        { key: "row", head: t("roster.row"), cell: (one) => one.row, value: (one) => one.row },
        {
          key: "number",
          head: t("number"),
          isText: true,
          cell: (one) => <span className="mono">{one.number}</span>,
          value: (one) => one.number,
        },
        {
          key: "name",
          head: t("name"),
          isText: true,
          cell: (one) => one.name,
          value: (one) => one.name,
        },
        { key: "role", head: t("role"), isText: true, cell: (one) => t(`roles.${one.role}`) },
        {
          key: "change",
          head: t("roster.change"),
          isText: true,
          value: (one) => one.change,
          cell: (one) => (
            <span className={`badge ${badgeOf[one.change]}`}>
              {t(`roster.changes.${one.change}`)}
            </span>
          ),
        },
      ]}
    />
  );
}

/** Students of the class whom the file does not name: they stay unless they are ticked. */
function Missing({
  preview,
  removed,
  onChange,
}: {
  preview: Preview;
  removed: ReadonlySet<string>;
  onChange: (removed: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation("teaching");
  const turn = (person: string, isOut: boolean) => {
    const next = new Set(removed);
    if (isOut) next.add(person);
    else next.delete(person);
    onChange(next);
  };
  return (
    <div className="form card-body">
      <p className="soft">{t("roster.missingText")}</p>
      {preview.missing.map(({ person, name, number }) => (
        <Checkbox
          key={person}
          label={[name, number].filter(Boolean).join(" · ")}
          checked={removed.has(person)}
          onChange={(event) => turn(person, event.currentTarget.checked)}
        />
      ))}
    </div>
  );
}

function Sheets({
  preview,
  removed,
  onRemoved,
}: {
  preview: Preview;
  removed: ReadonlySet<string>;
  onRemoved: (removed: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation("teaching");
  const { problems, missing } = preview;
  return (
    <Tabs defaultValue={problems.length > 0 ? "problems" : "rows"} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="problems">{t("roster.problemsTab", { count: problems.length })}</Tabs.Tab>
        <Tabs.Tab value="rows">{t("roster.rowsTab")}</Tabs.Tab>
        {missing.length === 0 ? null : (
          <Tabs.Tab value="missing">{t("roster.missingTab", { count: missing.length })}</Tabs.Tab>
        )}
      </Tabs.List>
      <Tabs.Panel value="problems">
        {problems.length === 0 ? (
          <Empty title={t("roster.noProblem")} text={t("roster.noProblemText")} />
        ) : (
          <RosterProblems preview={preview} />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="rows">
        <Rows preview={preview} />
      </Tabs.Panel>
      <Tabs.Panel value="missing">
        <Missing preview={preview} removed={removed} onChange={onRemoved} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** What a file would do to the class, problems by cell, and the choices of taking it in. */
export function RosterPreview({
  of,
  preview,
  onDone,
}: {
  of: string;
  preview: Preview;
  onDone: (committed: Committed) => void;
}) {
  const { t } = useTranslation("teaching");
  const { counts } = preview;
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [makesPasswords, setMakesPasswords] = useState(false);
  const commit = useAct("POST /classes/:class/roster/:import/commit", [
    "GET /classes/:class/members",
    "GET /classes/:class",
    "GET /classes",
  ]);
  const taken = counts.rows - counts.faulty;
  const send = () =>
    commit.mutate(
      {
        where: { class: of, import: preview.id },
        body: { leavesOutFaulty: counts.faulty > 0, makesPasswords, removes: [...removed] },
      },
      { onSuccess: onDone },
    );
  return (
    <Card title={preview.fileName} note={t(`roster.encodings.${preview.encoding}`)} flush>
      <div className="form card-body">
        <Counts counts={counts} />
        {preview.ignoredColumns.length === 0 ? null : (
          <p className="soft">
            {t("roster.ignored", { columns: preview.ignoredColumns.join(", ") })}
          </p>
        )}
        <Checkbox
          label={t("roster.makePasswords")}
          description={t("roster.makePasswordsHint")}
          checked={makesPasswords}
          onChange={(event) => setMakesPasswords(event.currentTarget.checked)}
        />
        {commit.error === null ? null : <Problem error={commit.error} />}
        <div className="row row-wrap">
          <Button loading={commit.isPending} disabled={taken === 0} onClick={send}>
            {counts.faulty === 0
              ? t("roster.take", { count: taken })
              : t("roster.takeSound", { count: taken, faulty: counts.faulty })}
          </Button>
          {taken === 0 ? <span className="soft">{t("roster.nothingSound")}</span> : null}
        </div>
      </div>
      <Sheets preview={preview} removed={removed} onRemoved={setRemoved} />
    </Card>
  );
}
