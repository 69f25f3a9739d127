import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import type { Desk } from "./desk";

/** Asks for the number of a turn and goes there. */
export function GoToTurn({ desk }: { readonly desk: Desk }) {
  return desk.isAskingTurn.value ? <Asking desk={desk} /> : null;
}

function Asking({ desk }: { readonly desk: Desk }) {
  const [number, setNumber] = useState("");
  const close = () => {
    desk.isAskingTurn.value = false;
  };
  const go = (event: Event) => {
    event.preventDefault();
    close();
    desk.goTo(Number(number) - 1);
  };
  return (
    <Dialog title={t("coding.keyGoTo")} onClose={close}>
      <form class="go-to-turn" onSubmit={go}>
        <TextField label={t("coding.goToTurn")} type="number" value={number} onInput={setNumber} />
        <Button submits weight="primary">
          {t("common.open")}
        </Button>
      </form>
    </Dialog>
  );
}
