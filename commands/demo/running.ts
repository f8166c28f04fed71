/** The demos at work in this process, by job id, each with the way to cancel it. Gone after a restart, as they are. */
export type RunningDemos = Map<string, () => void>;

export const createRunningDemos = (): RunningDemos => new Map();
