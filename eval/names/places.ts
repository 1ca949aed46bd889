/** Places of Kazakhstan and Xinjiang as Kazakh and Uyghur papers in Arabic script write them, and in Latin. */
export const VARIANTS: readonly {
  readonly id: string
  readonly arabic: readonly string[]
  readonly latin: readonly string[]
}[] = [
  { id: "astana", arabic: ["نۇر-سۇلتان", "استانا"], latin: ["Nur-Sultan", "Nursultan", "Astana", "Akmola"] },
  { id: "almaty", arabic: ["الماتى"], latin: ["Almaty", "Alma-Ata"] },
  { id: "xinjiang", arabic: ["شىڭجاڭ", "شينجياڭ", "شىنجاڭ"], latin: ["Xinjiang", "Sinkiang", "Shinjang"] },
  { id: "urumqi", arabic: ["ٴۇرىمجى", "ئۈرۈمچى"], latin: ["Ürümqi", "Urumqi", "Urumchi"] },
  { id: "ghulja", arabic: ["قۇلجا", "غۇلجا"], latin: ["Ghulja", "Gulja", "Kulja", "Yining"] },
  { id: "ili", arabic: ["ىلە", "ئىلى"], latin: ["Ili", "Yili"] },
  {
    id: "tacheng",
    arabic: ["شاۋەشەك", "تارباعاتاي", "چۆچەك", "تارباغاتاي"],
    latin: ["Chuguchak", "Qoqek", "Tacheng", "Tarbagatay"],
  },
  { id: "altay", arabic: ["التاي", "ئالتاي"], latin: ["Altay", "Aletai"] },
  { id: "kashgar", arabic: ["قاشقار", "قەشقەر"], latin: ["Kashgar", "Kashi"] },
  { id: "hotan", arabic: ["حوتان", "خوتەن"], latin: ["Hotan", "Khotan", "Hetian"] },
  { id: "aksu", arabic: ["اقسۋ", "ئاقسۇ"], latin: ["Aksu", "Aqsu", "Akesu"] },
  { id: "turpan", arabic: ["تۇرپان"], latin: ["Turpan", "Turfan"] },
  { id: "hami", arabic: ["قۇمىل", "قۇمۇل"], latin: ["Hami", "Kumul", "Qumul"] },
  { id: "karamay", arabic: ["قاراماي"], latin: ["Karamay", "Qaramay"] },
  { id: "korgas", arabic: ["قورعاس", "قورغاس"], latin: ["Khorgos", "Horgos", "Korgas"] },
  { id: "zharkent", arabic: ["جاركەنت"], latin: ["Zharkent", "Jarkent"] },
]
