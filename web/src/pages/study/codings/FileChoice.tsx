import { t } from "../../../i18n";

interface FileChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly accept?: string;
  /** What was chosen, by its own name. */
  readonly chosen: string | undefined;
  readonly isFolder?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/**
 * A choice of a file or of a whole folder. It forgets the files at once, so that the same can be chosen again once it is mended; of what was chosen it shows
 * the name, where a browser would count files or deny that there are any.
 */
export function FileChoice({ id, label, note, accept, chosen, isFolder, onChoose }: FileChoiceProps) {
  return (
    <div class="field file-choice">
      <div class="file-button">
        <input
          id={id}
          type="file"
          multiple={isFolder}
          accept={accept}
          aria-describedby={note ? `${id}-chosen ${id}-note` : `${id}-chosen`}
          ref={(input) => {
            if (isFolder) input?.setAttribute("webkitdirectory", "");
          }}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            if (files.length > 0) onChoose(files);
          }}
        />
        <label class="button" for={id}>
          {label}
        </label>
        <output id={`${id}-chosen`} for={id}>
          {chosen ?? t("codings.nothingChosen")}
        </output>
      </div>
      {note && (
        <p id={`${id}-note`} class="note">
          {note}
        </p>
      )}
    </div>
  );
}
