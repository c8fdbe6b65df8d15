/** What may be filed in a case, by the end of the name, with the bytes that such a file begins with. */
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

const types: Readonly<Record<string, { readonly mime: string; readonly begins: Buffer }>> = {
  pdf: { mime: 'application/pdf', begins: Buffer.from('%PDF-') },
  jpg: { mime: 'image/jpeg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  jpeg: { mime: 'image/jpeg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  png: { mime: 'image/png', begins: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
  docx: { mime: `${office}.wordprocessingml.document`, begins: zip },
  xlsx: { mime: `${office}.spreadsheetml.sheet`, begins: zip },
  pptx: { mime: `${office}.presentationml.presentation`, begins: zip },
  odt: { mime: `${open}.text`, begins: zip },
  ods: { mime: `${open}.spreadsheet`, begins: zip },
  odp: { mime: `${open}.presentation`, begins: zip },
};

export interface DocumentType {
  readonly mime: string;
  /** Whether content that begins like this can be of the type. */
  readonly fits: (head: Buffer) => boolean;
}

export const HEAD_BYTES = 8;

/** The type of a file by its name; undefined: nothing that a case takes. */
export function typeOf(name: string): DocumentType | undefined {
  const end = /\.([a-z]{3,4})$/u.exec(name.toLowerCase())?.[1];
  const type = end !== undefined && Object.hasOwn(types, end) ? types[end] : undefined;
  return type && { mime: type.mime, fits: (head) => head.subarray(0, type.begins.length).equals(type.begins) };
}
