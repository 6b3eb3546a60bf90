/** A port of the loopback address that nobody listens on: the preferred one if it is free. */
export function freePort(preferred?: number): Promise<number>;
