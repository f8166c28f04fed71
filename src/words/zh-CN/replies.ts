import type { replies as english } from '../en/replies.ts';

export const replies: typeof english = {};
