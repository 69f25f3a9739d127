import type { ComponentType } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { Absent } from "./account/Absent";
import { FirstRun } from "./account/FirstRun";
import { InvitationPage } from "./account/InvitationPage";
import { MyPage } from "./account/MyPage";
import { SignIn } from "./account/SignIn";
import { Studies } from "./account/Studies";
import { loadMe } from "./api/account";
import { session } from "./api/session";
import { t } from "./i18n";
import { isId } from "./model/entries";
import { studyPages } from "./pages";
import { LiveRegions, sayAtOnce } from "./ui/announce";
import { Button } from "./ui/Button";
import { Frame } from "./ui/Frame";
import { KeyMap } from "./ui/KeyMap";
import { startKeys } from "./ui/keys";
import { Page, SkipLink } from "./ui/Page";
import { address, type Place, type Route, type RouteTo, redirect, route, startRouter, to } from "./ui/router";

/** A page for every place, so that no address of ours leads nowhere; it gets the route that led to it. */
type Pages = { readonly [P in Place]: ComponentType<RouteTo<P>> };

const pages: Pages = {
  ...studyPages,
  signIn: SignIn,
  firstRun: FirstRun,
  invitation: InvitationPage,
  studies: Studies,
  me: MyPage,
};

/** Pages for people who are not signed in, or not yet. */
const OPEN: readonly Route["at"][] = ["signIn", "firstRun", "invitation"];

export function App() {
  useEffect(startRouter, []);
  useEffect(startKeys, []);
  useEffect(() => void loadMe(), []);
  const here = route.value;
  const who = session.value;
  const isOpen = OPEN.includes(here.at);
  useEffect(() => {
    if (address.peek().path === "/") redirect(to("studies"));
    else if (!isOpen && (who === "none" || who === "ended")) {
      if (who === "ended") sayAtOnce(t("signIn.sessionEnded"));
      redirect(`${to("signIn")}?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
    }
  }, [isOpen, who, here]);
  return (
    <>
      <SkipLink />
      <LiveRegions />
      <Frame route={here}>{(isOpen || typeof who === "object") && <Shown here={here} />}</Frame>
      <KeyMap />
    </>
  );
}

function Shown({ here }: { readonly here: Route }) {
  const [error] = useErrorBoundary();
  if (error) {
    return (
      <Page title={t("common.brokenTitle")} width="narrow">
        <p>{t("common.brokenText")}</p>
        <Button onPress={() => location.reload()}>{t("common.reload")}</Button>
      </Page>
    );
  }
  if (here.at === "absent" || ("study" in here && !isId(here.study))) return <Absent />;
  // Which component belongs to which route is checked in the table; an index by a union cannot say so.
  const Chosen = pages[here.at] as ComponentType<Route>;
  return <Chosen {...here} />;
}
