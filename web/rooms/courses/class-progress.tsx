import "./lesson.css";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";

type Progress = Answer<"GET /classes/:class/courses/:course/progress">;
type Student = Progress["students"][number];

/** Marks come in while a teacher looks. */
const askedAgainMillis = 60_000;

/** What each student has answered and passed; nothing while it is not known. */
function useMarks(inClass: string, course: string): (person: string) => readonly string[] {
  const { t } = useTranslation("courses");
  const where = { class: inClass, course };
  const checks = useAnswer("GET /classes/:class/courses/:course/checks", { where });
  const tasks = useAnswer("GET /practice/classes/:class/tasks", {
    where: { class: inClass },
    asks: { course },
  });
  return (person) => {
    const own = checks.data?.students.find((one) => one.person === person);
    const passed = tasks.data?.marks.filter((one) => one.person === person && one.isPassed);
    return [
      own === undefined
        ? ""
        : t("progress.rightOf", { right: own.rightFirst, answered: own.answered }),
      passed === undefined
        ? ""
        : t("progress.passedOf", { passed: passed.length, tasks: tasks.data?.tasks.length }),
    ];
  };
}

function Read({ is }: { is: boolean }) {
  const { t } = useTranslation("courses");
  return is ? (
    <span className="good" role="img" aria-label={t("isRead")}>
      ✓
    </span>
  ) : (
    <span className="soft" role="img" aria-label={t("notRead")}>
      ·
    </span>
  );
}

function StudentRow({
  of,
  lessons,
  marks,
}: {
  of: Student;
  lessons: Progress["lessons"];
  marks: readonly string[];
}) {
  return (
    <tr>
      <th scope="row">
        {of.name} {of.number === null ? null : <span className="soft">{of.number}</span>}
      </th>
      {marks.map((mark, at) => (
        <td key={at}>{mark}</td>
      ))}
      {lessons.map(({ id }) => (
        <td key={id} className="progress-cell">
          <Read is={of.read.includes(id)} />
        </td>
      ))}
    </tr>
  );
}

function ProgressTable({
  of: { lessons, students },
  marksOf,
}: {
  of: Progress;
  marksOf: (person: string) => readonly string[];
}) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  return (
    <div className="lesson-table progress-table" tabIndex={0} role="group">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("progress.student")}</th>
            <th scope="col">{t("progress.answered")}</th>
            <th scope="col">{t("progress.tasks")}</th>
            {lessons.map(({ id, name }, at) => (
              <th key={id} scope="col" title={format.name(name)}>
                {at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("progress.all")}</th>
            <td />
            <td />
            {lessons.map(({ id }) => (
              <td key={id} className="progress-cell">
                {students.filter(({ read }) => read.includes(id)).length}
              </td>
            ))}
          </tr>
          {students.map((one) => (
            <StudentRow key={one.person} of={one} lessons={lessons} marks={marksOf(one.person)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who has read what, answered how much and passed which task. */
export function ClassProgress({ inClass, course }: { inClass: string; course: string }) {
  const { t } = useTranslation("courses");
  const marksOf = useMarks(inClass, course);
  const progress = useAnswer(
    "GET /classes/:class/courses/:course/progress",
    { where: { class: inClass, course } },
    { pollMillis: askedAgainMillis },
  );
  return (
    <Card title={t("progress.title")} flush>
      <Loaded of={progress}>
        {(of) =>
          of.students.length === 0 ? (
            <Empty title={t("progress.nobody")} text={t("progress.nobodyText")} />
          ) : (
            <ProgressTable of={of} marksOf={marksOf} />
          )
        }
      </Loaded>
      <p className="soft progress-note">{t("progress.note")}</p>
    </Card>
  );
}
