/** Discord's addresses by method, e.g. `{get: ['/gateway/bot']}`. The package's own types don't pass our compiler. */
export declare const pathsList: Readonly<Record<string, readonly string[]>>;
