import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import type { Section } from "./editor-parts.ts";
import { recordName } from "./record-name.ts";

/** What the listing states about the product; the enterprise's record stands beside each. */
export function Attributes({ view, form, change }: Section) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const categories = useAnswer("GET /categories", {}, { enabled: view.attributes.length > 0 });
  const category = categories.data?.find(({ id }) => id === view.product.category.id);
  const recordOf = (key: string, truth: string) =>
    recordName(
      truth,
      category?.attributes.find((one) => one.key === key),
      format.name,
    );
  if (view.attributes.length === 0) return null;
  const set = (key: string, value: string) =>
    change({ attributes: { ...form.attributes, [key]: value } });
  return (
    <Card title={t("listing.attributes")} note={t("listing.attributesText")}>
      <div className="field-pair">
        {view.attributes.map(({ key, name, isRequired, truth }) => {
          const stated = form.attributes[key] ?? "";
          const differs = truth !== "" && stated.trim() !== truth;
          return (
            <TextInput
              key={key}
              label={format.name(name)}
              withAsterisk={isRequired}
              aria-required={isRequired}
              maxLength={120}
              description={
                truth === ""
                  ? t("listing.noRecord")
                  : t("listing.record", { record: recordOf(key, truth) })
              }
              value={stated}
              onChange={(event) => set(key, event.currentTarget.value)}
              rightSectionWidth={64}
              rightSection={
                differs ? (
                  <button
                    type="button"
                    className="text-act"
                    onClick={() => set(key, truth)}
                    aria-label={t("listing.useRecordOf", { name: format.name(name) })}
                  >
                    {t("listing.useRecord")}
                  </button>
                ) : null
              }
            />
          );
        })}
      </div>
    </Card>
  );
}
