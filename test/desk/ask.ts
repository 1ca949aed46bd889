import { request } from "node:http"

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Uint8Array
}

export interface Answered {
  /** 0: the connection was closed without a byte. */
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** One plain request to 127.0.0.1, with exactly these headers: what no browser would send. */
export function ask(
  port: number,
  path: string,
  host: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve) => {
    const sent = request({ port, host: "127.0.0.1", path, method, headers: { Host: host, ...headers }, agent: false })
    sent.on("response", (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("error", () => {})
      response.on("close", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on("upgrade", (response, socket) => {
      socket.destroy()
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: "" })
    })
    sent.on("error", () => resolve({ status: 0, headers: {}, body: "" }))
    sent.end(body)
  })
}

/** The cookie a login link gives, as a browser would send it back. */
export async function signIn(port: number, link: string): Promise<string> {
  const { host, pathname } = new URL(link)
  const { headers } = await ask(port, pathname, host)
  const [cookie = ""] = headers["set-cookie"] ?? []
  return cookie.split(";")[0]!
}

/** The token that the forms of a page carry. */
export function tokenIn(page: string): string {
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ""
}
