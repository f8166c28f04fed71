const discordEpoch = 1_420_070_400_000n;

let latest = 0n;

/** A new id in Discord's form: the time in milliseconds, then a counter. Each is larger than the one before. */
export function newSnowflake(): string {
  const now = (BigInt(Date.now()) - discordEpoch) << 22n;
  latest = now > latest ? now : latest + 1n;
  return String(latest);
}
