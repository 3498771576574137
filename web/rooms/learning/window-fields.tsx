import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** When a test can be sat, as inputs of the browser have it; empty without. */
export type WindowFields = { opensAt: string; closesAt: string };
export const noWindow: WindowFields = { opensAt: "", closesAt: "" };

export function WindowInputs({
  fields,
  onChange,
}: {
  fields: WindowFields;
  onChange: (change: Partial<WindowFields>) => void;
}) {
  const { t } = useTranslation("learning");
  return (
    <div className="form fields-2">
      <TextInput
        type="datetime-local"
        label={t("form.opens")}
        description={t("form.opensHint")}
        value={fields.opensAt}
        onChange={(event) => onChange({ opensAt: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t("form.closes")}
        description={t("form.closesHint")}
        value={fields.closesAt}
        onChange={(event) => onChange({ closesAt: event.currentTarget.value })}
      />
    </div>
  );
}

/** What an act does, a line each. */
export function Effects({ of }: { of: string }) {
  return (
    <ul className="effects">
      {of.split("\n").map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
