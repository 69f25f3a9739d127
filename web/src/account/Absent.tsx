import { t } from "../i18n";
import { ButtonLink } from "../ui/Button";
import { Page } from "../ui/Page";
import { to } from "../ui/router";

/** The same page for what does not exist and for what this reader may not see. */
export function Absent() {
  return (
    <Page title={t("common.absentTitle")} width="narrow">
      <p>{t("common.absentText")}</p>
      <div class="actions">
        <ButtonLink href={to("studies")}>{t("common.absentDo")}</ButtonLink>
      </div>
    </Page>
  );
}
