import { type PlainKey, t } from "../i18n";
import { Dialog } from "./Dialog";
import { KeyCap } from "./KeyCap";
import { isKeyMapOpen, type KeyScope, scopes } from "./keys";
import { singleKeys } from "./preferences";

/** All keys of the present screen, opened by "?". */
export function KeyMap() {
  if (!isKeyMapOpen.value) return null;
  return (
    <Dialog title={t("keys.title")} onClose={() => (isKeyMapOpen.value = false)}>
      {!singleKeys.value && <p class="note">{t("keys.singleOff")}</p>}
      {[...byTitle(scopes.value)].map(([title, acts]) => (
        <section key={title} class="key-map">
          <h3>{t(title)}</h3>
          <dl>
            {[...acts].map(([does, keys]) => (
              <div key={does}>
                <dt>
                  {keys.map((one) => (
                    <KeyCap key={one} keys={one} />
                  ))}
                </dt>
                <dd>{t(does)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

type Acts = ReadonlyMap<PlainKey, readonly string[]>;

/** Parts of a screen may each have keys of their own; to the reader they are one screen, and keys that do the same are one line. */
function byTitle(all: readonly KeyScope[]): ReadonlyMap<PlainKey, Acts> {
  const titles = new Map<PlainKey, Map<PlainKey, readonly string[]>>();
  for (const { title, bindings } of all) {
    const acts = titles.get(title) ?? new Map<PlainKey, readonly string[]>();
    titles.set(title, acts);
    for (const { keys, does } of bindings) acts.set(does, [...new Set([...(acts.get(does) ?? []), keys])]);
  }
  return titles;
}
