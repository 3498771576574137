import { SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Framework } from "./framework-map.ts";
import { type Profile, profileOf } from "./profile.ts";

/** Role and echelon; a role that begins later offers no echelon before. */
export function ProfileChoice({
  framework,
  profile,
  onChoose,
}: {
  framework: Framework;
  profile: Profile;
  onChoose: (role: string, echelon: string) => void;
}) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const { role, echelon } = profile;
  const offered = framework.echelons.filter(({ id }) =>
    framework.profiles.some((one) => one.role === role && one.echelon === id),
  );
  const takeRole = (next: string | null) => {
    const taken = profileOf(framework, next ?? role, echelon);
    if (taken !== undefined) onChoose(taken.role, taken.echelon);
  };
  return (
    <div className="row row-wrap profile-choice">
      <Select
        label={t("choice.role")}
        data={framework.roles.map(({ id, name }) => ({ value: id, label: format.name(name) }))}
        value={role}
        onChange={takeRole}
        allowDeselect={false}
      />
      <div>
        <div className="field-name" id="echelon-choice">
          {t("choice.echelon")}
        </div>
        <SegmentedControl
          aria-labelledby="echelon-choice"
          data={offered.map(({ id, name }) => ({
            value: id,
            label: (
              <span title={format.name(name)}>
                {id}
                <span className="echelon-name"> {format.name(name)}</span>
              </span>
            ),
          }))}
          value={echelon}
          onChange={(next) => onChoose(role, next)}
        />
      </div>
    </div>
  );
}
