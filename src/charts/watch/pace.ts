/** In milliseconds: how long a picture stands, and the last one. Forty of them and the last take 7.3 s. */
export const pace = { picture: 120, last: 2500 } as const;
