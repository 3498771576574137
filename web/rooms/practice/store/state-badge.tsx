import { useTranslation } from "react-i18next";
import { useStorePlace } from "./use-store.ts";

const tones = {
  live: "badge badge-good",
  unlisted: "badge",
  withdrawn: "badge badge-warn",
} as const;

type State = keyof typeof tones;

/** The words of a listing's state: on sale now, or only from the close of the open day. */
export function useStateText(): (listing: { state: State; isWaiting: boolean }) => string {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  return ({ state, isWaiting }) =>
    isWaiting ? t("listingWaits", { day: season.day }) : t(`listingState.${state}`);
}

/** Whether a listing is on sale, in words. */
export function StateBadge({ of }: { of: { state: State; isWaiting: boolean } }) {
  const text = useStateText();
  return <span className={of.isWaiting ? "badge badge-accent" : tones[of.state]}>{text(of)}</span>;
}
