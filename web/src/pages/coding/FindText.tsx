import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { foundIn } from "../../text/find";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import { FoundText } from "../../ui/FoundText";
import { to } from "../../ui/router";
import { withQuery } from "../study/agreement/conditions";
import type { Desk } from "./desk";

/** So many places are listed; more words narrow them down. */
const MOST = 100;

/** Words in this transcript: each place found leads to its turn, with the words marked. */
export function FindText({ desk }: { readonly desk: Desk }) {
  return desk.isFinding.value ? <Finding desk={desk} /> : null;
}

function Finding({ desk }: { readonly desk: Desk }) {
  const [words, setWords] = useState("");
  const { text, segments } = desk.text;
  const found = foundIn(text, segments, words);
  const close = () => {
    desk.isFinding.value = false;
  };
  return (
    <Dialog title={t("coding.findText")} onClose={close}>
      <TextField label={t("transcripts.findWords")} type="search" autocomplete="off" value={words} onInput={setWords} />
      {words.trim() !== "" && (
        <p role="status">
          {t("transcripts.nFound", { n: found.length })}{" "}
          <a href={withQuery(to("transcripts", { study: desk.view.id }), { find: words })}>
            {t("transcripts.findEverywhere")}
          </a>
        </p>
      )}
      <ol class="found-list">
        {found.slice(0, MOST).map((place) => {
          const segment = segments[place.index];
          return (
            segment && (
              <li key={place.start}>
                <button
                  type="button"
                  class="found"
                  onClick={() => {
                    close();
                    desk.mark({ start: place.start, end: place.end }, place.index);
                  }}
                >
                  <FoundText text={text} segment={segment} found={place} />
                </button>
              </li>
            )
          );
        })}
      </ol>
    </Dialog>
  );
}
