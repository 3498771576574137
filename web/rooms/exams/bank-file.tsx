import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { FileDrop } from "../../parts/file-drop.tsx";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { DataTable } from "../../parts/table.tsx";
import type { Reading } from "./bank-types.ts";

type Format = "gift" | "moodle-xml";

/** A file's name usually says what it is. */
const formatOf = (name: string): Format => (/\.xml$/i.test(name) ? "moodle-xml" : "gift");

/** What is wrong in a file, by line. */
function Problems({ of }: { of: Reading }) {
  const { t } = useTranslation("banks");
  return (
    <DataTable
      rows={of.problems}
      rowKey={(one) => `${one.line} ${one.code} ${one.what}`}
      caption={t("file.problems", { count: of.problems.length })}
      exportAs={t("file.problemsFile")}
      rowsShown={50}
      card={{ head: "what", mark: "level", facts: ["line", "word"] }}
      columns={[
        {
          key: "line",
          head: t("file.line"),
          value: ({ line }) => line,
          cell: ({ line }) => line,
        },
        {
          key: "what",
          head: t("file.what"),
          isText: true,
          value: ({ code }) => t(`problems.${code}`),
          cell: ({ code }) => t(`problems.${code}`),
        },
        {
          key: "word",
          head: t("file.word"),
          isText: true,
          value: ({ what }) => what,
          cell: ({ what }) => <span className="mono">{what}</span>,
        },
        {
          key: "level",
          head: t("file.level"),
          isText: true,
          value: ({ isLeftOut }) => (isLeftOut ? 0 : 1),
          cell: ({ isLeftOut }) => (
            <span className={`badge ${isLeftOut ? "badge-bad" : "badge-warn"}`}>
              {isLeftOut ? t("file.leftOut") : t("file.without")}
            </span>
          ),
        },
      ]}
    />
  );
}

/** What a file would bring, and what is wrong in it. */
function Seen({ of }: { of: Reading }) {
  const { t } = useTranslation("banks");
  const further = of.questions - of.known - of.first.length;
  return (
    <>
      <p role="status">
        {t("file.found", { count: of.questions })}{" "}
        {of.known === 0 ? null : t("file.known", { count: of.known })}{" "}
        {t("file.withTopics", { count: of.withTopics })}
      </p>
      <ul className="effects">
        {of.first.map((one, at) => (
          <li key={at}>
            {one.asks} <span className="dim">{t(`types.${one.type}`)}</span>
          </li>
        ))}
        {further > 0 ? <li className="dim">{t("file.further", { count: further })}</li> : null}
      </ul>
      {of.problems.length === 0 ? null : <Problems of={of} />}
    </>
  );
}

function Take({
  of,
  bank,
  format,
  file,
  onDone,
}: {
  of: Reading;
  bank: string;
  format: Format;
  file: File;
  onDone: () => void;
}) {
  const { t } = useTranslation("banks");
  const act = useAct("POST /assessment/banks/:bank/file", [
    "GET /assessment/banks/:bank",
    "GET /assessment/banks",
  ]);
  const fresh = of.questions - of.known;
  const take = () =>
    act.mutate({ where: { bank }, body: { format, does: "take" }, file }, { onSuccess: onDone });
  return (
    <>
      {act.error === null ? null : <Problem error={act.error} />}
      <div className="row">
        <ReasonButton
          reason={fresh === 0 ? t("file.nothing") : null}
          loading={act.isPending}
          onClick={take}
        >
          {t("file.take", { count: fresh })}
        </ReasonButton>
      </div>
    </>
  );
}

/** A file of questions: read first, shown with what would happen, then taken in. */
export function BankFile({ of, onDone }: { of: string; onDone: () => void }) {
  const { t } = useTranslation("banks");
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<Format>("gift");
  const look = useAct("POST /assessment/banks/:bank/file");
  const read = (chosen: File, as: Format) => {
    setFile(chosen);
    setFormat(as);
    look.mutate({ where: { bank: of }, body: { format: as, does: "look" }, file: chosen });
  };
  return (
    <Card title={t("import")}>
      <div className="form">
        <FileDrop
          label={file === null ? t("file.choose") : t("file.chooseOther", { name: file.name })}
          hint={t("file.hint")}
          accept=".gift,.txt,.xml"
          isBusy={look.isPending}
          onFile={(chosen) => read(chosen, formatOf(chosen.name))}
        />
        {file === null ? null : (
          <NativeSelect
            label={t("file.format")}
            value={format}
            data={[
              { value: "gift", label: t("formats.gift") },
              { value: "moodle-xml", label: t("formats.moodle-xml") },
            ]}
            onChange={(event) => read(file, event.currentTarget.value as Format)}
          />
        )}
        {look.error === null ? null : <Problem error={look.error} />}
        {look.data === undefined || file === null ? null : (
          <>
            <Seen of={look.data} />
            <Take of={look.data} bank={of} format={format} file={file} onDone={onDone} />
          </>
        )}
      </div>
    </Card>
  );
}
