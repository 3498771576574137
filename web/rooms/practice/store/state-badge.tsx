import { useTranslation } from "react-i18next";

const tones = {
  live: "badge badge-good",
  unlisted: "badge",
  withdrawn: "badge badge-warn",
} as const;

/** Whether a listing is on sale, in words. */
export function StateBadge({ state }: { state: keyof typeof tones }) {
  const { t } = useTranslation("practice");
  return <span className={tones[state]}>{t(`listingState.${state}`)}</span>;
}
