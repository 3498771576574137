import { useNavigate } from "@tanstack/react-router";
import { useAsked } from "../../frame/room.ts";
import type { Framework } from "./framework-map.ts";
import { type Profile, profileOf } from "./profile.ts";

/** The role and echelon looked at last on this device, for who comes without an address of one. */
const lastProfileKey = "echelon.profile";

/** What is chosen stands in the address, and is there again on the next visit. */
export function useProfile(
  framework: Framework,
): [Profile | undefined, (role: string, echelon: string) => void] {
  const navigate = useNavigate();
  const [lastRole, lastEchelon] = (localStorage.getItem(lastProfileKey) ?? "").split(" ");
  const profile = profileOf(
    framework,
    useAsked("role") ?? lastRole,
    useAsked("echelon") ?? lastEchelon,
  );
  const choose = (role: string, echelon: string) => {
    localStorage.setItem(lastProfileKey, `${role} ${echelon}`);
    void navigate({
      to: ".",
      search: ((old: Record<string, unknown>) => ({ ...old, role, echelon })) as never,
      replace: true,
      resetScroll: false,
    });
  };
  return [profile, choose];
}
