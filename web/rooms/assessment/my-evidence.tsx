import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/session.ts";
import { usePlace } from "../../frame/room.ts";
import { ContestPiece } from "./contest-piece.tsx";
import { EvidencePage } from "./evidence-page.tsx";

/** One's own evidence of one competency; what is wrong with a piece may be said. */
export default function MyEvidence() {
  const { t } = useTranslation("evidence");
  return (
    <EvidencePage
      person={useMe().id}
      competency={usePlace("competency")}
      back={
        <Button component={Link} to="/competencies" variant="default">
          {t("toMine")}
        </Button>
      }
      actsOf={({ mayContest }) =>
        ({ id, state, contest }) =>
          mayContest && state === "counted" && contest === null ? <ContestPiece piece={id} /> : null
        }
    />
  );
}
