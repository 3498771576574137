import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useSeason } from "../../frame/season-context.tsx";
import { Problem } from "../../parts/page.tsx";

type Flown = {
  readonly store: number;
  readonly name: string;
  readonly autopilotSince: number | null;
};

/** The teacher hands a store that a bot runs back to its people. */
export function HandBack({ tile: { store, name, autopilotSince } }: { tile: Flown }) {
  const { t } = useTranslation("absence");
  const season = useSeason();
  const act = useAct("POST /practice/seasons/:season/stores/:store/hand-back", [
    "GET /practice/seasons/:season/wall",
    "GET /practice/seasons/:season/log",
    "GET /practice/seasons/:season/leaderboard",
    "GET /practice/seasons/:season/stores/:store",
  ]);
  if (!season.maySteer || autopilotSince === null) return null;
  const where = { season: season.id, store: String(store) };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("handBackTo", { name })}
        loading={act.isPending}
        onClick={() => act.mutate({ where })}
      >
        {t("handBack")}
      </Button>
      {act.error === null ? null : <Problem error={act.error} />}
    </>
  );
}
