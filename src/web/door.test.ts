import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import {
  cookieName,
  type Door,
  formToken,
  isFormToken,
  LINK_LIFE,
  makeCookie,
  makeHostName,
  makeLinks,
  readCookie,
} from "./door.js"

const random = (count: number) => new Uint8Array(randomBytes(count))
const door = (port = 4711): Door => ({ key: random(32), hosts: [`name.localhost:${port}`], redeem: async () => false })

test("a link opens once, within its minute", () => {
  let now = 0
  const links = makeLinks(random, () => now)
  const [first, second, third] = [links.issue(), links.issue(), links.issue()]
  assert.ok(links.redeem(first))
  assert.ok(!links.redeem(first))
  now = LINK_LIFE
  assert.ok(links.redeem(second))
  now = LINK_LIFE + 1
  assert.ok(!links.redeem(third))
  assert.ok(!links.redeem(""))
})

test("a link is 256 bits", () => {
  const links = makeLinks(random, () => 0)
  assert.equal(Buffer.from(links.issue(), "base64url").length, 32)
})

test("a cookie is read back by its own door alone", () => {
  const [mine, other] = [door(), door()]
  const cookie = `${cookieName(mine)}=${makeCookie(mine, random)}`
  const browser = readCookie(mine, `theme=dark; ${cookie}`)
  assert.ok(browser)
  assert.equal(readCookie(other, cookie), null)
  const [id, sum] = cookie.slice(cookie.indexOf("=") + 1).split(".")
  for (const forged of [
    undefined,
    "",
    `${cookieName(mine)}=`,
    `${cookieName(mine)}=${id}`,
    `${cookieName(mine)}=x.${sum}`,
    `${cookieName(mine)}=.${sum}`,
  ])
    assert.equal(readCookie(mine, forged), null, forged)
})

test("a form token is not a cookie, and belongs to one browser", () => {
  const mine = door()
  assert.ok(isFormToken(mine, "a", formToken(mine, "a")))
  assert.ok(!isFormToken(mine, "b", formToken(mine, "a")))
  assert.ok(!isFormToken(mine, "a", ""))
  const cookie = makeCookie(mine, random)
  const [id = "", sum = ""] = cookie.split(".")
  assert.ok(!isFormToken(mine, id, sum))
})

test("the name is one no other server shares", () => {
  assert.match(makeHostName(random), /^[a-z2-7]{16}\.localhost$/)
  assert.notEqual(makeHostName(random), makeHostName(random))
})
