import type { ZoneKind } from "../../model/reading.js"
import { attribute, type Element } from "../formats/tree.js"

/**
 * What an element's own name, role, class and id say about what stands in it; null when they say nothing. Class names
 * are words their authors chose for themselves: evidence, which `article.ts` overrules.
 */
export function furnitureOf(element: Element): ZoneKind | null {
  const { tagName } = element
  if (NEVER.has(tagName)) return null
  const byTag = TAGS.get(tagName)
  if (byTag) return byTag
  const role = attribute(element, "role")
  const byRole = role === null ? undefined : ROLES.get(role.toLowerCase())
  if (byRole) return byRole
  const names = namesOf(element)
  if (names.length === 0) return null
  for (const name of names) {
    const kind = WHOLE.get(name)
    if (kind) return kind
  }
  const joined = ` ${names.join(" ")} `
  if (BODY.test(joined)) return null
  for (const [kind, pattern] of PARTS) if (pattern.test(joined)) return kind
  return null
}

/** Does the element say that the article stands in it? */
export function isArticleBody(element: Element): boolean {
  if (attribute(element, "itemprop")?.includes("articleBody")) return true
  return BODY.test(` ${namesOf(element).join(" ")} `)
}

/** Class names and id as hyphened words: `articleBody`, `article_body`, `article__body` and `article-body` are one. */
function namesOf(element: Element): string[] {
  let names = ""
  for (const { name, value } of element.attrs)
    if (name === "class" || name === "id" || name === "data-component" || name === "data-testid") names += ` ${value}`
  if (names === "" || names.length > 600) return NONE
  let known = split.get(names)
  if (!known) {
    const hyphened = names
      .replace(/([a-z])([A-Z])/g, "$1-$2")
      .replace(/[_-]+/g, "-")
      .toLowerCase()
    known = hyphened.trim().split(/\s+/)
    if (split.size > 5000) split.clear()
    split.set(names, known)
  }
  return known
}

const NONE: string[] = []
// The same few class names come again and again.
const split = new Map<string, string[]>()

// Too much stands in these for a name to condemn it; a table's rows are named after what they tell.
const NEVER = new Set("html body main article table tbody thead tfoot tr td th center".split(" "))

const TAGS = new Map<string, ZoneKind>([
  ["nav", "nav"],
  ["menu", "nav"],
  ["footer", "nav"],
  ["aside", "related"],
  ["figcaption", "caption"],
  ["button", "widget"],
  ["select", "widget"],
  ["textarea", "widget"],
  ["dialog", "widget"],
  ["video", "widget"],
  ["audio", "widget"],
  ["object", "widget"],
])

const ROLES = new Map<string, ZoneKind>([
  ["navigation", "nav"],
  ["banner", "nav"],
  ["contentinfo", "nav"],
  ["menu", "nav"],
  ["menubar", "nav"],
  ["search", "widget"],
  ["dialog", "widget"],
  ["alertdialog", "widget"],
  ["complementary", "related"],
  ["toolbar", "widget"],
  ["tooltip", "widget"],
])

const BODY =
  /[ -](?:article|story|post|entry|news)s?-(?:body|content|text|main|copy)(?:-(?:text|content|inner|main|wrapper|container))? |[ -](?:body-content|content-body|body-text|body-copy|articletext|articlebody|storytext|postcontent) /

const whole = (kind: ZoneKind, words: string): [string, ZoneKind][] => words.split(/\s+/).map((word) => [word, kind])

// Names that tell only when they stand alone: `print`, not `print-edition`.
const WHOLE = new Map<string, ZoneKind>([
  ...whole("caption", "caption credit credits"),
  ...whole("bio", "bio"),
  ...whole("byline", "author authors"),
  ...whole("legal", "legal disclaimer terms copyright"),
  ...whole("related", "related popular trending latest promo promos teaser teasers sponsor sponsored recommended"),
  ...whole(
    "widget",
    "share shares sharing social follow subscribe register login print ad ads advert poll quiz donate cta vote search alert alerts banner tools toolbar tooltip modal popup overlay",
  ),
  ...whole("other", "comments respond"),
  ...whole(
    "nav",
    "nav menu side sidebar rail footer foot header topbar tags topics keywords pager paging skip toc drawer crumbs hidden offscreen sr-only",
  ),
])

const parts = (words: string) => new RegExp(`[ -](?:${words.trim().replace(/\s+/g, "|")})(?=[ -])`)

// In the order they are asked: what is both related and navigation is related.
const PARTS: readonly [ZoneKind, RegExp][] = [
  [
    "caption",
    parts(
      "wp-caption-text figcaption image-caption photo-caption photo-credit image-credit img-caption media-caption gallery-caption caption-text",
    ),
  ],
  [
    "bio",
    parts(
      "author-bio authorbio about-author about-the-author author-box author-info author-card author-profile author-description contributor-bio",
    ),
  ],
  ["byline", parts("byline bylines by-line author-name posted-by post-author article-author")],
  [
    "dateline",
    parts(
      "dateline timestamp time-stamp pubdate pub-date post-date entry-date article-date published-date date-published last-updated",
    ),
  ],
  [
    "other",
    parts(
      "comment-list commentlist comments-area comments-section comments-container comment-form comment-respond disqus disqus-thread livefyre fb-comments",
    ),
  ],
  [
    "related",
    parts(
      "relateds? related-posts related-stories related-articles recommended recommendations recirc recirculation more-stories more-news more-from most-read most-popular most-viewed popular-posts trending readmore up-next see-also also-read promoted sponsored outbrain taboola zergnet revcontent latest-news latest-posts latest-stories you-may-like you-might-like further-reading jp-relatedposts yarpp",
    ),
  ],
  [
    "widget",
    parts(
      "sharebar share-tools share-buttons share-bar share-links social-media social-links social-share social-icons socials follow-us addthis sharethis addtoany sharedaddy subscription newsletters? signup sign-up sign-in log-in cookies? gdpr consent pop-up lightbox widgets? article-tools video-player audio-player video-js jwplayer adverts? advertisement advertising ad-container ad-wrapper ad-slot adslot dfp gpt call-to-action searchform search-form search-box app-download modal popup",
    ),
  ],
  [
    "nav",
    parts(
      "navs? navbar navigation menus? sub-menu submenu breadcrumbs? footer masthead site-header global-header page-header sidebars? side-bar right-rail left-rail tag-list taglist tag-cloud tagcloud post-tags article-tags tags-links cat-links pagination page-numbers prev-next skip-link skip-to-content screen-reader screen-reader-text visually-hidden visuallyhidden print-only back-to-top hamburger flyout language-switcher",
    ),
  ],
]
