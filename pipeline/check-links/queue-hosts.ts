/**
 * Lets one request at a time through to a host, whichever address led there: redirects of several sites may meet at one.
 */

/** Runs a task when all tasks given for the same host before it have ended. */
export type HostQueue = <T>(host: string, task: () => Promise<T>) => Promise<T>

/** A queue for each host, made when it is first needed. */
export function queueHosts(): HostQueue {
  const last = new Map<string, Promise<unknown>>()
  return (host, task) => {
    const before = last.get(host) ?? Promise.resolve()
    const own = before.then(task)
    last.set(
      host,
      own.catch(() => undefined),
    )
    return own
  }
}
