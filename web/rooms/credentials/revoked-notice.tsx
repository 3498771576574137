import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Held } from "./credential-types.ts";

/** A certificate of the reader's was revoked, and why; until they say that they have read it. */
function Notice({ of, at, reason }: { of: Held; at: string; reason: string }) {
  const { t } = useTranslation("lobby");
  const format = useFormat();
  const read = useAct("PUT /me/credentials/:credential/revocation/read", ["GET /me/credentials"]);
  return (
    <div className="problem" role="alert">
      <strong>{t("revoked.title", { name: format.name(of.name) })}</strong>
      <p>{t("revoked.text", { date: format.date(at) })}</p>
      <p>{t("revoked.reason", { reason })}</p>
      {read.error === null ? null : <Problem error={read.error} />}
      <div className="row row-wrap">
        <Button component={Link} to="/certificates" variant="default" size="sm">
          {t("revoked.look")}
        </Button>
        <Button
          variant="subtle"
          size="sm"
          loading={read.isPending}
          onClick={() => read.mutate({ where: { credential: of.id } })}
        >
          {t("revoked.read")}
        </Button>
      </div>
    </div>
  );
}

/** Revocations that their holder has not read of yet; nothing where there are none. */
export function RevokedNotice() {
  const mine = useAnswer("GET /me/credentials", {});
  return (mine.data?.credentials ?? []).map((one) =>
    one.revoked === null || one.revoked.readAt !== null ? null : (
      <Notice key={one.id} of={one} at={one.revoked.at} reason={one.revoked.reason} />
    ),
  );
}
