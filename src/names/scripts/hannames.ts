/** Elements of Uyghur, Kazakh and Kyrgyz names as Chinese papers write them, and their Latin. */
const TURKIC = `
阿卜杜 abdu 阿布都 abdu 阿不都 abdu 阿卜都 abdu 阿布杜 abdu 阿不杜 abdu 买买提 memet 麦麦提 memet 买合木提 mehmut 麦合木提 mehmut 马合木提 mahmut
穆罕默德 muhammed 穆罕默特 muhammet 默罕默德 muhammed 木合塔尔 muhtar 穆合塔尔 muhtar 吐尔逊 tursun 图尔荪 tursun 吐逊 tursun 图尔逊 tursun 托合提 tohti 土赫提 tohti
吐尔地 turdi 图尔迪 turdi 别克 bek 拜克 bek 伯克 bek 古丽 gul 古力 gul 阿依 ay 努尔 nur 努热 nur 艾尔肯 erkin 叶尔肯 erkin 艾合买提 ehmet 阿合买提 ahmet
艾买提 emet 卡德尔 qadir 卡迪尔 qadir 玉素甫 yusup 玉苏甫 yusup 伊布拉音 ibrahim 依布拉音 ibrahim 易卜拉欣 ibrahim 伊不拉音 ibrahim 依明 imin 伊敏 imin 依米提 imit
达吾提 dawut 达吾特 dawut 肉孜 rozi 茹孜 rozi 斯拉木 islam 伊斯拉木 islam 库尔班 qurban 热合曼 rahman 拉赫曼 rahman 赛力克 serik 叶尔 yer 巴合提 baqit
努尔兰 nurlan 木拉提 murat 穆拉提 murat 哈那提 qanat 卡那提 qanat 帕提古丽 patigul 帕提曼 patiman 热依拉 rahile 热比娅 rabiye 米日古丽 mihrigul 米热 mihri 艾则孜 eziz
艾孜孜 eziz 阿孜 aziz 哈斯木 qasim 卡斯木 qasim 哈孜 qazi 卡孜 qazi 伊力哈木 ilham 依力哈木 ilham 阿力木 alim 艾力 eli 阿里木 alim 居马 juma 居麻 juma 朱马 juma
马木提 mamut 马木特 mamut 艾山 esen 艾海提 exet 海提 xet 沙吾提 sawut 萨吾提 sawut 司马义 ismayil 斯马义 ismayil 伊斯马依 ismayil 伊斯马义 ismayil
祖农 zunun 尼亚孜 niyaz 尼牙孜 niyaz 阿不来提 ablet 阿布来提 ablet 阿卜力孜 abliz 阿不力孜 abliz 阿卜力 abli 艾比布拉 hebibulla 阿卜拉 abla 阿布拉 abla
乌拉 ulla 吾拉 ulla 木明 momin 莫明 momin 热西提 reshit 拉西提 reshit 热夏提 rishat 克里木 kerim 克力木 kerim 赛买提 semet 赛迪 seyit 赛义提 seyit
帕尔哈提 perhat 帕哈提 perhat 迪里夏提 dilshat 迪力夏提 dilshat 迪丽 dil 迪力 dil 居来提 juret 吐尔洪 turghun 图尔洪 turghun 外力 weli 瓦力 weli
伊敏江 iminjan 塔西甫拉提 tashpolat 塔什甫拉提 tashpolat 买 me 江 jan 汗 khan 罕 khan 夏木西 shemsi 亚森 yasin 牙生 yasin 亚生 yasin 哈力克 haliq
哈山 hasan 玉山 husen 于山 husen 沙拉 sala 夏尔 shar 别尔 ber 胡玛尔 qumar 胡马尔 qumar 巴依 bay 拜 bay 什 sh 铁木尔 temir 帖木儿 temir
`

/** A surname and how its bearers write it, from Beijing to Penang. Two signs that are one surname stand after a plus. */
const FAMILIES = `
王:wang wong ong heng 李:li lee lie 张張:zhang chang cheung teo chong tiong teoh 刘劉:liu lau low lao lew 陈陳:chen chan tan tang ting chin ch'en chern 杨楊:yang yeung yeo yong young
黄黃:huang wong ong ng ooi oei bong wee vong 赵趙:zhao chao chiu teo teoh cho 吴吳:wu ng goh go eng ngo woo 周:zhou chou chow chew chiew jow joe 徐:xu hsu chui tsui chee choo seow 孙孫:sun suen sng soon
马馬:ma mah beh bey 朱:zhu chu choo chee 胡:hu woo wu oh foo ow 郭:guo kuo kwok quek kwek koay kuek 何:he ho hoe hor 高:gao kao ko koh kou 林:lin lam lim ling liem ring 罗羅:luo lo law loh lowe
郑鄭:zheng cheng cheang tay teh tee the chung jeong 梁:liang leung leong neo neoh niu nio leang 谢謝:xie hsieh tse chia cheah seah sia 宋:song sung soong 唐:tang tong tng thng 许許:xu hsu hui koh khoh khor koo hoh
邓鄧:deng teng tang theng thien 冯馮:feng fung foong pang fong hong 韩韓:han hon hang 曹:cao tsao cho chew 曾:zeng tseng tsang chan chang chen tzeng 彭:peng pang phang 萧蕭肖:xiao hsiao siu siew seow seah siaw sio
蔡:cai tsai choi chua choy chai tjoa chuah 潘:pan poon phua puah pun phoon 田:tian tien tin tan chan 董:dong tung tang 袁:yuan yuen yun wan oan 于:yu yue 余:yu yue yee iu e yii 叶葉:ye yeh yip ip yap iap yeap
蒋蔣:jiang chiang cheung chiong 杜:du tu to toh thor dou 苏蘇:su so soh saw soo 魏:wei ngai gui goei 程:cheng ching chen thia 吕呂:lu lui loo lee lyu 丁:ding ting teng ding tin 沈:shen shum sim sum sem shim
任:ren jen yam yum jim 姚:yao yiu yew yeo io 卢盧:lu lo loh low loo lou 傅:fu foo poh 钟鍾鐘:zhong chung cheong chong tjong cheng 姜:jiang chiang keung kiang 崔:cui tsui chui choi chooi 谭譚:tan tam tham 廖:liao liu liew leow liau
范:fan fam hoan 汪:wang wong ong 陆陸:lu luk lok loke 金:jin kam kim chin gim 石:shi shek shih seah siah sek 戴:dai tai te tay tye 贾賈:jia chia 韦韋:wei wai 夏:xia hsia ha 邱:qiu chiu yau khoo koo hew 方:fang fong png hong pung
侯:hou hau how ho 邹鄒:zou tsou chau chow 熊:xiong hsiung hung him 孟:meng mang beng 秦:qin chin chun cheng 白:bai pai pak peh beh baek paek 江:jiang chiang kong kang kiang kung 阎閻:yan yen yim giam 薛:xue hsueh sit see si seet
尹:yin wan yoon yun 段:duan tuan tuen 雷:lei lui looi lwee 龙龍:long lung leng 史:shi shih see sze 陶:tao to tow toh 贺賀:he ho hor 顾顧:gu ku koo goo 毛:mao mo mou moh 郝:hao hau hok 龚龔:gong kung kiong 邵:shao shiu siow siew
万萬:wan man ban 钱錢:qian chien chin tsien chee 严嚴:yan yen yim giam ngiam 覃:qin tam 武:wu mo bu mu 莫:mo mok bok 孔:kong hung khong 向:xiang heung 常:chang sheung siang 温溫:wen wan oon voon boon woon 康:kang hong khong
施:shi shih sze see si shy sy 柯:ke ko kwa kua ker or 洪:hong hung ang ung fung 连連:lian lien lin 游:you yu yau yew 颜顏:yan yen ngan gan 庄莊:zhuang chuang chong ching chng tsng 符:fu foo hoo 符:fu foo hu 饶饒:rao yiu jao niau
翁:weng yung ang ong eng 巫:wu boo moo 区區歐欧:ou au ow 司:si sze 邝鄺:kuang kwong 伍:wu ng goh 甘:gan kam kan 尤:you yu yau yew 涂:tu to thoo 倪:ni ngai gay geh ngee 赖賴:lai loi lye lua 包:bao pao pau pow 单單:shan sin
古:gu ku koo kou 申:shen shin sin 朴:piao pak park bak 權权:quan kwon kwan 车車:che cha kui 具:ju koo ku 裵裴:pei bae pae pui 卞:bian byon pyon 玄:xuan hyon hyun 池:chi ji 安:an ahn on 辛:xin shin sin san 成:cheng song sung sing
文:wen man moon mun boon 河:he ha 南:nan nam 千:qian chon 太:tai thae 桂:gui kye 房:fang pang bang fong 符:fu foo 劳勞:lao lo 骆駱:luo lok loke 霍:huo fok 关關:guan kwan kuan 利:li lee 布:bu po 容:rong yung 阮:ruan yuen nguyen nguan wong oan
习習:xi hsi chap 胡:hu woo oh foo 温:wen wan 鲍鮑:bao pau pao 麦麥:mai mak bek 湯汤:tang tong thng 岑:cen shum sam 卓:zhuo cheuk toh tok 简簡:jian kan chien 詹:zhan jim chan chiam tjiam 辜:gu koo ku 纪紀:ji chi kee kei 凌:ling leng
蓝藍:lan lam nam 童:tong tung 章:zhang cheung chang cheong 苗:miao miu 项項:xiang hong hang 祝:zhu chuk 齐齊:qi chi chai 乔喬:qiao kiu chiao 伊:yi yee 费費:fei fee 丘:qiu yau khoo hew 管:guan koon kuan 尚:shang sheung +欧陽歐陽欧阳:ouyang auyeung auyong
+司徒:situ szeto seetoh +司馬司马:sima szema +諸葛诸葛:zhuge +上官:shangguan sheungkoon +端木:duanmu +皇甫:huangfu +公孙公孫:gongsun +令狐:linghu +慕容:murong
`

export const ELEMENTS: ReadonlyMap<string, string> = new Map(
  TURKIC.trim()
    .split(/\s+/)
    .flatMap((word, at, words) => (at % 2 === 0 ? [[word, words[at + 1]!] as const] : [])),
)

export const SURNAMES: ReadonlyMap<string, string> = new Map(
  FAMILIES.trim()
    .split(/\s+(?=[+\p{Script=Han}])/u)
    .flatMap((row) => {
      const [signs, latin] = row.split(":") as [string, string]
      const each = signs.startsWith("+") ? (signs.slice(1).match(/../gu) ?? []) : [...signs]
      return each.map((sign) => [sign, latin] as const)
    }),
)
