/**
 * No page tells of more; a book or a hostile file must not fill the memory. What comes first is kept, and the reading
 * says that there was more (`metadata`: `proposed`).
 */
export const MOST_CLAIMS = 4000
export const MOST_EVENTS = 2000
