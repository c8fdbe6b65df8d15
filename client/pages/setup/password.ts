/** As the server asks for at the least; it looks closer itself. */
export const passwordLeastChars = 12;
