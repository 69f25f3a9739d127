import { t } from "../i18n";
import { Dialog } from "./Dialog";
import { KeyCap } from "./KeyCap";
import { isKeyMapOpen, scopes } from "./keys";
import { singleKeys } from "./preferences";

/** All keys of the present screen, opened by "?". */
export function KeyMap() {
  if (!isKeyMapOpen.value) return null;
  return (
    <Dialog title={t("keys.title")} onClose={() => (isKeyMapOpen.value = false)}>
      {!singleKeys.value && <p class="note">{t("keys.singleOff")}</p>}
      {scopes.value.map((scope) => (
        <section key={scope.title} class="key-map">
          <h3>{t(scope.title)}</h3>
          <dl>
            {scope.bindings.map((binding) => (
              <div key={binding.keys}>
                <dt>
                  <KeyCap keys={binding.keys} />
                </dt>
                <dd>{t(binding.does)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
