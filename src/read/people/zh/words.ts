/** Family names of one character that people in the news bear; rarer ones need a title before them as well. */
const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边习胥巴蓝阿麻木提吾买依古帕库热艾伊"

/** Rarer ones, which need a title beside them. */
const RARER =
  "骆屠桑巩褚窦奚郎凤酆廉岑滕邬卞禹狄臧伏谈茅娄刁虞昝裘缪郁杭嵇荀羊惠储牧隗宓蓬郗班仰仲宫仇栾厉戎祖符郜宿蒲邰卓蔺蒙池阴闻莘贡劳逄姬扶堵扈燕冀尚晏瞿慎戈庾暨衡弘匡寇禄阙蔚隆晁勾敖冷阚饶沙鞠巢竺盖桓"

/** Family names of two characters. */
const DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木"

/** Characters by which names are transcribed but with which no Chinese family name begins. */
const NOT_SURNAME = "阿麻木提吾买依古帕库热艾伊位单解强时成查向植甘司阳关文方安常"

export const SURNAME = `(?:${DOUBLE}|[${[...SURNAMES].filter((letter) => !NOT_SURNAME.includes(letter)).join("")}])`
/** With a title beside it: the rarer and the ambiguous too. */
export const ANY_SURNAME = `(?:${DOUBLE}|[${SURNAMES}${RARER}])`

/** Characters by which Turkic and other foreign names are transcribed. */
export const SOUNDS =
  "阔干坚凯再宰衮涂辉朵吉婕佳芙蒂蕾阿艾爱安昂奥巴拔白班邦包保鲍贝本比彼别宾波伯勃博卜布采察昌楚茨茈达大戴丹当道德登迪蒂丁东都杜敦多厄恩尔耳发法凡范菲费芬丰佛夫弗福富盖甘冈高戈哥格葛根贡古瓜圭国哈海汉罕豪赫黑亨洪侯胡华怀惠霍基吉季加贾江杰捷金津久居君喀卡开坎康考柯科克肯孔库夸奎昆拉来莱赖兰朗劳勒雷黎里理力丽利连廉良列烈林玲留刘龙隆娄卢鲁路伦罗洛吕麻马玛迈麦满曼芒毛茂梅门蒙孟米密敏明缪摩莫墨默姆木穆拿那娜纳乃奈南瑙内嫩能尼年涅宁纽农努诺欧帕派潘庞佩彭皮平珀泼普奇契恰强乔切钦琴秦琼丘屈让热仁日荣茹儒瑞若萨赛三桑森沙莎山尚绍舍申圣诗施什石史舒朔司丝斯松苏孙索塔台太泰坦汤唐陶特滕提田铁廷通图土吐托瓦万汪旺威韦维卫文翁沃乌吾武西希锡夏显香肖谢辛欣兴雄休许逊雅亚延扬耶叶依伊益因英尤于约云赞早扎詹张章哲者珍真芝中朱兹子宗佐加娅妮莉娃古依木买提汗别江孜麦尕嘎依玉素甫肉孜斯拉木热合曼吐尔逊赛力克叶尔巴合提努兰拉提那乌帕勒达吾伊布买尼沙"

/** Titles and roles before or after a name → what we call the role. */
export const TITLES: Readonly<Record<string, string>> = {
  发言人: "spokesperson", 律师: "lawyer", 辩护律师: "lawyer", 辩护人: "lawyer", 记者: "journalist", 编辑: "editor", 责任编辑: "editor",
  法官: "judge", 审判长: "judge", 审判员: "judge", 检察官: "prosecutor", 公诉人: "prosecutor", 书记: "secretary",
  党委书记: "secretary", 副书记: "secretary", 主席: "chairperson", 副主席: "chairperson", 主任: "head", 副主任: "head",
  局长: "head", 副局长: "head", 院长: "head", 副院长: "head", 厅长: "head", 部长: "minister", 副部长: "minister",
  外长: "minister", 总理: "prime minister", 总统: "president", 县长: "head", 市长: "mayor", 省长: "governor",
  州长: "governor", 村长: "head", 乡长: "head", 所长: "head", 监狱长: "head", 校长: "head", 教授: "professor",
  副教授: "professor", 老师: "teacher", 教师: "teacher", 医生: "doctor", 作家: "writer", 诗人: "poet", 歌手: "singer",
  学者: "scholar", 阿訇: "imam", 伊玛目: "imam", 警官: "officer", 民警: "officer", 警察: "officer", 司令: "commander",
  被告人: "defendant", 被告: "defendant", 嫌疑人: "suspect", 犯罪嫌疑人: "suspect", 原告: "plaintiff", 证人: "witness",
  活动人士: "activist", 维权人士: "activist", 异见人士: "dissident", 商人: "businessperson", 企业家: "businessperson",
  农民: "farmer", 牧民: "herder", 学生: "student", 村民: "villager", 居民: "resident", 公民: "citizen", 导演: "director",
  研究员: "researcher", 大使: "ambassador", 领事: "diplomat", 创始人: "founder", 负责人: "head", 会长: "chairperson",
  先生: "", 女士: "", 同志: "", 小姐: "", 夫人: "", 太太: "",
  丈夫: "husband", 妻子: "wife", 父亲: "father", 母亲: "mother", 儿子: "son", 女儿: "daughter", 哥哥: "brother",
  弟弟: "brother", 姐姐: "sister", 妹妹: "sister", 叔叔: "uncle", 爷爷: "grandfather", 奶奶: "grandmother",
  侄子: "nephew", 外甥: "nephew", 侄女: "niece", 表哥: "cousin", 堂兄: "cousin", 孙子: "grandson",
} // biome-ignore format: a table

/** Only before a name, or only after one. */
export const AFTER_NAME =
  "先生|女士|同志|小姐|夫人|律师|法官|检察官|书记|主席|主任|局长|院长|厅长|部长|县长|市长|省长|州长|村长|所长|校长|教授|老师|医生|警官|阿訇|司令|大使"

export const GROUPS: Readonly<Record<string, string | null>> = {
  维吾尔族: null, 维吾尔人: null, 维族: null, 哈萨克族: null, 哈萨克人: null, 回族: null, 汉族: null, 汉人: null,
  柯尔克孜族: null, 吉尔吉斯人: null, 塔吉克族: null, 乌孜别克族: null, 蒙古族: null, 藏族: null, 藏人: null,
  穆斯林: null, 基督徒: null, 法轮功学员: null,
} // biome-ignore format: a table

/** The characters that grammar is made of: no name runs over them. */
export const GRAMMAR =
  "的了在于於被把对對和与與及向从從由自至到将將已曾是为為有这這那其该該此某等并並而但或据據称稱说說示就也都还還又则則却卻并非不没未无以因若如吗呢吧啊着過过给給让讓使令她他它我你您们們跟同时時当當后後前中里裡内外上下之所"
