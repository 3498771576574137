import { type Caller, permission } from "../../platform/http/caller.ts";

const keepers = ["mentor", "head", "officer"];

/** Who keeps an enterprise's catalogue: its mentors and those who answer for it. */
export function mayEditCatalog({ roles }: Caller, enterprise: string): boolean {
  return roles.some(
    ({ organisation, role }) => organisation === enterprise && keepers.includes(role),
  );
}

/** Who may see what others publish: those who make seasons of it, and the keepers of catalogues. */
export function maySeePublished({ roles }: Caller): boolean {
  return roles.some(({ role }) => role !== "student");
}

/** Rights by role alone; whose catalogue it is, the use case asks. */
export const may = {
  browse: permission("browse-catalogs", maySeePublished),
  keep: permission("keep-catalog", ({ roles }) => roles.some(({ role }) => keepers.includes(role))),
  see: permission("see-pictures", () => true),
} as const;
