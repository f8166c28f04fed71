/** Simplified to traditional Chinese. */
export const toTraditional = (text: string): string => text;
