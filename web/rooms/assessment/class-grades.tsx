import "./grades.css";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { fileName, useDownload } from "../../parts/download.ts";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Language } from "../../text/text.ts";
import { GradeEntry } from "./grade-entry.tsx";
import { GradeRules } from "./grade-rules.tsx";
import { GradeSheet } from "./grade-sheet.tsx";
import { GradeTable } from "./grade-table.tsx";
import type { Gradebook } from "./grade-types.ts";
import { PublishGrades } from "./publish-grades.tsx";

/** The gradebook as a workbook, for who would rather fill it in there. */
function DownloadSheet({ of, name }: { of: string; name: string }) {
  const { t, i18n } = useTranslation("grades");
  const sheet = useDownload("GET /assessment/classes/:class/gradebook/sheet");
  const save = () =>
    sheet.save(
      { where: { class: of }, asks: { language: i18n.language as Language } },
      `${fileName(name, t("sheet.file"))}.xlsx`,
    );
  return (
    <>
      <Button variant="default" loading={sheet.isPending} onClick={save}>
        {t("sheet.download")}
      </Button>
      {sheet.error === null ? null : <Problem error={sheet.error} />}
    </>
  );
}

type Open = { kind: "rules" | "sheet" } | { kind: "entry"; person: string } | null;

function Book({
  of,
  name,
  book,
  mayTeach,
}: {
  of: string;
  name: string;
  book: Gradebook;
  mayTeach: boolean;
}) {
  const { t } = useTranslation("grades");
  const format = useFormat();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const row = open?.kind === "entry" ? book.rows.find((one) => one.person === open.person) : null;
  const { publishedAt } = book;
  return (
    <div className="grid">
      <p className="soft">
        {t("about")}{" "}
        {publishedAt === null
          ? t("neverPublished")
          : t("lastPublished", { date: format.dateTime(publishedAt) })}
      </p>
      <div className="row row-wrap">
        <DownloadSheet of={of} name={name} />
        {mayTeach ? (
          <>
            <Button variant="default" onClick={() => setOpen({ kind: "sheet" })}>
              {t("sheet.upload")}
            </Button>
            <Button variant="default" onClick={() => setOpen({ kind: "rules" })}>
              {t("rules.open")}
            </Button>
            <PublishGrades of={of} book={book} />
          </>
        ) : null}
      </div>
      <Card label={t("grade")} flush>
        {book.rows.length === 0 ? (
          <Empty title={t("empty.title")} text={t("empty.text")} />
        ) : (
          <GradeTable
            book={book}
            name={name}
            onOpen={({ person }) => setOpen({ kind: "entry", person })}
          />
        )}
      </Card>
      {open?.kind === "rules" ? <GradeRules of={of} book={book} onClose={close} /> : null}
      {open?.kind === "sheet" ? <GradeSheet of={of} onClose={close} /> : null}
      {row === null || row === undefined ? null : (
        <GradeEntry
          key={row.person}
          of={of}
          book={book}
          row={row}
          mayTeach={mayTeach}
          onClose={close}
        />
      )}
    </div>
  );
}

/** A class's grades: worked out, entered, published. */
export default function ClassGrades({
  of,
  name,
  mayTeach,
}: {
  of: string;
  name: string;
  mayTeach: boolean;
}) {
  const book = useAnswer("GET /assessment/classes/:class/gradebook", { where: { class: of } });
  return (
    <Loaded of={book}>
      {(found) => <Book of={of} name={name} book={found} mayTeach={mayTeach} />}
    </Loaded>
  );
}
