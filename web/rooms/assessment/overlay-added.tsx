import { overlayLimits } from "@echelon/contract/assessment/overlay-limits.ts";
import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { Button, Checkbox, MultiSelect, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../parts/number-field.tsx";
import { useFormat } from "../../text/format.ts";
import type { Framework } from "./framework-map.ts";
import { type Added, type Draft, measuresOf } from "./overlay-rules.ts";

type Part = { framework: Framework; one: Added; set: (change: Partial<Added>) => void };

const languages = ["zh", "en"] as const;

function Names({ one, set }: Part) {
  const { t } = useTranslation("overlays");
  return (
    <div className="overlay-fields">
      <TextInput
        label={t("added.id")}
        value={one.id}
        maxLength={overlayLimits.nameMax}
        onChange={(event) => set({ id: event.currentTarget.value.toUpperCase() })}
      />
      {languages.map((language) => (
        <TextInput
          key={language}
          label={t(`named.${language}`)}
          lang={language === "zh" ? "zh-CN" : "en"}
          value={one.name[language]}
          maxLength={overlayLimits.textMax}
          onChange={(event) =>
            set({ name: { ...one.name, [language]: event.currentTarget.value } })
          }
        />
      ))}
    </div>
  );
}

function Where({ framework, one, set }: Part) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  const listed = (list: Framework["areas"]) =>
    list.map(({ id, name }) => ({ value: id, label: `${id} ${format.name(name)}` }));
  return (
    <div className="overlay-fields">
      <Select
        label={t("added.area")}
        data={listed(framework.areas)}
        value={one.area}
        allowDeselect={false}
        onChange={(area) => set({ area: area ?? one.area })}
      />
      <Select
        label={t("added.echelon")}
        data={framework.echelons.map(({ id, name }) => ({
          value: id,
          label: `${id} ${format.name(name)}`,
        }))}
        value={one.echelon}
        allowDeselect={false}
        onChange={(echelon) => set({ echelon: echelon ?? one.echelon })}
      />
      <MultiSelect
        label={t("added.roles")}
        data={framework.roles.map(({ id, name }) => ({ value: id, label: format.name(name) }))}
        value={one.roles}
        onChange={(roles) => set({ roles })}
      />
      <MultiSelect
        label={t("added.courses")}
        data={listed(framework.courses)}
        value={one.courses}
        onChange={(courses) => set({ courses })}
      />
    </div>
  );
}

function Rule({ framework, one, set }: Part) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  const measures = measuresOf(framework);
  const { rule } = one;
  const chosen = measures.find(
    (each) => each.event === rule.event && each.measure === rule.measure,
  );
  return (
    <div className="overlay-fields">
      <Select
        label={t("added.measure")}
        data={measures.map((each) => ({
          value: `${each.event} ${each.measure}`,
          label: `${format.name(each.measureName)} · ${format.name(each.eventName)}`,
        }))}
        value={`${rule.event} ${rule.measure}`}
        searchable
        allowDeselect={false}
        onChange={(name) => {
          const next = measures.find((each) => `${each.event} ${each.measure}` === name);
          if (next === undefined) return;
          const { event, measure, op, threshold, minCount } = next;
          set({ rule: { event, measure, op, threshold, minCount } });
        }}
      />
      <NumberField
        label={`${t("raise.threshold")} ${rule.op === ">=" ? "≥" : "≤"}`}
        description={chosen === undefined ? " " : measureFigure(chosen.unit, rule.threshold)}
        value={rule.threshold}
        digits={4}
        onValue={(threshold) => set({ rule: { ...rule, threshold: threshold ?? 0 } })}
      />
      <NumberField
        label={t("raise.count")}
        value={rule.minCount}
        min={1}
        max={overlayLimits.minCountMax}
        onValue={(minCount) => set({ rule: { ...rule, minCount: minCount ?? 1 } })}
      />
    </div>
  );
}

const noAnchors = () => Array.from({ length: 5 }, () => ({ zh: "", en: "" }));

const anchorsByMark = (anchors: Added["anchors"]) => [...(anchors ?? []).entries()];

/** What the five marks look like, where a person has to judge. */
function Anchors({ one, set }: Part) {
  const { t } = useTranslation("overlays");
  const { anchors } = one;
  return (
    <>
      <Checkbox
        label={t("added.judged")}
        description={t("added.judgedHint")}
        checked={anchors !== null}
        onChange={(event) => set({ anchors: event.currentTarget.checked ? noAnchors() : null })}
      />
      {anchorsByMark(anchors).map(([mark, anchor]) => (
        <div key={mark} className="overlay-fields">
          {languages.map((language) => (
            <TextInput
              key={language}
              label={`${mark} · ${t(`named.${language}`)}`}
              value={anchor[language]}
              maxLength={overlayLimits.textMax}
              onChange={(event) =>
                set({
                  anchors: anchors!.with(mark, {
                    ...anchor,
                    [language]: event.currentTarget.value,
                  }),
                })
              }
            />
          ))}
        </div>
      ))}
    </>
  );
}

/** A new competency, with the first measure there is. */
function fresh(framework: Framework): Added {
  const { event, measure, op, threshold, minCount } = measuresOf(framework)[0]!;
  return {
    id: "",
    area: framework.areas[0]!.id,
    name: { zh: "", en: "" },
    courses: [],
    roles: [],
    echelon: framework.echelons[0]!.id,
    rule: { event, measure, op, threshold, minCount },
    anchors: null,
  };
}

/** Competencies that the core does not have. */
export function OverlayAdded({
  framework,
  draft,
  onChange,
}: {
  framework: Framework;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}) {
  const { t } = useTranslation("overlays");
  const { competencies } = draft;
  const set = (next: Added[]) => onChange({ competencies: next });
  return (
    <section className="overlay-part">
      <h3>{t("added.title")}</h3>
      <p className="soft">{t("added.text")}</p>
      {[...competencies.entries()].map(([at, one]) => {
        const part = {
          framework,
          one,
          set: (change: Partial<Added>) => set(competencies.with(at, { ...one, ...change })),
        };
        return (
          <fieldset key={at} className="overlay-row">
            <legend className="field-name">{t("added.one", { place: at + 1 })}</legend>
            <Names {...part} />
            <Where {...part} />
            <Rule {...part} />
            <Anchors {...part} />
            <Button
              variant="subtle"
              onClick={() => set(competencies.filter((_, place) => place !== at))}
            >
              {t("remove", { name: one.id })}
            </Button>
          </fieldset>
        );
      })}
      <div>
        <Button variant="default" onClick={() => set([...competencies, fresh(framework)])}>
          {t("added.add")}
        </Button>
      </div>
    </section>
  );
}
