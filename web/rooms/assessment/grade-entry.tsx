import { gradeLimits } from "@echelon/contract/assessment/gradebook-limits.ts";
import { Button, Drawer, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { GradeReport } from "./grade-report.tsx";
import { type Gradebook, type GradeRow, isPart, pointsOf } from "./grade-types.ts";

/** A mark of a hundred points with one digit; an empty field is none. */
function Mark({
  label,
  hint,
  of,
  onMark,
}: {
  label: string;
  hint?: string;
  of: number | null;
  onMark: (tenths: number | null) => void;
}) {
  return (
    <NumberField
      label={label}
      description={hint}
      value={of === null ? null : pointsOf(of)}
      min={0}
      max={100}
      digits={1}
      onValue={(points) => onMark(points === null ? null : Math.round(points * 10))}
    />
  );
}

/** What the house has worked out of one student, part by part. */
function Parts({ book, row }: { book: Gradebook; row: GradeRow }) {
  const { t } = useTranslation("grades");
  const format = useFormat();
  return (
    <dl className="grade-made-of">
      {row.cells.flatMap(({ part, tenths }) =>
        isPart(part) && book.rules.weights[part] > 0
          ? [
              <div key={part}>
                <dt>
                  {t(`parts.${part}`)} {book.rules.weights[part]}%
                </dt>
                <dd>
                  {tenths === null
                    ? t(book.empty.includes(part) ? "nobody" : "nothing")
                    : format.number(pointsOf(tenths), 1)}
                </dd>
              </div>,
            ]
          : [],
      )}
    </dl>
  );
}

/** What a teacher enters: marks of own columns, a grade in place of what was worked out, words. */
function Entry({ of, book, row, onClose }: EntryProps) {
  const { t } = useTranslation("grades");
  const format = useFormat();
  const own = book.rules.columns.map(({ id, name }) => ({
    id,
    name,
    tenths: row.cells.find(({ part }) => part === id)?.tenths ?? null,
  }));
  const [cells, setCells] = useState(() => new Map(own.map(({ id, tenths }) => [id, tenths])));
  const [final, setFinal] = useState(row.final);
  const [comment, setComment] = useState(row.comment);
  const act = useAct("PUT /assessment/classes/:class/gradebook/people/:person", [
    "GET /assessment/classes/:class/gradebook",
  ]);
  const save = () =>
    act.mutate(
      {
        where: { class: of, person: row.person },
        body: { cells: Object.fromEntries(cells), final, comment },
      },
      { onSuccess: onClose },
    );
  const hint =
    row.worked === null
      ? t("enter.finalHintNone")
      : t("enter.finalHint", { worked: format.number(pointsOf(row.worked), 1) });
  return (
    <>
      {own.map(({ id, name }) => (
        <Mark
          key={id}
          label={name}
          of={cells.get(id) ?? null}
          onMark={(tenths) => setCells(new Map(cells).set(id, tenths))}
        />
      ))}
      <Mark label={t("enter.final")} hint={hint} of={final} onMark={setFinal} />
      <Textarea
        label={t("enter.comment")}
        value={comment}
        maxLength={gradeLimits.commentCharsMax}
        autosize
        minRows={3}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {act.error === null ? null : <Problem error={act.error} />}
      <Button loading={act.isPending} onClick={save}>
        {t("enter.save")}
      </Button>
    </>
  );
}

type EntryProps = { of: string; book: Gradebook; row: GradeRow; onClose: () => void };

/** One student's grade: what it is made of, and what a teacher enters. */
export function GradeEntry({ mayTeach, ...props }: EntryProps & { mayTeach: boolean }) {
  const { t } = useTranslation("grades");
  const { of, book, row, onClose } = props;
  return (
    <Drawer opened onClose={onClose} position="right" title={t("enter.title", { name: row.name })}>
      <div className="form">
        <Parts book={book} row={row} />
        {mayTeach ? <Entry {...props} /> : null}
        <GradeReport of={of} person={row.person} name={row.name} />
      </div>
    </Drawer>
  );
}
