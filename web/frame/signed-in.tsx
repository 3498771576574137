import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { useSession } from "../api/session.ts";

/** Rooms for people who are signed in; a session that ends elsewhere closes them at once. */
export function SignedIn() {
  const { href } = useLocation();
  const session = useSession();
  if (session !== undefined && session.me === null)
    return <Navigate to="/sign-in" search={{ back: href }} replace />;
  return <Outlet />;
}
