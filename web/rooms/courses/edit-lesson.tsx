import "./courses.css";
import { Button, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { lessonLimits } from "@echelon/contract/teaching/lesson-limits.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Language } from "../../text/text.ts";
import { PreviewCard, usePreview } from "./preview.tsx";
import {
  type Draft,
  isWhole,
  nothingTyped,
  type Typed,
  typedOf,
  writtenOf,
} from "./written-lesson.ts";

type Where = { class: string; course: string; lesson: string };
const isNew = ({ lesson }: Where) => lesson === "new";
const homeOf = ({ class: of, course }: Where) => `/classes/${of}/courses/${course}`;

/** Keeps what was typed: a new version, or a new lesson. */
function useKeep(where: Where, draft: Draft | null) {
  const navigate = useNavigate();
  const refreshes = [
    "GET /courses/:course",
    "GET /courses/:course/lessons/:lesson",
    "GET /classes/:class/courses/:course/lessons/:lesson/text",
  ] as const;
  const add = useAct("POST /classes/:class/courses/:course/lessons", refreshes);
  const save = useAct("PUT /classes/:class/courses/:course/lessons/:lesson/text", refreshes);
  const home = homeOf(where);
  const keep = (typed: Typed) => {
    const { name, ...texts } = writtenOf(typed, draft?.shipped ?? null);
    const { lesson: _, ...inClass } = where;
    if (isNew(where) && name !== null)
      add.mutate(
        { where: inClass, body: { name, ...texts } },
        { onSuccess: ({ lesson }) => navigate({ to: `${home}/${lesson}` }) },
      );
    else if (!isNew(where))
      save.mutate(
        { where, body: { name, ...texts, after: draft?.number ?? 0 } },
        { onSuccess: () => navigate({ to: `${home}/${where.lesson}` }) },
      );
  };
  return { keep, error: add.error ?? save.error, isPending: add.isPending || save.isPending };
}

function Versions({ of, onOpen }: { of: Draft; onOpen: (version: number) => void }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  if (of.versions.length === 0) return null;
  return (
    <details>
      <summary className="tall-link">{t("edit.versions", { count: of.versions.length })}</summary>
      <ul className="plain-list">
        {of.versions.map(({ number, by, madeAt, isShipped }) => (
          <li key={number} className="row row-wrap">
            <span>{t("edit.version", { number, by, madeAt: format.dateTime(madeAt) })}</span>
            {isShipped ? (
              <span className="badge">{t("edit.isShipped")}</span>
            ) : (
              <Button variant="subtle" size="sm" onClick={() => onOpen(number)}>
                {t("edit.openVersion")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Names({ of, onChange }: { of: Typed; onChange: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation("courses");
  const most = { maxLength: lessonLimits.nameCharsMax };
  return (
    <div className="grid-even grid">
      <TextInput
        label={t("edit.nameZh")}
        value={of.nameZh}
        {...most}
        onChange={(event) => onChange({ nameZh: event.currentTarget.value })}
      />
      <TextInput
        label={t("edit.nameEn")}
        value={of.nameEn}
        {...most}
        onChange={(event) => onChange({ nameEn: event.currentTarget.value })}
      />
    </div>
  );
}

function Editor({
  where,
  draft,
  onOpen,
}: {
  where: Where;
  draft: Draft | null;
  onOpen: (version: number) => void;
}) {
  const { t } = useTranslation("courses");
  const reader = useFormat().language;
  const [typed, setTyped] = useState(draft === null ? nothingTyped : typedOf(draft));
  const [language, setLanguage] = useState<Language>(reader);
  const { shown, error } = usePreview(where.course, typed.zh, typed.en);
  const keeping = useKeep(where, draft);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const shipped = draft?.shipped ?? null;
  const isReady = isWhole(typed) && shown !== null && shown.faults.length === 0;
  return (
    <div className="grid grid-even">
      <Card title={t("edit.text")}>
        <div className="edit-fields">
          <Names of={typed} onChange={change} />
          <SegmentedControl
            aria-label={t("edit.language")}
            value={language}
            onChange={(next) => setLanguage(next === "zh" ? "zh" : "en")}
            data={[
              { value: "zh", label: t("language.zh") },
              { value: "en", label: t("language.en") },
            ]}
          />
          <Textarea
            className="edit-text"
            label={t("edit.markdown", { language: t(`language.${language}`) })}
            description={t("edit.how")}
            autosize
            minRows={14}
            maxRows={40}
            maxLength={lessonLimits.textCharsMax}
            value={typed[language]}
            onChange={(event) => change({ [language]: event.currentTarget.value })}
          />
          {keeping.error === null ? null : <Problem error={keeping.error} />}
          <div className="row row-wrap">
            <Button
              disabled={!isReady}
              loading={keeping.isPending}
              onClick={() => keeping.keep(typed)}
            >
              {isNew(where) ? t("edit.add") : t("edit.keep")}
            </Button>
            {shipped === null ? null : (
              <Button
                variant="default"
                onClick={() => setTyped(typedOf({ ...draft!, name: null, zh: null, en: null }))}
              >
                {t("edit.toShipped")}
              </Button>
            )}
          </div>
          {shipped === null ? null : <p className="soft">{t("edit.shippedNote")}</p>}
          {draft === null ? null : <Versions of={draft} onOpen={onOpen} />}
        </div>
      </Card>
      <PreviewCard course={where.course} language={language} of={shown} error={error} />
    </div>
  );
}

function Opened({ where }: { where: Where }) {
  const [version, setVersion] = useState<number | null>(null);
  const draft = useAnswer("GET /classes/:class/courses/:course/lessons/:lesson/text", {
    where,
    asks: version === null ? {} : { version: String(version) },
  });
  return (
    <Loaded of={draft}>
      {(found) => (
        <Editor
          key={`${version} ${found.number}`}
          where={where}
          draft={found}
          onOpen={setVersion}
        />
      )}
    </Loaded>
  );
}

/** A lesson that a teacher writes: a copy of one that ships, or one of their own. */
export default function EditLesson() {
  const { t } = useTranslation("courses");
  const where = {
    class: usePlace("class"),
    course: usePlace("course"),
    lesson: usePlace("lesson"),
  };
  return (
    <>
      <PageHead title={isNew(where) ? t("arrange.add") : t("edit.title")} text={t("edit.about")}>
        <Button
          component={Link}
          to={isNew(where) ? homeOf(where) : `${homeOf(where)}/${where.lesson}`}
          variant="default"
        >
          {t("edit.back")}
        </Button>
      </PageHead>
      {isNew(where) ? (
        <Editor where={where} draft={null} onOpen={() => {}} />
      ) : (
        <Opened where={where} />
      )}
    </>
  );
}
