import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { FileDrop } from "../../parts/file-drop.tsx";
import { Problem } from "../../parts/page.tsx";
import { DataTable } from "../../parts/table.tsx";

type Reading = Answer<"POST /assessment/classes/:class/gradebook/sheet">;

/** What would be written, one line a cell. */
function Changes({ of }: { of: Reading }) {
  const { t } = useTranslation("grades");
  const named = (column: string) =>
    column === "final" || column === "comment" ? t(`columns.${column}`) : column;
  if (of.changes.length === 0) return <p>{t("take.none")}</p>;
  return (
    <DataTable
      rows={of.changes}
      rowKey={({ person, column }) => `${person} ${column}`}
      caption={t("take.changes", { count: of.changes.length })}
      card={{ head: "name", facts: ["column", "before", "after"] }}
      columns={[
        { key: "name", head: t("student"), isText: true, cell: (one) => one.name },
        { key: "column", head: t("take.column"), isText: true, cell: (one) => named(one.column) },
        { key: "before", head: t("take.before"), cell: (one) => one.before || t("take.nothing") },
        { key: "after", head: t("take.after"), cell: (one) => one.after || t("take.nothing") },
      ]}
    />
  );
}

function Problems({ of }: { of: Reading }) {
  const { t } = useTranslation("grades");
  if (of.problems.length === 0) return null;
  return (
    <DataTable
      rows={of.problems}
      rowKey={({ row, code, column }) => `${row} ${code} ${column}`}
      caption={t("take.problems", { count: of.problems.length })}
      card={{ head: "what", facts: ["row", "column", "value"] }}
      columns={[
        { key: "row", head: t("take.row"), cell: ({ row }) => row },
        { key: "column", head: t("take.column"), isText: true, cell: ({ column }) => column },
        { key: "value", head: t("take.value"), isText: true, cell: ({ value }) => value },
        {
          key: "what",
          head: t("take.what"),
          isText: true,
          cell: ({ code }) => t(`problems.${code}`),
        },
      ]}
    />
  );
}

/** A filled sheet: read first, shown with what would change, then written. */
export function GradeSheet({ of, onClose }: { of: string; onClose: () => void }) {
  const { t } = useTranslation("grades");
  const [file, setFile] = useState<File | null>(null);
  const act = useAct("POST /assessment/classes/:class/gradebook/sheet", [
    "GET /assessment/classes/:class/gradebook",
  ]);
  const send = (chosen: File, take: "true" | "false") => {
    setFile(chosen);
    act.mutate({ where: { class: of }, body: { take }, file: chosen });
  };
  const read = act.data;
  return (
    <Modal opened onClose={onClose} size="lg" title={t("take.title")}>
      <div className="form">
        {read?.isTaken === true ? (
          <>
            <p role="status">{t("take.taken", { count: read.changes.length })}</p>
            <Button onClick={onClose}>{t("take.close")}</Button>
          </>
        ) : (
          <FileDrop
            label={t("take.choose")}
            hint={t("take.hint")}
            accept=".xlsx,.csv,.txt"
            isBusy={act.isPending}
            onFile={(chosen) => send(chosen, "false")}
          />
        )}
        {act.error === null ? null : <Problem error={act.error} />}
        {read === undefined || read.isTaken ? null : (
          <>
            <Changes of={read} />
            <Problems of={read} />
            {file === null || read.changes.length === 0 ? null : (
              <Button loading={act.isPending} onClick={() => send(file, "true")}>
                {t("take.write")}
              </Button>
            )}
          </>
        )}
      </div>
    </Modal>
  );
}
