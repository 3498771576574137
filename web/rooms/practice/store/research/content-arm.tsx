import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { useStorePlace, type Wish } from "../use-store.ts";

export type Listing = Extract<Wish, { kind: "edit-listing" }>["listing"];
const levels = [0, 1, 2, 3] as const;

/** Title and pictures of arm B; everything else is as the listing stands. */
export function ContentArm({
  sku,
  market,
  onWords,
}: {
  sku: string;
  market: string;
  onWords: (words: Listing | null) => void;
}) {
  const { t } = useTranslation("research");
  const { where } = useStorePlace();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/products", { where });
  const offer = answer.data?.offers.find((one) => one.sku === sku);
  const standing = offer?.listings.find((one) => one.market === market)?.listing ?? null;
  const [changed, setChanged] = useState<Partial<Listing>>({});
  if (standing === null) return null;
  const words: Listing = { ...standing, ...changed };
  const set = (change: Partial<Listing>) => {
    setChanged({ ...changed, ...change });
    onWords({ ...words, ...change });
  };
  return (
    <>
      <TextInput
        label={t("experiments.titleB")}
        value={words.title}
        maxLength={150}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Select
        label={t("experiments.photosB")}
        data={levels.map((one) => ({ value: String(one), label: t(`experiments.photos.${one}`) }))}
        value={String(words.photoLevel)}
        allowDeselect={false}
        onChange={(chosen) =>
          set({ photoLevel: levels.find((one) => String(one) === chosen) ?? 0 })
        }
      />
    </>
  );
}
