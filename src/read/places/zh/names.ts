/** Countries (ISO 3166-1 alpha-2) and parts of them in Chinese, the usual name first; what follows `|` lies within. */
const TABLE = `
CN 中国 中华人民共和国 中國|新疆 新疆维吾尔自治区 西藏 内蒙古 北京 上海 香港 澳门 广州 深圳 天津 重庆 成都 西安 兰州 南京 武汉 青海 甘肃 宁夏 四川 云南 广东 广西 浙江 江苏 山东 山西 陕西 河南 河北 湖南 湖北 安徽 福建 江西 海南 贵州 辽宁 吉林 黑龙江 乌鲁木齐 喀什 和田 阿克苏 伊犁 伊宁 塔城 阿勒泰 哈密 吐鲁番 克拉玛依 库尔勒 霍尔果斯 昌吉 石河子 博乐 奎屯 阿图什 莎车 叶城 墨玉 洛浦 于田 策勒 皮山 伽师 疏勒 疏附 巴楚 库车 拜城 温宿 特克斯 昭苏 尼勒克 察布查尔 额敏 托里 裕民 沙湾 布尔津 哈巴河 福海 富蕴 青河 吉木乃 拉萨
KZ 哈萨克斯坦 哈国|阿拉木图 阿斯塔纳 努尔苏丹 奇姆肯特 扎尔肯特
KG 吉尔吉斯斯坦|比什凯克 奥什
UZ 乌兹别克斯坦|塔什干
TJ 塔吉克斯坦|杜尚别
TM 土库曼斯坦|阿什哈巴德
TR 土耳其|伊斯坦布尔 安卡拉
RU 俄罗斯 俄国|莫斯科 圣彼得堡
US 美国 美國|华盛顿 纽约
GB 英国|伦敦
DE 德国|柏林 慕尼黑
FR 法国|巴黎
JP 日本|东京
KR 韩国|首尔
KP 朝鲜|平壤
MN 蒙古国|乌兰巴托
PK 巴基斯坦|伊斯兰堡
AF 阿富汗|喀布尔
IR 伊朗|德黑兰
IQ 伊拉克|巴格达
SY 叙利亚|大马士革
IN 印度|新德里
TH 泰国|曼谷
MY 马来西亚|吉隆坡
VN 越南|河内
AE 阿联酋|迪拜
SA 沙特阿拉伯 沙特|麦加 利雅得
EG 埃及|开罗
CH 瑞士|日内瓦
SE 瑞典|斯德哥尔摩
NL 荷兰|海牙
NO 挪威|
BE 比利时|布鲁塞尔
AT 奥地利|维也纳
CA 加拿大|渥太华
AU 澳大利亚 澳洲|堪培拉 悉尼
UA 乌克兰|基辅
BY 白俄罗斯|明斯克
AZ 阿塞拜疆|巴库
GE 格鲁吉亚|第比利斯
TW 台湾 台灣|台北
`

export interface KnownPlace {
  readonly country: string
  readonly isCountry: boolean
}

/** Every name, as written. */
export const PLACES: ReadonlyMap<string, KnownPlace> = new Map(
  TABLE.trim()
    .split("\n")
    .flatMap((line) => {
      const country = line.slice(0, 2)
      const [whole = "", parts = ""] = line.slice(3).split("|")
      const of = (list: string, isCountry: boolean) =>
        list
          .split(" ")
          .filter(Boolean)
          .map((name): [string, KnownPlace] => [name, { country, isCountry }])
      return [...of(whole, true), ...of(parts, false)]
    }),
)
