/** A file on its way into a ZIP file, by its path in the folder. */
export interface Packed {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

/** CRC-32 as ZIP counts it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0; names in UTF-8; stored, not deflated. */
const VERSION = 20;
const UTF_8 = 0x0800;
const STORED = 0;
/** 1 January 1980: the clock says nothing about a folder. */
const DAY = 0x0021;

/** Numbers of two or four bytes, the least significant one first. */
function fields(...parts: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const buffer = new ArrayBuffer(parts.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(buffer);
  let at = 0;
  for (const [bytes, value] of parts) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(buffer);
}

/** The files as one ZIP file, each as it is: browsers have no packer of their own. */
export function zip(files: readonly Packed[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { path, bytes } of files) {
    const name = new TextEncoder().encode(path);
    const size = bytes.length;
    const both = [
      [2, VERSION],
      [2, UTF_8],
      [2, STORED],
      [2, 0],
      [2, DAY],
      [4, crc32(bytes)],
      [4, size],
      [4, size],
      [2, name.length],
      [2, 0],
    ] as const;
    const local = fields([4, LOCAL], ...both);
    parts.push(local, name, bytes);
    directory.push(fields([4, CENTRAL], [2, VERSION], ...both, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    at += local.length + name.length + size;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const n = files.length;
  const end = fields([4, END], [2, 0], [2, 0], [2, n], [2, n], [4, length], [4, at], [2, 0]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}
