/** SHA-256 of a text in hexadecimal, or undefined where the browser has none to give: on plain http other than this machine's. */
export async function sha256(text: string): Promise<string | undefined> {
  // Typed as always there, and missing where the page does not come safely.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  if (!subtle) return undefined;
  const bytes = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
