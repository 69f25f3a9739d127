import { afterEach, describe, expect, it } from "vitest";
import { catalogue, coefficient, language, list, t, time } from ".";
import { wished } from "./language";
import { type Message, placeholders } from "./message";

const entries: [string, Message][] = Object.entries(catalogue).flatMap(([area, messages]) =>
  Object.entries(messages).map(([entry, message]): [string, Message] => [`${area}.${entry}`, message]),
);
const words = ({ id, en }: Message) => [id, ...(typeof en === "string" ? [en] : [en.one, en.other])];

afterEach(() => {
  language.value = "en";
});

describe("the catalogue", () => {
  it("takes the same placeholders in both languages", () => {
    for (const [key, message] of entries)
      expect([key, placeholders(message.en)]).toEqual([key, placeholders(message.id)]);
  });

  it("is said calmly: no empty text, no exclamation mark, Anda and not kamu", () => {
    const loud = entries.filter(([, message]) => words(message).some((text) => /^$|!|\bkamu\b/i.test(text)));
    expect(loud.map(([key]) => key)).toEqual([]);
  });

  it("lets no placeholder be forgotten, none be invented", () => {
    // @ts-expect-error: n is missing
    expect(t("coding.sending")).toContain("{n}");
    // @ts-expect-error: this message takes none
    expect(t("coding.allSaved", { n: 1 })).not.toContain("1");
  });
});

describe("a message", () => {
  it("follows the language", () => {
    language.value = "id";
    expect(t("coding.allSaved")).toBe("Semua tersimpan");
    language.value = "en";
    expect(t("coding.allSaved")).toBe("All saved");
  });

  it("chooses the English plural by n", () => {
    language.value = "en";
    expect(t("coding.notSaved", { n: 1 })).toBe("Not saved yet: 1 act, keep this page open");
    expect(t("coding.notSaved", { n: 3 })).toBe("Not saved yet: 3 acts, keep this page open");
  });

  it("has one form in Indonesian and writes numbers as Indonesian does", () => {
    language.value = "id";
    expect(t("coding.sending", { n: 1200 })).toBe("Mengirim 1.200");
  });

  it("leaves braces in a name alone", () => {
    language.value = "en";
    expect(t("common.only", { name: "{n}" })).toBe("only {n}");
  });
});

describe("figures", () => {
  it("writes a coefficient as the journals of each language do", () => {
    language.value = "id";
    expect([coefficient(0.54), coefficient(-0.14), coefficient(1)]).toEqual(["0,54", "−0,14", "1,00"]);
    language.value = "en";
    expect([coefficient(0.54), coefficient(-0.14), coefficient(1)]).toEqual([".54", "−.14", "1.00"]);
    expect(coefficient(-0.004)).toBe(".00");
  });

  it("writes the time of day with a full stop in Indonesian", () => {
    const noon = new Date(2026, 10, 27, 17, 0);
    language.value = "id";
    expect(time(noon)).toBe("17.00");
    language.value = "en";
    expect(time(noon)).toBe("17:00");
  });

  it("joins names as the language does", () => {
    language.value = "id";
    expect(list(["Ani", "Budi", "Citra"])).toBe("Ani, Budi, dan Citra");
  });
});

describe("the language", () => {
  it("is the browser's wish where there is one, else Indonesian", () => {
    expect(wished(["en-GB", "id"])).toBe("en");
    expect(wished(["ms", "id-ID"])).toBe("id");
    expect(wished(["fr-FR"])).toBe("id");
  });

  it("stands on the document and in this browser", () => {
    language.value = "id";
    expect(document.documentElement.lang).toBe("id");
    expect(localStorage.getItem("sepakat.language")).toBe('"id"');
  });
});
