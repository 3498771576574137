import { useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useAct } from "../api/query.ts";
import { enterSession, type Session } from "../api/session.ts";
import { safePath } from "./safe-path.ts";
import { forgetLanguage, isLanguageChosen, showLanguage } from "../text/text.ts";

/**
 * Begins a session that the server has opened: its person's language and theme hold here, too,
 * unless somebody chose a language at this device just now.
 */
export function useEnter(): (session: Session, options?: { to?: string }) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  return async (session, { to } = {}) => {
    const { me } = session;
    enterSession(client, session);
    if (me !== null && !isLanguageChosen()) await showLanguage(me.locale);
    if (me !== null && me.theme !== "auto") setColorScheme(me.theme);
    await navigate({ to: safePath(to), replace: true });
  };
}

/** Ends the session. The page is loaded anew: nothing of this person's stays in its memory. */
export function useSignOut(): () => void {
  const out = useAct("POST /sign-out");
  const leave = () => {
    forgetLanguage();
    location.assign("/sign-in");
  };
  return () => out.mutate({}, { onSuccess: leave });
}
