import net from 'node:net';

/** Tests may talk to this machine only: a connection to any other host throws. */
const loopback = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0']);
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const first = (Array.isArray(args[0]) ? args[0][0] : args[0]) as unknown;
  const options =
    typeof first === 'object' && first !== null ? (first as { host?: string; path?: string }) : undefined;
  const host = options ? options.host : typeof args[1] === 'string' ? args[1] : undefined;
  if (host !== undefined && !options?.path && !loopback.has(host) && !host.startsWith('127.')) {
    throw new Error(`test reached for the network: ${host}`);
  }
  return Reflect.apply(connect, this, args) as net.Socket;
} as typeof net.Socket.prototype.connect;
