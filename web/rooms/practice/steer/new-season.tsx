import "./steer.css";
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../../api/query.ts";
import { usePlace } from "../../../frame/room.ts";
import { NumberField } from "../../../parts/number-field.tsx";
import { Card, Loaded, PageHead, Problem } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { AbsenceChoice } from "./absence-choice.tsx";
import { MoreChoices } from "./more-choices.tsx";
import { PaceFields } from "./pace-fields.tsx";
import { PresetChoice } from "./preset-choice.tsx";
import { RoundChoices } from "./round-choices.tsx";
import { ScenarioChoice } from "./scenario-choice.tsx";
import {
  type Catalog,
  choosePreset,
  paceFault,
  planSeason,
  type Preset,
  type Scenario,
  type SeasonChoice,
  scenarioOf,
  sellable,
  untouched,
  weightSum,
} from "./season-plan.ts";

function useMake(of: string) {
  const navigate = useNavigate();
  const make = useAct("POST /practice/seasons", ["GET /practice/seasons"]);
  const send = (body: ReturnType<typeof planSeason>) =>
    make.mutate({ body }, { onSuccess: ({ id }) => navigate({ to: `/t/${id}/wall` }) });
  return { make, send, of };
}

/** Alone or in teams: every other choice of the class hangs on it. */
function TeamSize({
  value,
  onChange,
  step,
}: {
  value: number;
  onChange: (size: number) => void;
  step: string;
}) {
  const { t } = useTranslation("steer");
  return (
    <Card title={t("wizard.teamSize")} note={step}>
      <div className="short-field">
        <NumberField
          aria-label={t("wizard.teamSize")}
          description={t("wizard.teamSizeHint")}
          value={value}
          min={1}
          max={6}
          isStrict
          required
          onValue={(size) => onChange(size ?? 1)}
        />
      </div>
    </Card>
  );
}

/** What is missing before a season can be made, as a text key; null when nothing is. */
function faultOf(choice: SeasonChoice, catalogs: readonly Catalog[]) {
  const able = sellable(catalogs).length;
  if (able === 0) return "noProducts";
  if ((choice.enterprises?.length ?? able) === 0) return "noEnterprise";
  return choice.name !== null && choice.name.trim() === "" ? "noName" : null;
}

/** The act, and what it still lacks. */
function Send({
  isPending,
  isReady,
  why,
}: {
  isPending: boolean;
  isReady: boolean;
  why: ReturnType<typeof faultOf>;
}) {
  const { t } = useTranslation("steer");
  return (
    <div className="row row-wrap">
      <Button type="submit" size="md" loading={isPending} disabled={!isReady}>
        {t("wizard.make")}
      </Button>
      <span className="soft">{why === null ? t("wizard.afterwards") : t(`wizard.${why}`)}</span>
    </div>
  );
}

function Wizard({
  of,
  scenarios,
  presets,
  catalogs,
}: {
  of: string;
  scenarios: readonly Scenario[];
  presets: readonly Preset[];
  catalogs: readonly Catalog[];
}) {
  const { t } = useTranslation(["steer", "presets"]);
  const format = useFormat();
  const [choice, setChoice] = useState<SeasonChoice>(untouched);
  const { make, send } = useMake(of);
  const change = (part: Partial<SeasonChoice>) => setChoice({ ...choice, ...part });
  const preset = presets.find(({ id }) => id === choice.preset);
  const scenario = preset?.scenario ?? scenarioOf(choice, scenarios);
  if (scenario === undefined) return <p className="hint">{t("wizard.noScenario")}</p>;
  const usualName = format.name(scenario.name);
  // A preset has chosen the scenario: one choice less is left.
  const steps = preset === undefined ? 3 : 2;
  const step = (left: number) => t("wizard.step", { step: steps - left, of: steps });
  const why = faultOf(choice, catalogs);
  const isWeighed = choice.weights === null || weightSum(choice.weights) === 10_000;
  const isReady = why === null && isWeighed && paceFault(choice.pace) === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) send(planSeason(choice, { class: of, scenario, catalogs, usualName }));
  };
  return (
    <form className="grid" onSubmit={submit}>
      <Card title={t("title", { ns: "presets" })}>
        <PresetChoice
          presets={presets.filter(({ audience }) => audience === "class")}
          value={choice.preset}
          onChange={(next) => setChoice(choosePreset(choice, next))}
        />
      </Card>
      {preset === undefined ? (
        <Card title={t("wizard.scenario")} note={step(2)}>
          <ScenarioChoice
            scenarios={scenarios}
            value={scenario.id}
            onChange={(id) => change({ scenario: id, days: null, bots: null })}
          />
        </Card>
      ) : null}
      <Card title={t("pace.title")} note={step(1)}>
        <PaceFields value={choice.pace} onChange={(pace) => change({ pace })} />
      </Card>
      <TeamSize
        step={step(0)}
        value={choice.teamSize}
        onChange={(teamSize) => change({ teamSize })}
      />
      <AbsenceChoice choice={choice} preset={preset} onChange={change} />
      <RoundChoices choice={choice} onChange={change} scenario={scenario} preset={preset} />
      <MoreChoices
        choice={choice}
        onChange={change}
        scenario={scenario}
        catalogs={catalogs}
        usualName={usualName}
      />
      {make.error === null ? null : <Problem error={make.error} />}
      <Send isPending={make.isPending} isReady={isReady} why={why} />
    </form>
  );
}

/** A new season for a class: scenario and pace; everything else has a sensible value. */
export default function NewSeason() {
  const { t } = useTranslation("steer");
  const of = usePlace("class");
  const view = useAnswer("GET /classes/:class", { where: { class: of } });
  const scenarios = useAnswer("GET /practice/scenarios", {});
  const presets = useAnswer("GET /practice/presets", {});
  const catalogs = useAnswer("GET /catalogs", {});
  return (
    <>
      <PageHead title={t("wizard.title")} text={view.data?.name}>
        <Button component={Link} to="/model" variant="default">
          {t("wizard.model")}
        </Button>
        <Button component={Link} to="/classes" variant="default">
          {t("wizard.back")}
        </Button>
      </PageHead>
      <Loaded of={view}>
        {() => (
          <Loaded of={scenarios}>
            {(cards) => (
              <Loaded of={presets}>
                {(ways) => (
                  <Loaded of={catalogs}>
                    {(list) => <Wizard of={of} scenarios={cards} presets={ways} catalogs={list} />}
                  </Loaded>
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
