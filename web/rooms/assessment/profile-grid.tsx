import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import { type Choice, coreSize, type Framework } from "./framework-map.ts";

type Picking = {
  framework: Framework;
  isPicked: (role: string | null, echelon: string | null) => boolean;
  pick: (role: string | null, echelon: string | null) => void;
};

/** Roles by echelons, each with how many competencies it asks for; a cell chooses its profile. */
export function ProfileGrid({
  framework,
  choice,
  onChoose,
}: {
  framework: Framework;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const isPicked = (role: string | null, echelon: string | null) =>
    role === choice.role && echelon === choice.echelon;
  const pick = (role: string | null, echelon: string | null) =>
    onChoose({
      ...choice,
      ...(isPicked(role, echelon) ? { role: null, echelon: null } : { role, echelon }),
    });
  return (
    <>
      <ul className="plain-list profile-legend" aria-hidden="true">
        {framework.echelons.map(({ id, name }) => (
          <li key={id}>
            <span className="dim">{id}</span> {format.name(name)}
          </li>
        ))}
      </ul>
      <table className="profile-grid">
        <caption className="visually-hidden">{t("grid.caption")}</caption>
        <thead>
          <tr>
            <td />
            {framework.echelons.map(({ id, name }) => (
              <th key={id} scope="col">
                <button
                  type="button"
                  aria-pressed={isPicked(null, id)}
                  aria-label={`${id} ${format.name(name)}`}
                  onClick={() => pick(null, id)}
                >
                  <span className="dim">{id}</span>
                  <span className="profile-echelon">{format.name(name)}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {framework.roles.map((role) => (
            <RoleRow key={role.id} role={role} {...{ framework, isPicked, pick }} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function RoleRow({
  role,
  framework,
  isPicked,
  pick,
}: Picking & { role: Framework["roles"][number] }) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const { id, name } = role;
  const cellOf = (echelon: Framework["echelons"][number]) => {
    const count = coreSize(framework, id, echelon.id);
    if (count === 0)
      return (
        <span className="dim" title={t("noProfile")}>
          –
        </span>
      );
    const facts = { role: format.name(name), echelon: format.name(echelon.name), count };
    return (
      <button
        type="button"
        aria-pressed={isPicked(id, echelon.id)}
        aria-label={t("grid.cell", { ...facts })}
        onClick={() => pick(id, echelon.id)}
      >
        {count}
      </button>
    );
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" aria-pressed={isPicked(id, null)} onClick={() => pick(id, null)}>
          {format.name(name)}
        </button>
      </th>
      {framework.echelons.map((echelon) => (
        <td key={echelon.id}>{cellOf(echelon)}</td>
      ))}
    </tr>
  );
}
