import { t } from "../../../i18n";
import type { Role } from "../../../model/entries";
import { Choice } from "../../../ui/Field";

const ROLES = ["coder", "observer", "lead"] as const;

interface RoleChoiceProps {
  readonly role: Role;
  readonly name: string;
  readonly onChange: (role: Role) => void;
}

/** A role with the sentence that says what this person will see. */
export function RoleChoice({ role, name, onChange }: RoleChoiceProps) {
  return (
    <div class="form">
      <Choice
        label={t("members.role")}
        value={role}
        options={ROLES.map((value) => ({ value, label: t(`members.${value}`) }))}
        onChange={onChange}
      />
      <p class="consequence" aria-live="polite">
        <strong>{t("members.willSee", { name: name.trim() || t("members.someone") })}</strong>{" "}
        {t(`members.${role}Sees`)}
      </p>
    </div>
  );
}
