import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCertificateName } from "../credentials/signing-item.tsx";
import { AppealMarks } from "./appeal-head.tsx";
import type { Appeal } from "./appeal-types.ts";

/** Appeals, each a link to its file. */
export function AppealList({ of, isOwn }: { of: readonly Appeal[]; isOwn: boolean }) {
  const { t } = useTranslation("appeals");
  const nameOf = useCertificateName();
  return (
    <ul className="plain-list signing-list">
      {of.map((one) => (
        <li key={one.id}>
          <div>
            <Link to={`/appeals/${one.id}`}>
              <strong>{isOwn ? nameOf(one) : `${one.name} · ${nameOf(one)}`}</strong>
            </Link>
            <AppealMarks of={one} />
            <p className="soft">
              {t(`grounds.${one.ground}`)}
              {isOwn ? null : ` · ${one.className}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
