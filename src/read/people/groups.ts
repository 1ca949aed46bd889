/** Peoples and communities that are not simply the people of a country: singular or adjective, then plural. */
const TABLE = `Uyghur Uyghurs,Uighur Uighurs,Uygur Uygurs,Hui Huis,Han Hans,Tibetan Tibetans,Kurdish Kurds,Rohingya Rohingyas,
Tatar Tatars,Crimean-Tatar Crimean-Tatars,Chechen Chechens,Ingush Ingush,Roma Roma,Yazidi Yazidis,Hazara Hazaras,
Pashtun Pashtuns,Baloch Balochs,Sikh Sikhs,Muslim Muslims,Christian Christians,Jewish Jews,Hindu Hindus,Buddhist Buddhists,
Baha'i Baha'is,Ahmadi Ahmadis,Sunni Sunnis,Shia Shias,Shiite Shiites,Alevi Alevis,Turkic Turks,Arab Arabs,Mapuche Mapuches,
Maya Mayas,Tamil Tamils,Karen Karens,Kachin Kachins,Hmong Hmongs,Dalit Dalits,Adivasi Adivasis,Oromo Oromos,
Tigrayan Tigrayans,Amhara Amharas,Tutsi Tutsis,Hutu Hutus,Fulani Fulanis,Igbo Igbos,Yoruba Yorubas,Hausa Hausas,
Maasai Maasais,Sahrawi Sahrawis,Dungan Dungans,Karakalpak Karakalpaks,Pamiri Pamiris,Catholic Catholics,
Protestant Protestants,Mongol Mongols,Latino Latinos,Hispanic Hispanics`

/** Plural → true: a group mention. */
export const GROUPS: ReadonlySet<string> = new Set(TABLE.split(/,\s*/).map((pair) => pair.trim().split(" ")[1]!))

/** Adjectives of peoples: never a person's name by themselves. */
export const PEOPLES: ReadonlySet<string> = new Set(TABLE.split(/,\s*/).flatMap((pair) => pair.trim().split(" ")))
