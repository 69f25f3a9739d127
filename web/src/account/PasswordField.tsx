import { useState } from "preact/hooks";
import { t } from "../i18n";
import { Checkbox, TextField } from "../ui/Field";

interface PasswordFieldProps {
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** A password being chosen, not one being asked for. */
  readonly isNew?: boolean;
}

export function PasswordField({ value, onInput, isNew }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextField
        label={t("signIn.password")}
        hint={isNew ? t("signIn.newPasswordHint") : undefined}
        type={shown ? "text" : "password"}
        autocomplete={isNew ? "new-password" : "current-password"}
        required
        value={value}
        onInput={onInput}
      />
      <Checkbox label={t("signIn.showPassword")} checked={shown} onChange={setShown} />
    </>
  );
}
