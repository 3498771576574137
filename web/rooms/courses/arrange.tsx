import { Button, Checkbox, Menu, NumberInput, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { byTimetable, changed, datedFrom, moved, type Planned, plannedOf } from "./arrangement.ts";
import type { Course, LessonCard } from "./course-types.ts";

const weeksMax = 40;

type RowProps = {
  at: number;
  of: Planned;
  card: LessonCard;
  home: string;
  isLast: boolean;
  mayArrange: boolean;
  onChange: (part: Partial<Planned>) => void;
  onMove: (by: -1 | 1) => void;
};

function Marks({ of }: { of: LessonCard }) {
  const { t } = useTranslation("courses");
  return (
    <>
      {of.isOwn ? <span className="badge badge-accent">{t("arrange.own")}</span> : null}
      {of.isEdited ? <span className="badge badge-accent">{t("arrange.edited")}</span> : null}
    </>
  );
}

function Row({ at, of, card, home, isLast, mayArrange, onChange, onMove }: RowProps) {
  const { t } = useTranslation("courses");
  const name = useFormat().name(card.name);
  return (
    <li className={`lesson-line ${of.isHidden ? "lesson-hidden" : ""}`}>
      <div className="row row-wrap">
        <Link to={`${home}/${card.id}`} className="lesson-link arrange-name">
          <span className="lesson-number">{at + 1}</span>
          <span className="lesson-name">{name}</span>
        </Link>
        <Marks of={card} />
        {mayArrange ? (
          <Button component={Link} to={`${home}/${card.id}/edit`} variant="subtle" size="sm">
            {t("arrange.edit")}
          </Button>
        ) : null}
      </div>
      {mayArrange ? (
        <div className="row row-wrap arrange-fields">
          <When of={of} name={name} onChange={onChange} />
          <span className="push" />
          <Button
            variant="default"
            size="sm"
            aria-label={t("arrange.upOf", { name })}
            disabled={at === 0}
            onClick={() => onMove(-1)}
          >
            {t("arrange.up")}
          </Button>
          <Button
            variant="default"
            size="sm"
            aria-label={t("arrange.downOf", { name })}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            {t("arrange.down")}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** When it is due, and whether students see it. */
function When({ of, name, onChange }: Pick<RowProps, "of" | "onChange"> & { name: string }) {
  const { t } = useTranslation("courses");
  return (
    <>
      <NumberInput
        aria-label={t("arrange.weekOf", { name })}
        leftSection={<span className="arrange-unit">{t("arrange.week")}</span>}
        leftSectionWidth={56}
        value={of.week ?? ""}
        min={1}
        max={weeksMax}
        allowDecimal={false}
        w={120}
        onChange={(value) => onChange({ week: typeof value === "number" ? value : null })}
      />
      <TextInput
        type="date"
        aria-label={t("arrange.dueOf", { name })}
        value={of.dueOn ?? ""}
        w={160}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ dueOn: value === "" ? null : value });
        }}
      />
      <Checkbox
        label={t("arrange.hidden")}
        aria-label={t("arrange.hiddenOf", { name })}
        checked={of.isHidden}
        onChange={(event) => onChange({ isHidden: event.currentTarget.checked })}
      />
    </>
  );
}

/** Weeks by one of the course's timetables, and dates from a Monday on. */
function Timetables({
  of,
  onPlan,
  plan,
}: {
  of: Course;
  plan: readonly Planned[];
  onPlan: (plan: readonly Planned[]) => void;
}) {
  const { t } = useTranslation("courses");
  const [monday, setMonday] = useState("");
  return (
    <div className="row row-wrap">
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default">{t("arrange.timetable")}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {of.timetables.map(({ hours, weeks }) => (
            <Menu.Item key={hours} onClick={() => onPlan(byTimetable(plan, weeks))}>
              {t("arrange.hours", { hours, weeks: weeks.length })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <TextInput
        type="date"
        aria-label={t("arrange.monday")}
        value={monday}
        w={160}
        onChange={(event) => setMonday(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={monday === "" || plan.every(({ week }) => week === null)}
        onClick={() => onPlan(datedFrom(plan, monday))}
      >
        {t("arrange.dates")}
      </Button>
      <span className="soft">{t("arrange.mondayHint")}</span>
    </div>
  );
}

/** The acts on a plan: kept, dropped, another lesson, or the whole course left. */
function Acts({
  of,
  home,
  plan,
  where,
  onKept,
}: {
  of: Course;
  home: string;
  /** What was changed and is not kept; null where nothing was. */
  plan: readonly Planned[] | null;
  where: { class: string; course: string };
  onKept: () => void;
}) {
  const { t } = useTranslation("courses");
  const [isLeaving, setLeaving] = useState(false);
  const keep = useAct("PUT /classes/:class/courses/:course", refreshes);
  const leave = useAct("DELETE /classes/:class/courses/:course", refreshes);
  const isTaken = of.class?.isTaken === true;
  const lessons = [...(plan ?? plannedOf(of.plan))];
  const error = keep.error ?? leave.error;
  return (
    <div className="arrange-foot">
      {error === null ? null : <Problem error={error} />}
      <div className="row row-wrap">
        <Button
          onClick={() => keep.mutate({ where, body: { lessons } }, { onSuccess: onKept })}
          loading={keep.isPending}
          disabled={isTaken && plan === null}
        >
          {isTaken ? t("arrange.keep") : t("arrange.take")}
        </Button>
        {plan === null ? null : (
          <Button variant="subtle" onClick={onKept}>
            {t("arrange.drop")}
          </Button>
        )}
        <Button component={Link} to={`${home}/new/edit`} variant="default">
          {t("arrange.add")}
        </Button>
        <span className="push" />
        {isTaken ? (
          <Button
            variant="subtle"
            color="red"
            loading={leave.isPending}
            onClick={() => (isLeaving ? leave.mutate({ where }) : setLeaving(true))}
          >
            {isLeaving ? t("arrange.leaveSure") : t("arrange.leave")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

const refreshes = ["GET /courses/:course", "GET /courses"] as const;

/** The course as the class takes it: order, weeks, dates, what is hidden; kept in one go. */
export function Arrange({ of, home, inClass }: { of: Course; home: string; inClass: string }) {
  const { t } = useTranslation("courses");
  const [plan, setPlan] = useState<readonly Planned[] | null>(null);
  const shown = plan ?? plannedOf(of.plan);
  const mayArrange = of.class?.mayArrange === true;
  return (
    <Card title={t("lessons")} flush>
      {mayArrange ? (
        <div className="arrange-head">
          <Timetables of={of} plan={shown} onPlan={setPlan} />
        </div>
      ) : null}
      <ol className="plain-list lesson-list">
        {shown.map((one, at) => {
          const card = of.plan.find(({ id }) => id === one.lesson);
          return card === undefined ? null : (
            <Row
              key={one.lesson}
              at={at}
              of={one}
              card={card}
              home={home}
              isLast={at === shown.length - 1}
              mayArrange={mayArrange}
              onChange={(part) => setPlan(changed(shown, at, part))}
              onMove={(by) => setPlan(moved(shown, at, by))}
            />
          );
        })}
      </ol>
      {mayArrange ? (
        <Acts
          of={of}
          home={home}
          plan={plan}
          where={{ class: inClass, course: of.slug }}
          onKept={() => setPlan(null)}
        />
      ) : null}
    </Card>
  );
}
