import { useTranslation } from "react-i18next";

type Props = { of: { readonly from: number; readonly to: number | null } | null };

/** Says wherever a store of people is named that a bot runs it, or on which days it did. */
export function AutopilotBadge({ of }: Props) {
  const { t } = useTranslation("absence");
  if (of === null) return null;
  const { from, to } = of;
  return (
    <span className="badge">
      {to === null
        ? t("since", { from })
        : from === to
          ? t("onDay", { day: from })
          : t("onDays", { from, to })}
    </span>
  );
}

/** The same where only the day is known since which a bot runs it. */
export const AutopilotSince = ({ day }: { day: number | null }) => (
  <AutopilotBadge of={day === null ? null : { from: day, to: null }} />
);
