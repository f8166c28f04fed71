/** The package's schemas come without types; these are the ones our tests use. */
declare module 'discord-api-spec/zod' {
  import type { ZodMiniType } from 'zod/mini';

  export const ApplicationCommandCreateRequestSchema: ZodMiniType;
  export const ContainerComponentForMessageRequestSchema: ZodMiniType;
  export const MessageResponseSchema: ZodMiniType;
}
