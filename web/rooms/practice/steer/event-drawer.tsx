import { Button, Drawer, MultiSelect, Select, Skeleton, Textarea } from "@mantine/core";
import {
  eventDaysMax,
  eventNoteCharsMax,
  eventNoticeDaysMax,
} from "@echelon/contract/practice/typed-limits.ts";
import i18next from "i18next";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../api/query.ts";
import { type Season, useSeason } from "../../../frame/season-context.tsx";
import { useFaultText } from "../../../parts/faults.ts";
import { NumberField } from "../../../parts/number-field.tsx";
import { Problem } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { type Language, loadBothTexts } from "../../../text/text.ts";
import {
  type EventChoice,
  eventKinds,
  isFarOut,
  planEvent,
  presets,
  sizeBounds,
  sizeBpOf,
  usualEvent,
} from "./event-plan.ts";
import { usePlacesOf } from "./events.tsx";
import { Concern, useAskOnce } from "./use-ask-once.tsx";
import { seen } from "./use-steer.ts";

/** What the class reads about an event, as it would be written without the teacher's hand. */
function headlineIn(language: Language, choice: EventChoice, season: Season): string {
  const t = i18next.getFixedT(language, "steer");
  const namesOf = (
    chosen: readonly string[],
    known: readonly { key: string; name: { zh: string; en: string } }[],
    all: string,
  ) => {
    const found = known.filter(({ key }) => chosen.includes(key));
    return found.length === 0 ? all : found.map(({ name }) => name[language]).join(t("comma"));
  };
  const markets = season.markets.map(({ code, name }) => ({ key: code, name }));
  const categories = season.categories.map(({ id, name }) => ({ key: id, name }));
  const said = t(`event.headlines.${choice.kind}`, {
    markets: namesOf(choice.markets, markets, t("event.allMarkets")),
    categories: namesOf(choice.categories, categories, t("event.allCategories")),
    size: Math.abs(choice.size),
    direction: t(choice.size < 0 ? "event.falls" : "event.rises"),
    days: choice.days,
  });
  // A sentence may begin with the name of a place, or with "all".
  return said.charAt(0).toUpperCase() + said.slice(1);
}

type Part = { choice: EventChoice; onChange: (part: Partial<EventChoice>) => void };

function Size({ choice, onChange }: Part) {
  const { t } = useTranslation("steer");
  const { unit } = presets[choice.kind];
  if (unit === "none") return null;
  const { min, max } = sizeBounds(choice.kind);
  return (
    <NumberField
      label={t(`event.size.${choice.kind}`)}
      description={t(`event.units.${unit}`)}
      value={choice.size}
      min={min}
      max={max}
      step={unit === "factor" ? 0.5 : 1}
      digits={2}
      isStrict
      required
      onValue={(size) => onChange({ size: size ?? 0 })}
    />
  );
}

function Places({ choice, onChange }: Part) {
  const { t } = useTranslation("steer");
  const format = useFormat();
  const season = useSeason();
  const { byMarket, byCategory } = presets[choice.kind];
  return (
    <>
      {byMarket ? (
        <MultiSelect
          label={t("event.markets")}
          placeholder={choice.markets.length === 0 ? t("event.allMarkets") : ""}
          data={season.markets.map(({ code, name }) => ({ value: code, label: format.name(name) }))}
          value={[...choice.markets]}
          onChange={(markets) => onChange({ markets })}
        />
      ) : null}
      {byCategory ? (
        <MultiSelect
          label={t("event.categories")}
          placeholder={choice.categories.length === 0 ? t("event.allCategories") : ""}
          data={season.categories.map(({ id, name }) => ({ value: id, label: format.name(name) }))}
          value={[...choice.categories]}
          onChange={(categories) => onChange({ categories })}
        />
      ) : null}
    </>
  );
}

function When({ choice, onChange }: Part) {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const { span } = presets[choice.kind];
  const noticeMost = Math.min(eventNoticeDaysMax, Math.max(0, choice.from - season.day));
  return (
    <div className="fields-2 form">
      <NumberField
        label={t("event.from")}
        value={choice.from}
        min={season.day}
        max={season.days}
        isStrict
        required
        onValue={(from) => onChange({ from: from ?? 0 })}
        // Only when the day stands: half of "15" is no reason to take the notice away.
        onBlur={() => {
          if (choice.from < season.day) return;
          onChange({ noticeDays: Math.min(choice.noticeDays, noticeMost) });
        }}
      />
      {span === "once" ? null : (
        <NumberField
          label={t("event.days")}
          description={span === "may-stay" ? t("event.daysHint") : undefined}
          value={choice.days}
          min={span === "may-stay" ? 0 : 1}
          max={eventDaysMax}
          isStrict
          required
          onValue={(days) => onChange({ days: days ?? (span === "may-stay" ? 0 : 1) })}
        />
      )}
      <NumberField
        label={t("event.notice")}
        description={t("event.noticeHint")}
        value={choice.noticeDays}
        min={0}
        max={noticeMost}
        isStrict
        required
        onValue={(noticeDays) => onChange({ noticeDays: noticeDays ?? 0 })}
      />
    </div>
  );
}

/** Headlines are written in both languages, whichever the teacher reads. */
function useBothLanguages(): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isGone = false;
    void loadBothTexts("steer").then(() => isGone || setReady(true));
    return () => {
      isGone = true;
    };
  }, []);
  return isReady;
}

/** Puts an event into the season: the same for every store, in the log like a decision. */
export function EventDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("steer");
  const isReady = useBothLanguages();
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" title={t("event.title")}>
      {isReady ? <EventForm onDone={onClose} /> : <Skeleton height={240} />}
    </Drawer>
  );
}

/** What would be put in: how strongly, where, and when. */
function useSaidEvent() {
  const { t } = useTranslation(["steer", "events"]);
  const placesOf = usePlacesOf();
  return (choice: EventChoice): string => {
    const { byMarket, byCategory, unit, span } = presets[choice.kind];
    const { kind, markets, categories, from, days } = choice;
    const to = from + Math.max(1, days) - 1;
    const when = span === "may-stay" && days === 0 ? "stays" : from === to ? "onDay" : "span";
    const what = [
      t(`event.kinds.${kind}`),
      ...(byMarket && markets.length === 0 ? [t("event.allMarkets")] : []),
      ...(byCategory && categories.length === 0 ? [t("event.allCategories")] : []),
      ...placesOf({ kind, sizeBp: sizeBpOf(unit, choice.size), markets, categories }),
      t(`events.${when}`, { from, to }),
    ];
    return t("events.form.will", { what: what.join(" · ") });
  };
}

/** What the class reads, in both languages. */
function Headlines({
  headline,
  onChange,
  fault,
}: {
  headline: { zh: string; en: string };
  onChange: (part: { zh?: string; en?: string }) => void;
  fault: (field: string) => string | null;
}) {
  const { t } = useTranslation("steer");
  return (["zh", "en"] as const).map((language) => (
    <Textarea
      key={language}
      label={t(`event.headline.${language}`)}
      lang={language === "zh" ? "zh-CN" : "en"}
      value={headline[language]}
      onChange={(event) => onChange({ [language]: event.currentTarget.value })}
      error={fault(`headline.${language}`)}
      autosize
      minRows={2}
      required
    />
  ));
}

/** Why it is put in, for those who lead. */
function Why({ choice, onChange, fault }: Part & { fault: string | null }) {
  const { t } = useTranslation("steer");
  return (
    <Textarea
      label={t("event.why")}
      description={t("event.whyHint")}
      value={choice.note}
      onChange={(event) => onChange({ note: event.currentTarget.value })}
      error={fault}
      maxLength={eventNoteCharsMax}
      autosize
      minRows={1}
    />
  );
}

function EventForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(["steer", "events"]);
  const season = useSeason();
  const [choice, setChoice] = useState(() => usualEvent("tariff-step", season.day, season.days));
  const [typed, setTyped] = useState<{ zh?: string; en?: string }>({});
  const inject = useAct("POST /practice/seasons/:season/events", seen);
  const fault = useFaultText(inject.error);
  const headline = {
    zh: typed.zh ?? headlineIn("zh", choice, season),
    en: typed.en ?? headlineIn("en", choice, season),
  };
  // Two fields may tell of a change in one turn: the one that is left, and the next one.
  const change = (part: Partial<EventChoice>) => setChoice((now) => ({ ...now, ...part }));
  const said = useSaidEvent()(choice);
  const { asked, mayGo } = useAskOnce(
    isFarOut(choice.kind, choice.size) ? t("events.form.ask", { what: said }) : null,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!mayGo()) return;
    inject.mutate(
      { where: { season: season.id }, body: planEvent(choice, headline) },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <Select
        label={t("event.kind")}
        data={eventKinds.map((kind) => ({ value: kind, label: t(`event.kinds.${kind}`) }))}
        value={choice.kind}
        onChange={(value) => {
          const kind = eventKinds.find((one) => one === value) ?? choice.kind;
          setChoice(usualEvent(kind, season.day, season.days));
        }}
        allowDeselect={false}
      />
      <p className="soft">{t(`event.texts.${choice.kind}`)}</p>
      <Size choice={choice} onChange={change} />
      <Places choice={choice} onChange={change} />
      <When choice={choice} onChange={change} />
      <Headlines
        headline={headline}
        onChange={(part) => setTyped({ ...typed, ...part })}
        fault={fault}
      />
      <Why choice={choice} onChange={change} fault={fault("note")} />
      <div className="steer-act">
        {inject.error === null ? null : <Problem error={inject.error} />}
        {asked === null ? (
          <p className="soft">
            {said} {t("event.stands")}
          </p>
        ) : (
          <Concern text={asked} />
        )}
        <Button type="submit" loading={inject.isPending}>
          {t(asked === null ? "event.go" : "events.form.sure", { day: choice.from })}
        </Button>
      </div>
    </form>
  );
}
