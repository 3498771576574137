import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";
import type { Section } from "./editor-parts.ts";
import { photoLevels } from "./listing-form.ts";
import { levelCost } from "./photo-cost.ts";

/** Pictures of the product, bought once for all markets; a level that is bought is never lost. */
export function Pictures({ view, form, change, photoLevel }: Section & { photoLevel: number }) {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const format = useFormat();
  return (
    <Card title={t("listing.pictures")} note={t("listing.picturesText")}>
      <Radio.Group
        aria-label={t("listing.pictures")}
        value={String(form.photoLevel)}
        onChange={(value) =>
          change({ photoLevel: photoLevels.find((level) => String(level) === value) ?? 0 })
        }
      >
        <div className="options">
          {photoLevels.map((level) => {
            const cost = levelCost(view.photoCosts, photoLevel, level);
            return (
              <Radio
                key={level}
                value={String(level)}
                className="option"
                label={t(`listing.photo.${level}`)}
                description={
                  level <= photoLevel
                    ? t("listing.photoOwned")
                    : cost === 0
                      ? t("listing.photoFree")
                      : t("listing.photoCost", { money: format.money(cost, season.booksCurrency) })
                }
              />
            );
          })}
        </div>
      </Radio.Group>
    </Card>
  );
}
