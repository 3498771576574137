import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import type { Language } from "../../text/text.ts";
import { Blocks } from "./blocks.tsx";

type Preview = Answer<"POST /courses/:course/preview">;
type Fault = Preview["faults"][number];

/** Typing rests so long before the text is looked at. */
const restMillis = 700;

/** A text as the class would read it, asked again whenever typing rests. */
export function usePreview(course: string, zh: string, en: string) {
  const ask = useAct("POST /courses/:course/preview");
  const { mutate } = ask;
  // The last answer stays while the next is on its way.
  const [shown, setShown] = useState<Preview | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const orNull = (text: string) => (text.trim() === "" ? null : text);
      const body = { zh: orNull(zh), en: orNull(en) };
      mutate({ where: { course }, body }, { onSuccess: setShown });
    }, restMillis);
    return () => clearTimeout(timer);
  }, [course, zh, en, mutate]);
  return { shown, error: ask.error };
}

function FaultText({ of }: { of: Fault }) {
  const { t } = useTranslation("courses");
  const where =
    of.line === null
      ? t(`language.${of.language}`)
      : t("edit.line", { language: t(`language.${of.language}`), line: of.line });
  const why =
    of.code === "text-form"
      ? t(`edit.forms.${String(of.facts["kind"]) as "html"}`)
      : t(`edit.faults.${of.code}`, of.facts);
  return (
    <li>
      <strong>{where}</strong> {why}
    </li>
  );
}

/** What is wrong, and what it will look like. */
export function PreviewCard({
  course,
  language,
  of,
  error,
}: {
  course: string;
  language: Language;
  of: Preview | null;
  error: Error | null;
}) {
  const { t } = useTranslation("courses");
  const blocks = of?.texts[language] ?? null;
  return (
    <Card title={t("edit.preview")}>
      {error === null ? null : <Problem error={error} />}
      {of === null || of.faults.length === 0 ? null : (
        <div className="problem edit-note" role="alert">
          <ul className="edit-faults">
            {of.faults.map((fault, at) => (
              <FaultText key={at} of={fault} />
            ))}
          </ul>
        </div>
      )}
      {of === null || of.differs === null ? null : (
        <p className="hint edit-note">
          {t("edit.differs", { zh: of.differs.zh, en: of.differs.en })}
        </p>
      )}
      {blocks === null ? (
        <p className="soft">{t("edit.empty")}</p>
      ) : (
        <Blocks
          of={blocks}
          course={course}
          language={language}
          sources={of?.sources ?? []}
          checks={(questions) => (
            <p className="hint">{t("edit.checks", { questions: questions.join(" ") })}</p>
          )}
        />
      )}
    </Card>
  );
}
