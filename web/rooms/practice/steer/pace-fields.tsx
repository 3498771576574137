import { Checkbox, Chip, Radio, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../parts/number-field.tsx";
import { type PaceChoice, paceFault, type PaceKind } from "./season-plan.ts";

const kinds = ["by-hand", "interval", "timetable"] as const satisfies readonly PaceKind[];
const weekdays = [0, 1, 2, 3, 4, 5, 6];

type Props = { value: PaceChoice; onChange: (value: PaceChoice) => void };

function IntervalFields({ value, onChange }: Props) {
  const { t } = useTranslation("steer");
  return (
    <div className="form">
      <div className="short-field">
        <NumberField
          label={t("pace.minutes")}
          value={value.minutes}
          min={1}
          max={10_080}
          onValue={(minutes) => onChange({ ...value, minutes: minutes ?? 0 })}
        />
      </div>
      <Checkbox
        label={t("pace.whenAllReady")}
        checked={value.closesWhenAllReady}
        onChange={(event) =>
          onChange({ ...value, closesWhenAllReady: event.currentTarget.checked })
        }
      />
    </div>
  );
}

/** What people call a time zone; nothing while its code is being typed. */
function zoneName(timeZone: string, language: string): string {
  try {
    const form = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "long" });
    return form.formatToParts().find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
}

function TimetableFields({ value, onChange }: Props) {
  const { t, i18n } = useTranslation("steer");
  return (
    <div className="form">
      <div role="group" aria-label={t("pace.weekdays")}>
        <div className="field-name">{t("pace.weekdays")}</div>
        <Chip.Group
          multiple
          value={value.weekdays.map(String)}
          onChange={(chosen) => onChange({ ...value, weekdays: chosen.map(Number) })}
        >
          <div className="row row-wrap">
            {weekdays.map((day) => (
              <Chip key={day} value={String(day)} size="sm">
                {t(`weekdays.${day}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      <div className="row row-wrap row-top">
        <TextInput
          type="time"
          label={t("pace.time")}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
        />
        <TextInput
          label={t("pace.timeZone")}
          description={zoneName(value.timeZone, i18n.language)}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={value.timeZone}
          onChange={(event) => onChange({ ...value, timeZone: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

/** When days close: the one choice of rhythm, with the few numbers that its kind needs. */
export function PaceFields({ value, onChange }: Props) {
  const { t } = useTranslation("steer");
  const fault = paceFault(value);
  return (
    <div className="form">
      <Radio.Group
        aria-label={t("pace.title")}
        value={value.kind}
        onChange={(kind) =>
          onChange({ ...value, kind: kinds.find((one) => one === kind) ?? "by-hand" })
        }
      >
        <div className="choices choices-3">
          {kinds.map((kind) => (
            <Radio.Card key={kind} value={kind} className="choice">
              <Radio.Indicator />
              <span>
                <strong>{t(`pace.kinds.${kind}.name`)}</strong>
                <span className="soft">{t(`pace.kinds.${kind}.text`)}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {value.kind === "interval" ? <IntervalFields value={value} onChange={onChange} /> : null}
      {value.kind === "timetable" ? <TimetableFields value={value} onChange={onChange} /> : null}
      {fault === null ? null : (
        <p className="bad" role="alert">
          {t(`pace.${fault}`)}
        </p>
      )}
    </div>
  );
}
