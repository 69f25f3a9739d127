import { t } from "../../../i18n";
import type { Transcript } from "../../../model/entries";
import { foundIn } from "../../../text/find";
import { TextField } from "../../../ui/Field";
import { FoundText } from "../../../ui/FoundText";
import { address, setQuery, to } from "../../../ui/router";
import { textOf } from "../share";

/** So many places of one transcript are listed; the rest is counted. */
const MOST = 20;

interface FindEverywhereProps {
  readonly study: string;
  readonly transcripts: readonly Transcript[];
}

/** Words in all transcripts of the study; what is looked for lies in the address. */
export function FindEverywhere({ study, transcripts }: FindEverywhereProps) {
  const words = address.value.query.get("find") ?? "";
  return (
    <search class="find-everywhere">
      <TextField
        label={t("transcripts.findWords")}
        type="search"
        autocomplete="off"
        value={words}
        onInput={(text) => setQuery({ find: text || undefined })}
      />
      {words.trim() !== "" &&
        transcripts.map((transcript) => (
          <FoundInOne key={transcript.transcript} study={study} transcript={transcript} words={words} />
        ))}
    </search>
  );
}

interface FoundInOneProps {
  readonly study: string;
  readonly transcript: Transcript;
  readonly words: string;
}

function FoundInOne({ study, transcript, words }: FoundInOneProps) {
  const text = textOf(study, transcript.transcript, transcript.version);
  if (!text) return <p class="quiet">{t("common.loading")}</p>;
  const found = foundIn(text.text, text.segments, words);
  if (found.length === 0) return null;
  const href = to("transcript", { study, transcript: transcript.transcript });
  return (
    <section aria-label={transcript.name}>
      <h2>
        {transcript.name} <span class="quiet">{t("transcripts.nFound", { n: found.length })}</span>
      </h2>
      <ol class="found-list">
        {found.slice(0, MOST).map((place) => {
          const segment = text.segments[place.index];
          return (
            segment && (
              <li key={place.start}>
                <a class="found" href={`${href}#u${place.index + 1}`}>
                  <FoundText text={text.text} segment={segment} found={place} />
                </a>
              </li>
            )
          );
        })}
      </ol>
    </section>
  );
}
