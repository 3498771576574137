import "./identity.css";
import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { CopyButton } from "../../parts/copy.tsx";
import { csvText } from "../../parts/csv.ts";
import { saveText } from "../../parts/download.ts";

export type Credentials = Answer<"POST /classes/:class/members/:person/password">;

/** Usernames and passwords that were just made, told once: a click beside must not lose them. */
export function CredentialsOnce({
  of,
  fileName,
  onClose,
}: {
  of: readonly Credentials[];
  /** Of the list to hand out, without ending. */
  fileName: string;
  onClose: () => void;
}) {
  const { t } = useTranslation("identity");
  const head = [t("name"), t("username"), t("password")];
  const rows = of.map(({ name, username, password }) => [name, username, password]);
  const save = () => saveText(`${fileName}.csv`, csvText([head, ...rows]), "text/csv");
  const single = of.length === 1 ? of[0] : undefined;
  return (
    <Modal
      opened={of.length > 0}
      onClose={onClose}
      title={t("credentials.title")}
      size="lg"
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <div className="form">
        <p>{t("credentials.once")}</p>
        <div className="table-wrap" tabIndex={0} role="region" aria-label={t("credentials.title")}>
          <table className="table credentials">
            <thead>
              <tr>
                {head.map((text) => (
                  <th key={text} scope="col" className="left">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {of.map((one) => (
                <tr key={one.person}>
                  <td className="left">{one.name}</td>
                  <td className="left mono">{one.username}</td>
                  <td className="left mono">{one.password}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="row row-wrap">
          {single === undefined ? (
            <Button variant="default" onClick={save}>
              {t("credentials.save")}
            </Button>
          ) : (
            <CopyButton size="sm" text={`${single.username} ${single.password}`} />
          )}
          <Button variant="default" onClick={() => print()}>
            {t("credentials.print")}
          </Button>
          <Button className="push" onClick={onClose}>
            {t("credentials.done")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
