/**
 * Places, one a line: id | kind | within | latitude,longitude | names in en | ru | kk | ug | zh, the usual one first;
 * `Nur-Sultan@2019-03-23..2022-09-17` held on those days. Made by `scripts/places.mjs`; sources and licences are in
 * docs/gazetteer.md (names: our own, and CLDR's under Unicode-3.0; coordinates: GeoNames, CC BY 4.0).
 */
export const TABLE = `
ad|country||42.51,1.52|Andorra|Андорра|Андорра|ئاندوررا|安道尔
ad-capital|city|ad|42.51,1.52|Andorra la Vella||||
ae|country||24.45,54.4|United Arab Emirates,UAE|ОАЭ|Біріккен Араб Әмірліктері,БАӘ|ئەرەب بىرلەشمە خەلىپىلىكى|阿拉伯联合酋长国,阿联酋
ae-capital|city|ae|24.45,54.4|Abu Dhabi||||
af|country||34.53,69.17|Afghanistan|Афганистан|Ауғанстан|ئافغانىستان|阿富汗
af-capital|city|af|34.53,69.17|Kabul|Кабул|Кабул|كابۇل|喀布尔
ag|country||17.12,-61.84|Antigua & Barbuda|Антигуа и Барбуда|Антигуа және Барбуда|ئانتىگۇئا ۋە باربۇدا|安提瓜和巴布达
ag-capital|city|ag|17.12,-61.84|Saint John’s||||
ai|country||18.22,-63.06|Anguilla|Ангилья|Ангилья|ئانگۋىللا|安圭拉
ai-capital|city|ai|18.22,-63.06|The Valley||||
al|country||41.33,19.82|Albania|Албания|Албания|ئالبانىيە|阿尔巴尼亚
al-capital|city|al|41.33,19.82|Tirana||||
am|country||40.18,44.51|Armenia|Армения|Армения|ئەرمېنىيە|亚美尼亚
am-capital|city|am|40.18,44.51|Yerevan|Ереван|Ереван||埃里温
ao|country||-8.84,13.23|Angola|Ангола|Ангола|ئانگولا|安哥拉
ao-capital|city|ao|-8.84,13.23|Luanda|Луанда|Луанда||罗安达
aq|country||-77.85,166.68|Antarctica|Антарктида|Антарктида|ئانتاركتىكا|南极洲
ar|country||-34.61,-58.38|Argentina|Аргентина|Аргентина|ئارگېنتىنا|阿根廷
ar-capital|city|ar|-34.61,-58.38|Buenos Aires|Буэнос-Айрес|Буэнос-Айрес||布宜诺斯艾利斯
as|country||-14.28,-170.7|American Samoa|Американское Самоа|Америкалық Самоа|ئامېرىكا ساموئا|美属萨摩亚
as-capital|city|as|-14.28,-170.7|Pago Pago|Паго-Паго|Паго-Паго||帕果帕果
at|country||48.21,16.37|Austria|Австрия|Аустрия|ئاۋىستىرىيە|奥地利
at-capital|city|at|48.21,16.37|Vienna|Вена|Вена||维也纳
au|country||-35.28,149.13|Australia|Австралия|Аустралия|ئاۋسترالىيە|澳大利亚
au-capital|city|au|-35.28,149.13|Canberra||||
aw|country||12.52,-70.03|Aruba|Аруба|Аруба|ئارۇبا|阿鲁巴
aw-capital|city|aw|12.52,-70.03|Oranjestad||||
ax|country||60.1,19.93|Åland Islands|Аландские о-ва|Аланд аралдары|ئالاند ئاراللىرى|奥兰群岛
ax-capital|city|ax|60.1,19.93|Mariehamn|Мариехамн|Мариехамн||玛丽港
az|country||40.38,49.89|Azerbaijan|Азербайджан|Әзірбайжан|ئەزەربەيجان|阿塞拜疆
az-capital|city|az|40.38,49.89|Baku|Баку|Баку||巴库
ba|country||43.85,18.36|Bosnia & Herzegovina|Босния и Герцеговина|Босния және Герцеговина|بوسىنىيە ۋە گېرتسېگوۋىنا|波斯尼亚和黑塞哥维那
ba-capital|city|ba|43.85,18.36|Sarajevo|Сараево|Сараево||萨拉热窝
bb|country||13.11,-59.62|Barbados|Барбадос|Барбадос|باربادوس|巴巴多斯
bb-capital|city|bb|13.11,-59.62|Bridgetown||||
bd|country||23.71,90.41|Bangladesh|Бангладеш|Бангладеш|بېنگال|孟加拉国
bd-capital|city|bd|23.71,90.41|Dhaka|Дакка|Дакка||达卡
be|country||50.85,4.35|Belgium|Бельгия|Бельгия|بېلگىيە|比利时
be-capital|city|be|50.85,4.35|Brussels|Брюссель|Брюссель||布鲁塞尔
bf|country||12.37,-1.53|Burkina Faso|Буркина-Фасо|Буркина-Фасо|بۇركىنا فاسو|布基纳法索
bf-capital|city|bf|12.37,-1.53|Ouagadougou|Уагадугу|Уагадугу||瓦加杜古
bg|country||42.7,23.32|Bulgaria|Болгария|Болгария|بۇلغارىيە|保加利亚
bg-capital|city|bg|42.7,23.32|Sofia|София|София||索非亚
bh|country||26.23,50.59|Bahrain|Бахрейн|Бахрейн|بەھرەين|巴林
bh-capital|city|bh|26.23,50.59|Manama||||
bi|country||-3.43,29.92|Burundi|Бурунди|Бурунди|بۇرۇندى|布隆迪
bi-capital|city|bi|-3.43,29.92|Gitega||||
bj|country||6.5,2.6|Benin|Бенин|Бенин|بېنىن|贝宁
bj-capital|city|bj|6.5,2.6|Porto-Novo|Порто-Ново|Порто-Ново||波多诺伏
bl|country||17.9,-62.85|St. Barthélemy|Сен-Бартелеми|Сен-Бартелеми|ساينت بارتېلېمى|圣巴泰勒米
bl-capital|city|bl|17.9,-62.85|Gustavia||||
bm|country||32.29,-64.78|Bermuda|Бермудские о-ва|Бермуд аралдары|بېرمۇدا|百慕大
bm-capital|city|bm|32.29,-64.78|Hamilton||||
bn|country||4.89,114.94|Brunei|Бруней|Бруней|بىرۇنېي|文莱
bn-capital|city|bn|4.89,114.94|Bandar Seri Begawan||||
bo|country||-19.03,-65.26|Bolivia|Боливия|Боливия|بولىۋىيە|玻利维亚
bo-capital|city|bo|-19.03,-65.26|Sucre||||
bq|country||12.15,-68.27|Caribbean Netherlands|Бонэйр Синт-Эстатиус и Саба|Бонэйр Синт-Эстатиус және Саба|كارىب دېڭىزى گوللاندىيە|荷属加勒比区
bq-capital|city|bq|12.15,-68.27|Kralendijk|Кралендейк|Кралендейк||克拉伦代克
br|country||-15.78,-47.93|Brazil|Бразилия|Бразилия|بىرازىلىيە|巴西
br-capital|city|br|-15.78,-47.93|Brasília||||
bs|country||25.06,-77.34|Bahamas|Багамы|Багам аралдары|باھاما|巴哈马
bs-capital|city|bs|25.06,-77.34|Nassau|Нассау|Нассау||拿骚
bt|country||27.47,89.64|Bhutan|Бутан|Бутан|بۇتان|不丹
bt-capital|city|bt|27.47,89.64|Thimphu|Тхимпху|Тхимпху||廷布
bw|country||-24.65,25.91|Botswana|Ботсвана|Ботсвана|بوتسۋانا|博茨瓦纳
bw-capital|city|bw|-24.65,25.91|Gaborone|Габороне|Габороне||哈博罗内
by|country||53.9,27.57|Belarus|Беларусь,Белоруссия|Беларусь|بېلارۇسىيە|白俄罗斯
by-capital|city|by|53.9,27.57|Minsk|Минск|Минск||明斯克
bz|country||17.25,-88.77|Belize|Белиз|Белиз|بېلىز|伯利兹
bz-capital|city|bz|17.25,-88.77|Belmopan||||
ca|country||45.41,-75.7|Canada|Канада|Канада|كانادا|加拿大
ca-capital|city|ca|45.41,-75.7|Ottawa||||
cc|country||-12.16,96.82|Cocos (Keeling) Islands|Кокосовые о-ва|Кокос (Килинг) аралдары|كوكوس (كىلىڭ) ئاراللىرى|科科斯（基林）群岛
cc-capital|city|cc|-12.16,96.82|West Island||||
cd|country||-4.33,15.31|Congo - Kinshasa,Democratic Republic of the Congo,DRC,DR Congo|Конго - Киншаса|Конго|كونگو - كىنشاسا|刚果（金）
cd-capital|city|cd|-4.33,15.31|Kinshasa|Киншаса|Киншаса||金沙萨
cf|country||4.36,18.55|Central African Republic|Центрально-Африканская Республика|Орталық Африка Республикасы|ئوتتۇرا ئافرىقا جۇمھۇرىيىتى|中非共和国
cf-capital|city|cf|4.36,18.55|Bangui|Банги|Банги||班吉
cg|country||-4.27,15.28|Congo - Brazzaville,Republic of the Congo|Конго - Браззавиль|Конго-Браззавиль Республикасы|كونگو - بىراززاۋىل|刚果（布）
cg-capital|city|cg|-4.27,15.28|Brazzaville|Браззавиль|Браззавиль||布拉柴维尔
ch|country||46.95,7.45|Switzerland|Швейцария|Швейцария|شىۋېتسارىيە|瑞士
ch-capital|city|ch|46.95,7.45|Bern,Berne|Берн|Берн|بېرن|伯尔尼
ci|country||6.82,-5.28|Côte d’Ivoire,Ivory Coast,Cote d'Ivoire|Кот-д’Ивуар|Кот-д’Ивуар|كوتې دې ئىۋوئىر|科特迪瓦
ci-capital|city|ci|6.82,-5.28|Yamoussoukro||||
ck|country||-21.21,-159.78|Cook Islands|о-ва Кука|Кук аралдары|كۇك ئاراللىرى|库克群岛
ck-capital|city|ck|-21.21,-159.78|Avarua||||
cl|country||-33.46,-70.65|Chile|Чили|Чили|چىلى|智利
cl-capital|city|cl|-33.46,-70.65|Santiago|Сантьяго|Сантьяго||圣地亚哥
cm|country||3.87,11.52|Cameroon|Камерун|Камерун|كامېرون|喀麦隆
cm-capital|city|cm|3.87,11.52|Yaoundé||||
cn|country||39.91,116.4|China,People's Republic of China,PRC|Китай,КНР,Китайская Народная Республика|Қытай,ҚХР,Қытай Халық Республикасы|جۇڭگو,خىتاي|中国,中华人民共和国,中國
cn-capital|city|cn|39.91,116.4|Beijing,Peking|Пекин|Пекин,Бейжің|بېيجىڭ|北京,北京市
co|country||4.61,-74.08|Colombia|Колумбия|Колумбия|كولومبىيە|哥伦比亚
co-capital|city|co|4.61,-74.08|Bogotá|Богота|Богота|Bogotá|波哥大
cr|country||9.93,-84.08|Costa Rica|Коста-Рика|Коста-Рика|كوستارىكا|哥斯达黎加
cr-capital|city|cr|9.93,-84.08|San José||||
cu|country||23.13,-82.38|Cuba|Куба|Куба|كۇبا|古巴
cu-capital|city|cu|23.13,-82.38|Havana|Гавана|Гавана||哈瓦那
cv|country||14.93,-23.51|Cape Verde|Кабо-Верде|Кабо-Верде|يېشىل تۇمشۇق|佛得角
cv-capital|city|cv|14.93,-23.51|Praia||||
cw|country||12.11,-68.93|Curaçao|Кюрасао|Кюрасао|كۇراچاۋ|库拉索
cw-capital|city|cw|12.11,-68.93|Willemstad||||
cx|country||-10.42,105.68|Christmas Island|о-в Рождества|Рождество аралы|مىلاد ئارىلى|圣诞岛
cx-capital|city|cx|-10.42,105.68|Flying Fish Cove||||
cy|country||35.18,33.36|Cyprus|Кипр|Кипр|سىپرۇس|塞浦路斯
cy-capital|city|cy|35.18,33.36|Nicosia|Никосия|Никосия||尼科西亚
cz|country||50.09,14.42|Czechia,Czech Republic|Чехия|Чехия|چېخ جۇمھۇرىيىتى|捷克
cz-capital|city|cz|50.09,14.42|Prague|Прага|Прага||布拉格
de|country||52.52,13.41|Germany|Германия|Германия|گېرمانىيە|德国
de-capital|city|de|52.52,13.41|Berlin|Берлин|Берлин|بېرلىن|柏林
dj|country||11.59,43.15|Djibouti|Джибути|Джибути|جىبۇتى|吉布提
dk|country||55.68,12.57|Denmark|Дания|Дания|دانىيە|丹麦
dk-capital|city|dk|55.68,12.57|Copenhagen|Копенгаген|Копенгаген||哥本哈根
dm|country||15.3,-61.39|Dominica|Доминика|Доминика|دومىنىكا|多米尼克
dm-capital|city|dm|15.3,-61.39|Roseau||||
do|country||18.47,-69.89|Dominican Republic|Доминиканская Республика|Доминикан Республикасы|دومىنىكا جۇمھۇرىيىتى|多米尼加共和国
do-capital|city|do|18.47,-69.89|Santo Domingo|Санто-Доминго|Санто-Доминго||圣多明各
dz|country||36.73,3.09|Algeria|Алжир|Алжир|ئالجىرىيە|阿尔及利亚
dz-capital|city|dz|36.73,3.09|Algiers|Алжир|Алжир||阿尔及尔
ec|country||-0.23,-78.52|Ecuador|Эквадор|Эквадор|ئېكۋاتور|厄瓜多尔
ec-capital|city|ec|-0.23,-78.52|Quito||||
ee|country||59.44,24.75|Estonia|Эстония|Эстония|ئېستونىيە|爱沙尼亚
ee-capital|city|ee|59.44,24.75|Tallinn|Таллин|Таллин||塔林
eg|country||30.06,31.25|Egypt|Египет|Мысыр|مىسىر|埃及
eg-capital|city|eg|30.06,31.25|Cairo|Каир|Каир||开罗
eh|country||27.1,-13.42|Western Sahara|Западная Сахара|Батыс Сахара|غەربىي ساخارا|西撒哈拉
er|country||15.34,38.93|Eritrea|Эритрея|Эритрея|ئېرىترىيە|厄立特里亚
er-capital|city|er|15.34,38.93|Asmara||||
es|country||40.42,-3.7|Spain|Испания|Испания|ئىسپانىيە|西班牙
es-capital|city|es|40.42,-3.7|Madrid|Мадрид|Мадрид||马德里
et|country||9.02,38.75|Ethiopia|Эфиопия|Эфиопия|ئېفىيوپىيە|埃塞俄比亚
et-capital|city|et|9.02,38.75|Addis Ababa|Аддис-Абеба|Аддис-Абеба||亚的斯亚贝巴
fi|country||60.17,24.94|Finland|Финляндия|Финляндия|فىنلاندىيە|芬兰
fi-capital|city|fi|60.17,24.94|Helsinki|Хельсинки|Хельсинки||赫尔辛基
fj|country||-18.14,178.44|Fiji|Фиджи|Фиджи|فىجى|斐济
fj-capital|city|fj|-18.14,178.44|Suva||||
fk|country||-51.69,-57.86|Falkland Islands|Фолклендские о-ва|Фолкленд аралдары|فالكلاند ئاراللىرى|福克兰群岛
fk-capital|city|fk|-51.69,-57.86|Stanley|Стэнли|Стэнли||斯坦利
fm|country||6.92,158.16|Micronesia|Федеративные Штаты Микронезии|Микронезия|مىكرونېزىيە|密克罗尼西亚
fm-capital|city|fm|6.92,158.16|Palikir - National Government Center||||
fo|country||62.01,-6.77|Faroe Islands|Фарерские о-ва|Фарер аралдары|فارو ئاراللىرى|法罗群岛
fo-capital|city|fo|62.01,-6.77|Tórshavn||||
fr|country||48.85,2.35|France|Франция|Франция|فىرانسىيە|法国
fr-capital|city|fr|48.85,2.35|Paris|Париж|Париж||巴黎
ga|country||0.39,9.45|Gabon|Габон|Габон|گابون|加蓬
ga-capital|city|ga|0.39,9.45|Libreville|Либревиль|Либревиль||利伯维尔
gb|country||51.51,-0.13|United Kingdom,Britain,Great Britain,UK,U.K.,England|Великобритания,Соединённое Королевство|Ұлыбритания|بىرلەشمە پادىشاھلىق,ئەنگلىيە|英国
gb-capital|city|gb|51.51,-0.13|London|Лондон|Лондон||伦敦
gd|country||12.05,-61.75|Grenada|Гренада|Гренада|گىرېنادا|格林纳达
gd-capital|city|gd|12.05,-61.75|Saint George's||||
ge|country||41.69,44.83|Georgia|Грузия|Грузия|گىرۇزىيە|格鲁吉亚
ge-capital|city|ge|41.69,44.83|Tbilisi|Тбилиси|Тбилиси||第比利斯
gf|country||4.93,-52.33|French Guiana|Французская Гвиана|Француз Гвианасы|فىرانسىيەگە قاراشلىق گىۋىيانا|法属圭亚那
gf-capital|city|gf|4.93,-52.33|Cayenne|Кайенна|Кайенна||卡宴
gg|country||49.46,-2.54|Guernsey|Гернси|Гернси|گۇرنسېي|根西岛
gg-capital|city|gg|49.46,-2.54|Saint Peter Port||||
gh|country||5.56,-0.2|Ghana|Гана|Гана|گانا|加纳
gh-capital|city|gh|5.56,-0.2|Accra|Аккра|Аккра||阿克拉
gi|country||36.14,-5.35|Gibraltar|Гибралтар|Гибралтар|جەبىلتارىق|直布罗陀
gl|country||64.18,-51.72|Greenland|Гренландия|Гренландия|گىرېنلاندىيە|格陵兰
gl-capital|city|gl|64.18,-51.72|Nuuk||||
gm|country||13.45,-16.58|Gambia|Гамбия|Гамбия|گامبىيە|冈比亚
gm-capital|city|gm|13.45,-16.58|Banjul|Банжул|Банжул||班珠尔
gn|country||9.54,-13.68|Guinea|Гвинея|Гвинея|گىۋىنىيە|几内亚
gn-capital|city|gn|9.54,-13.68|Conakry|Конакри|Конакри||科纳克里
gp|country||16,-61.73|Guadeloupe|Гваделупа|Гваделупа|گىۋادېلۇپ|瓜德罗普
gp-capital|city|gp|16,-61.73|Basse-Terre||||
gq|country||3.76,8.78|Equatorial Guinea|Экваториальная Гвинея|Экваторлық Гвинея|ئېكۋاتور گىۋىنىيەسى|赤道几内亚
gq-capital|city|gq|3.76,8.78|Malabo|Малабо|Малабо||马拉博
gr|country||37.98,23.73|Greece|Греция|Грекия|گىرېتسىيە|希腊
gr-capital|city|gr|37.98,23.73|Athens|Афины|Афина||雅典
gs|country||-54.28,-36.51|South Georgia & South Sandwich Islands|Южная Георгия и Южные Сандвичевы о-ва|Оңтүстік Георгия және Оңтүстік Сандвич аралдары|جەنۇبىي جورجىيە ۋە جەنۇبىي ساندۋىچ ئاراللىرى|南乔治亚和南桑威奇群岛
gs-capital|city|gs|-54.28,-36.51|Grytviken||||
gt|country||14.64,-90.51|Guatemala|Гватемала|Гватемала|گىۋاتېمالا|危地马拉
gt-capital|city|gt|14.64,-90.51|Guatemala City||||
gu|country||13.48,144.75|Guam|Гуам|Гуам|گۇئام|关岛
gu-capital|city|gu|13.48,144.75|Hagåtña||||
gw|country||11.86,-15.6|Guinea-Bissau|Гвинея-Бисау|Гвинея-Бисау|گىۋىنىيە بىسسائۇ|几内亚比绍
gw-capital|city|gw|11.86,-15.6|Bissau|Бисау|Бисау||比绍
gy|country||6.8,-58.16|Guyana|Гайана|Гайана|گىۋىيانا|圭亚那
gy-capital|city|gy|6.8,-58.16|Georgetown||||
hk|country||22.28,114.17|Hong Kong SAR China,Hong Kong|Гонконг (САР),Гонконг|Сянган АӘА,Гонконг|شياڭگاڭ ئالاھىدە مەمۇرىي رايونى (جۇڭگو),شياڭگاڭ|中国香港特别行政区,香港
hn|country||14.08,-87.21|Honduras|Гондурас|Гондурас|ھوندۇراس|洪都拉斯
hn-capital|city|hn|14.08,-87.21|Tegucigalpa|Тегусигальпа|Тегусигальпа||特古西加尔巴
hr|country||45.81,15.98|Croatia|Хорватия|Хорватия|كىرودىيە|克罗地亚
hr-capital|city|hr|45.81,15.98|Zagreb|Загреб|Загреб||萨格勒布
ht|country||18.54,-72.34|Haiti|Гаити|Гаити|ھايتى|海地
ht-capital|city|ht|18.54,-72.34|Port-au-Prince|Порт-о-Пренс|Порт-о-Пренс||太子港
hu|country||47.5,19.04|Hungary|Венгрия|Венгрия|ۋېنگىرىيە|匈牙利
hu-capital|city|hu|47.5,19.04|Budapest|Будапешт|Будапешт||布达佩斯
id|country||-6.21,106.85|Indonesia|Индонезия|Индонезия|ھىندونېزىيە|印度尼西亚
id-capital|city|id|-6.21,106.85|Jakarta|Джакарта|Джакарта||雅加达
ie|country||53.33,-6.25|Ireland|Ирландия|Ирландия|ئىرېلاندىيە|爱尔兰
ie-capital|city|ie|53.33,-6.25|Dublin|Дублин|Дублин||都柏林
il|country||32.78,35.7|Israel|Израиль|Израиль|ئىسرائىلىيە|以色列
im|country||54.15,-4.48|Isle of Man|о-в Мэн|Мэн аралы|مان ئارىلى|马恩岛
im-capital|city|im|54.15,-4.48|Douglas||||
in|country||28.64,77.22|India|Индия|Үндістан|ھىندىستان|印度
in-capital|city|in|28.64,77.22|New Delhi|Нью-Дели|Жаңа Дели||新德里
iq|country||33.34,44.4|Iraq|Ирак|Ирак|ئىراق|伊拉克
iq-capital|city|iq|33.34,44.4|Baghdad|Багдад|Бағдат||巴格达
ir|country||35.69,51.42|Iran|Иран|Иран|ئىران|伊朗
ir-capital|city|ir|35.69,51.42|Tehran|Тегеран|Тегеран||德黑兰
is|country||64.14,-21.9|Iceland|Исландия|Исландия|ئىسلاندىيە|冰岛
is-capital|city|is|64.14,-21.9|Reykjavík|Рейкьявик|Рейкьявик||雷克雅未克
it|country||41.89,12.51|Italy|Италия|Италия|ئىتالىيە|意大利
it-capital|city|it|41.89,12.51|Rome|Рим|Рим||罗马
je|country||49.19,-2.1|Jersey|Джерси|Джерси|جېرسېي|泽西岛
je-capital|city|je|49.19,-2.1|Saint Helier||||
jm|country||18,-76.79|Jamaica|Ямайка|Ямайка|يامايكا|牙买加
jm-capital|city|jm|18,-76.79|Kingston||||
jo|country||31.96,35.95|Jordan|Иордания|Иордания|ئىيوردانىيە|约旦
jo-capital|city|jo|31.96,35.95|Amman|Амман|Амман||安曼
jp|country||35.69,139.69|Japan|Япония|Жапония|ياپونىيە|日本
jp-capital|city|jp|35.69,139.69|Tokyo|Токио|Токио||东京
ke|country||-1.28,36.82|Kenya|Кения|Кения|كېنىيە|肯尼亚
ke-capital|city|ke|-1.28,36.82|Nairobi|Найроби|Найроби||内罗毕
kg|country||42.87,74.59|Kyrgyzstan,Kyrgyz Republic,Kirghizia,Kirgizia|Киргизия,Кыргызстан,Кыргызская Республика|Қырғызстан,Қырғыз Республикасы|قىرغىزىستان|吉尔吉斯斯坦,吉尔吉斯共和国
kg-capital|city|kg|42.87,74.59|Bishkek,Frunze@1926-05-12..1991-02-04|Бишкек,Фрунзе@1926-05-12..1991-02-04|Бішкек|بىشكەك|比什凯克
kh|country||11.56,104.92|Cambodia|Камбоджа|Камбоджа|كامبودژا|柬埔寨
kh-capital|city|kh|11.56,104.92|Phnom Penh|Пномпень|Пномпень||金边
ki|country||1.33,172.98|Kiribati|Кирибати|Кирибати|كىرىباتى|基里巴斯
ki-capital|city|ki|1.33,172.98|Tarawa|Тарава|Тарава||塔拉瓦
km|country||-11.7,43.26|Comoros|Коморы|Комор аралдары|كومورو|科摩罗
km-capital|city|km|-11.7,43.26|Moroni||||
kn|country||17.3,-62.72|St. Kitts & Nevis|Сент-Китс и Невис|Сент-Китс және Невис|ساينت كىتىس ۋە نېۋىس|圣基茨和尼维斯
kn-capital|city|kn|17.3,-62.72|Basseterre||||
kp|country||39.03,125.75|North Korea|КНДР,Северная Корея|Солтүстік Корея|چاۋشيەن|朝鲜
kp-capital|city|kp|39.03,125.75|Pyongyang|Пхеньян|Пхеньян||平壤
kr|country||37.57,126.98|South Korea,Republic of Korea|Республика Корея|Оңтүстік Корея|كورېيە|韩国
kr-capital|city|kr|37.57,126.98|Seoul|Сеул|Сеул||首尔
kw|country||29.37,47.98|Kuwait|Кувейт|Кувейт|كۇۋەيت|科威特
kw-capital|city|kw|29.37,47.98|Kuwait City||||
ky|country||19.29,-81.37|Cayman Islands|о-ва Кайман|Кайман аралдары|كايمان ئاراللىرى|开曼群岛
ky-capital|city|ky|19.29,-81.37|George Town||||
kz|country||51.18,71.45|Kazakhstan,Republic of Kazakhstan,Qazaqstan,Kazakh SSR@..1991-12-09|Казахстан,Республика Казахстан,РК,Казахская ССР@..1991-12-09|Қазақстан,Қазақстан Республикасы,ҚР|قازاقىستان|哈萨克斯坦,哈萨克斯坦共和国,哈国
la|country||17.97,102.6|Laos|Лаос|Лаос|لائوس|老挝
la-capital|city|la|17.97,102.6|Vientiane|Вьентьян|Вьентьян||万象
lb|country||33.89,35.5|Lebanon|Ливан|Ливан|لىۋان|黎巴嫩
lb-capital|city|lb|33.89,35.5|Beirut|Бейрут|Бейрут||贝鲁特
lc|country||14,-61.01|St. Lucia|Сент-Люсия|Сент-Люсия|ساينت لۇسىيە|圣卢西亚
lc-capital|city|lc|14,-61.01|Castries||||
li|country||47.14,9.52|Liechtenstein|Лихтенштейн|Лихтенштейн|لىكتېنستېين|列支敦士登
li-capital|city|li|47.14,9.52|Vaduz|Вадуц|Вадуц||瓦杜兹
lk|country||6.94,79.85|Sri Lanka|Шри-Ланка|Шри-Ланка|سىرىلانكا|斯里兰卡
lk-capital|city|lk|6.94,79.85|Colombo|Коломбо|Коломбо||科伦坡
lr|country||6.3,-10.8|Liberia|Либерия|Либерия|لىبېرىيە|利比里亚
lr-capital|city|lr|6.3,-10.8|Monrovia|Монровия|Монровия||蒙罗维亚
ls|country||-29.32,27.48|Lesotho|Лесото|Лесото|لېسوتو|莱索托
ls-capital|city|ls|-29.32,27.48|Maseru|Масеру|Масеру||马塞卢
lt|country||54.69,25.28|Lithuania|Литва|Литва|لىتۋانىيە|立陶宛
lt-capital|city|lt|54.69,25.28|Vilnius|Вильнюс|Вильнюс||维尔纽斯
lu|country||49.61,6.13|Luxembourg|Люксембург|Люксембург|لىيۇكسېمبۇرگ|卢森堡
lv|country||56.95,24.11|Latvia|Латвия|Латвия|لاتۋىيە|拉脱维亚
lv-capital|city|lv|56.95,24.11|Riga|Рига|Рига||里加
ly|country||32.89,13.19|Libya|Ливия|Ливия|لىۋىيە|利比亚
ly-capital|city|ly|32.89,13.19|Tripoli|Триполи|Триполи||的黎波里
ma|country||34.01,-6.83|Morocco|Марокко|Марокко|ماراكەش|摩洛哥
ma-capital|city|ma|34.01,-6.83|Rabat||||
mc|country||43.73,7.42|Monaco|Монако|Монако|موناكو|摩纳哥
md|country||47.01,28.86|Moldova|Молдова,Молдавия|Молдова|مولدوۋا|摩尔多瓦
md-capital|city|md|47.01,28.86|Chisinau,Chișinău|Кишинев|Кишинев|Chișinău|基希讷乌
me|country||42.44,19.26|Montenegro|Черногория|Черногория|قارا تاغ|黑山
me-capital|city|me|42.44,19.26|Podgorica|Подгорица|Подгорица||波德戈里察
mf|country||18.07,-63.08|St. Martin|Сен-Мартен|Сен-Мартен|ساينت مارتىن|法属圣马丁
mf-capital|city|mf|18.07,-63.08|Marigot|Мариго|Мариго||马里戈特
mg|country||-18.91,47.54|Madagascar|Мадагаскар|Мадагаскар|ماداغاسقار|马达加斯加
mg-capital|city|mg|-18.91,47.54|Antananarivo|Антананариву|Антананариву||安塔那那利佛
mh|country||7.09,171.38|Marshall Islands|Маршалловы о-ва|Маршалл аралдары|مارشال ئاراللىرى|马绍尔群岛
mh-capital|city|mh|7.09,171.38|Majuro|Маджуро|Маджуро||马朱罗
mk|country||42,21.43|North Macedonia,Macedonia@..2019-02-11|Северная Македония|Солтүстік Македония|شىمالىي ماكېدونىيە|北马其顿
mk-capital|city|mk|42,21.43|Skopje|Скопье|Скопье||斯科普里
ml|country||12.65,-8|Mali|Мали|Мали|مالى|马里
ml-capital|city|ml|12.65,-8|Bamako|Бамако|Бамако||巴马科
mm|country||19.75,96.13|Myanmar (Burma),Burma|Мьянма (Бирма),Бирма|Мьянма (Бирма)|بىرما|缅甸
mm-capital|city|mm|19.75,96.13|Nay Pyi Taw||||
mn|country||47.91,106.88|Mongolia|Монголия|Моңғолия|موڭغۇلىيە|蒙古,蒙古国
mn-capital|city|mn|47.91,106.88|Ulan Bator,Ulaanbaatar|Улан-Батор|Ұланбатыр||乌兰巴托
mo|country||22.2,113.55|Macao SAR China,Macau,Macao|Макао (САР),Макао|Макао АӘА|ئاۋمېن ئالاھىدە مەمۇرىي رايونى|中国澳门特别行政区,澳门
mp|country||15.21,145.75|Northern Mariana Islands|Северные Марианские о-ва|Солтүстік Мариана аралдары|شىمالىي مارىيانا ئاراللىرى|北马里亚纳群岛
mp-capital|city|mp|15.21,145.75|Saipan|Сайпан|Сайпан||塞班
mq|country||14.6,-61.07|Martinique|Мартиника|Мартиника|مارتىنىكا|马提尼克
mq-capital|city|mq|14.6,-61.07|Fort-de-France||||
mr|country||18.09,-15.98|Mauritania|Мавритания|Мавритания|ماۋرىتانىيە|毛里塔尼亚
mr-capital|city|mr|18.09,-15.98|Nouakchott|Нуакшот|Нуакшот||努瓦克肖特
ms|country||16.71,-62.21|Montserrat|Монтсеррат|Монтсеррат|مونتسېررات|蒙特塞拉特
ms-capital|city|ms|16.71,-62.21|Plymouth||||
mt|country||35.9,14.51|Malta|Мальта|Мальта|مالتا|马耳他
mt-capital|city|mt|35.9,14.51|Valletta||||
mu|country||-20.16,57.5|Mauritius|Маврикий|Маврикий|ماۋرىتىيۇس|毛里求斯
mu-capital|city|mu|-20.16,57.5|Port Louis||||
mv|country||4.18,73.51|Maldives|Мальдивы|Мальдив аралдары|مالدىۋې|马尔代夫
mv-capital|city|mv|4.18,73.51|Male||||
mw|country||-13.97,33.79|Malawi|Малави|Малави|مالاۋى|马拉维
mw-capital|city|mw|-13.97,33.79|Lilongwe||||
mx|country||19.43,-99.13|Mexico|Мексика|Мексика|مېكسىكا|墨西哥
mx-capital|city|mx|19.43,-99.13|Mexico City|Мехико|Мехико|Ciudad de México|墨西哥城
my|country||3.14,101.69|Malaysia|Малайзия|Малайзия|مالايسىيا|马来西亚
my-capital|city|my|3.14,101.69|Kuala Lumpur|Куала-Лумпур|Куала-Лумпур||吉隆坡
mz|country||-25.97,32.58|Mozambique|Мозамбик|Мозамбик|موزامبىك|莫桑比克
mz-capital|city|mz|-25.97,32.58|Maputo|Мапуту|Мапуту||马普托
na|country||-22.56,17.08|Namibia|Намибия|Намибия|نامىبىيە|纳米比亚
na-capital|city|na|-22.56,17.08|Windhoek|Виндхук|Виндхук||温得和克
nc|country||-22.27,166.45|New Caledonia|Новая Каледония|Жаңа Каледония|يېڭى كالېدونىيە|新喀里多尼亚
nc-capital|city|nc|-22.27,166.45|Nouméa|Нумеа|Нумеа|Nouméa|努美阿
ne|country||13.51,2.11|Niger|Нигер|Нигер|نىگېر|尼日尔
ne-capital|city|ne|13.51,2.11|Niamey|Ниамей|Ниамей||尼亚美
nf|country||-29.05,167.97|Norfolk Island|о-в Норфолк|Норфолк аралы|نورفولك ئارىلى|诺福克岛
nf-capital|city|nf|-29.05,167.97|Kingston||||
ng|country||9.06,7.5|Nigeria|Нигерия|Нигерия|نىگېرىيە|尼日利亚
ng-capital|city|ng|9.06,7.5|Abuja||||
ni|country||12.13,-86.25|Nicaragua|Никарагуа|Никарагуа|نىكاراگۇئا|尼加拉瓜
ni-capital|city|ni|12.13,-86.25|Managua|Манагуа|Манагуа||马那瓜
nl|country||52.37,4.89|Netherlands|Нидерланды|Нидерланд|گوللاندىيە|荷兰
nl-capital|city|nl|52.37,4.89|Amsterdam|Амстердам|Амстердам||阿姆斯特丹
no|country||59.91,10.75|Norway|Норвегия|Норвегия|نورۋېگىيە|挪威
no-capital|city|no|59.91,10.75|Oslo|Осло|Осло||奥斯陆
np|country||27.7,85.32|Nepal|Непал|Непал|نېپال|尼泊尔
np-capital|city|np|27.7,85.32|Kathmandu||||
nr|country||-0.55,166.93|Nauru|Науру|Науру|ناۋرۇ|瑙鲁
nr-capital|city|nr|-0.55,166.93|Yaren||||
nu|country||-19.05,-169.92|Niue|Ниуэ|Ниуэ|نيۇئې|纽埃
nu-capital|city|nu|-19.05,-169.92|Alofi||||
nz|country||-41.29,174.78|New Zealand|Новая Зеландия|Жаңа Зеландия|يېڭى زېلاندىيە|新西兰
nz-capital|city|nz|-41.29,174.78|Wellington||||
om|country||23.58,58.41|Oman|Оман|Оман|ئومان|阿曼
om-capital|city|om|23.58,58.41|Muscat|Маскат|Маскат||马斯喀特
pa|country||8.99,-79.52|Panama|Панама|Панама|پاناما|巴拿马
pa-capital|city|pa|8.99,-79.52|Panamá|Панама|Панама||巴拿马
pe|country||-12.04,-77.03|Peru|Перу|Перу|پېرۇ|秘鲁
pe-capital|city|pe|-12.04,-77.03|Lima|Лима|Лима||利马
pf|country||-17.54,-149.57|French Polynesia|Французская Полинезия|Француз Полинезиясы|فىرانسىيەگە قاراشلىق پولىنېزىيە|法属波利尼西亚
pf-capital|city|pf|-17.54,-149.57|Papeete||||
pg|country||-9.48,147.15|Papua New Guinea|Папуа — Новая Гвинея|Папуа — Жаңа Гвинея|پاپۇئا يېڭى گىۋىنىيەسى|巴布亚新几内亚
pg-capital|city|pg|-9.48,147.15|Port Moresby|Порт-Морсби|Порт-Морсби||莫尔兹比港
ph|country||14.6,120.98|Philippines|Филиппины|Филиппин аралдары|فىلىپپىن|菲律宾
ph-capital|city|ph|14.6,120.98|Manila|Манила|Манила||马尼拉
pk|country||33.72,73.04|Pakistan|Пакистан|Пәкістан|پاكىستان|巴基斯坦
pk-capital|city|pk|33.72,73.04|Islamabad|Исламабад|Исламабад|ئىسلامئاباد|伊斯兰堡
pl|country||52.23,21.01|Poland|Польша|Польша|پولشا|波兰
pl-capital|city|pl|52.23,21.01|Warsaw|Варшава|Варшава||华沙
pm|country||46.78,-56.18|St. Pierre & Miquelon|Сен-Пьер и Микелон|Сен-Пьер және Микелон|ساينت پىيېر ۋە مىكېلون ئاراللىرى|圣皮埃尔和密克隆群岛
pm-capital|city|pm|46.78,-56.18|Saint-Pierre||||
pn|country||-25.07,-130.1|Pitcairn Islands|о-ва Питкэрн|Питкэрн аралдары|پىتكايرن ئاراللىرى|皮特凯恩群岛
pn-capital|city|pn|-25.07,-130.1|Adamstown||||
pr|country||18.47,-66.11|Puerto Rico|Пуэрто-Рико|Пуэрто-Рико|پۇئېرتو رىكو|波多黎各
pr-capital|city|pr|18.47,-66.11|San Juan||||
ps|country||31.26,34.28|Palestinian Territories,Palestine|Палестинские территории,Палестина|Палестина аймақтары|پەلەستىن زېمىنى|巴勒斯坦领土,巴勒斯坦
pt|country||38.72,-9.13|Portugal|Португалия|Португалия|پورتۇگالىيە|葡萄牙
pt-capital|city|pt|38.72,-9.13|Lisbon|Лиссабон|Лиссабон||里斯本
pw|country||7.5,134.62|Palau|Палау|Палау|پالائۇ|帕劳
pw-capital|city|pw|7.5,134.62|Ngerulmud||||
py|country||-25.29,-57.65|Paraguay|Парагвай|Парагвай|پاراگۋاي|巴拉圭
py-capital|city|py|-25.29,-57.65|Asunción|Асунсьон|Асунсьон|ئاسۇنسىيون|亚松森
qa|country||25.29,51.53|Qatar|Катар|Катар|قاتار|卡塔尔
qa-capital|city|qa|25.29,51.53|Doha||||
re|country||-20.88,55.45|Réunion|Реюньон|Реюньон|رېيۇنىيون|留尼汪
re-capital|city|re|-20.88,55.45|Saint-Denis||||
ro|country||44.43,26.11|Romania|Румыния|Румыния|رومىنىيە|罗马尼亚
ro-capital|city|ro|44.43,26.11|Bucharest|Бухарест|Бухарест||布加勒斯特
rs|country||44.8,20.47|Serbia|Сербия|Сербия|سېربىيە|塞尔维亚
rs-capital|city|rs|44.8,20.47|Belgrade|Белград|Белград||贝尔格莱德
ru|country||55.75,37.62|Russia,Russian Federation|Россия,Российская Федерация,РФ|Ресей,Ресей Федерациясы|رۇسىيە,روسىيە|俄罗斯,俄国,俄罗斯联邦
ru-capital|city|ru|55.75,37.62|Moscow|Москва|Мәскеу|موسكۋا|莫斯科
rw|country||-1.95,30.06|Rwanda|Руанда|Руанда|رىۋاندا|卢旺达
rw-capital|city|rw|-1.95,30.06|Kigali|Кигали|Кигали||基加利
sa|country||24.69,46.72|Saudi Arabia|Саудовская Аравия|Сауд Арабиясы|سەئۇدىي ئەرەبىستان|沙特阿拉伯
sa-capital|city|sa|24.69,46.72|Riyadh|Эр-Рияд|Эр-Рияд||利雅得
sb|country||-9.43,159.95|Solomon Islands|Соломоновы о-ва|Соломон аралдары|سولومون ئاراللىرى|所罗门群岛
sb-capital|city|sb|-9.43,159.95|Honiara||||
sc|country||-4.62,55.46|Seychelles|Сейшельские о-ва|Сейшель аралдары|سېيشېل|塞舌尔
sc-capital|city|sc|-4.62,55.46|Victoria||||
sd|country||15.55,32.53|Sudan|Судан|Судан|سۇدان|苏丹
sd-capital|city|sd|15.55,32.53|Khartoum|Хартум|Хартум||喀土穆
se|country||59.33,18.07|Sweden|Швеция|Швеция|شىۋېتسىيە|瑞典
se-capital|city|se|59.33,18.07|Stockholm|Стокгольм|Стокгольм||斯德哥尔摩
sg|country||1.29,103.85|Singapore|Сингапур|Сингапур|سىنگاپور|新加坡
sh|country||-15.94,-5.72|St. Helena|о-в Св. Елены|Әулие Елена аралы|ساينىت ھېلېنا|圣赫勒拿
sh-capital|city|sh|-15.94,-5.72|Jamestown||||
si|country||46.05,14.51|Slovenia|Словения|Словения|سىلوۋېنىيە|斯洛文尼亚
si-capital|city|si|46.05,14.51|Ljubljana|Любляна|Любляна||卢布尔雅那
sj|country||78.22,15.65|Svalbard & Jan Mayen|Шпицберген и Ян-Майен|Шпицберген және Ян-Майен|سىۋالبارد ۋە يان مايېن|斯瓦尔巴和扬马延
sj-capital|city|sj|78.22,15.65|Longyearbyen|Лонгйир|Лонгйир||朗伊尔城
sk|country||48.15,17.11|Slovakia|Словакия|Словакия|سىلوۋاكىيە|斯洛伐克
sk-capital|city|sk|48.15,17.11|Bratislava|Братислава|Братислава||布拉迪斯拉发
sl|country||8.49,-13.24|Sierra Leone|Сьерра-Леоне|Сьерра-Леоне|سېررالېئون|塞拉利昂
sl-capital|city|sl|8.49,-13.24|Freetown|Фритаун|Фритаун||弗里敦
sm|country||43.94,12.45|San Marino|Сан-Марино|Сан-Марино|سان مارىنو|圣马力诺
sn|country||14.69,-17.44|Senegal|Сенегал|Сенегал|سېنېگال|塞内加尔
sn-capital|city|sn|14.69,-17.44|Dakar|Дакар|Дакар||达喀尔
so|country||2.04,45.34|Somalia|Сомали|Сомали|سومالى|索马里
so-capital|city|so|2.04,45.34|Mogadishu|Могадишо|Могадишо||摩加迪沙
sr|country||5.87,-55.17|Suriname|Суринам|Суринам|سۇرىنام|苏里南
sr-capital|city|sr|5.87,-55.17|Paramaribo|Парамарибо|Парамарибо||帕拉马里博
ss|country||4.85,31.58|South Sudan|Южный Судан|Оңтүстік Судан|جەنۇبىي سۇدان|南苏丹
ss-capital|city|ss|4.85,31.58|Juba|Джуба|Джуба||朱巴
st|country||0.34,6.73|São Tomé & Príncipe|Сан-Томе и Принсипи|Сан-Томе және Принсипи|سان تومې ۋە پرىنسىپې|圣多美和普林西比
st-capital|city|st|0.34,6.73|São Tomé|Сан-Томе|Сан-Томе|سان-تومې|圣多美
sv|country||13.69,-89.19|El Salvador|Сальвадор|Сальвадор|سالۋادور|萨尔瓦多
sv-capital|city|sv|13.69,-89.19|San Salvador||||
sx|country||18.03,-63.05|Sint Maarten|Синт-Мартен|Синт-Мартен|سىنت مارتېن|荷属圣马丁
sx-capital|city|sx|18.03,-63.05|Philipsburg||||
sy|country||33.51,36.29|Syria|Сирия|Сирия|سۇرىيە|叙利亚
sy-capital|city|sy|33.51,36.29|Damascus|Дамаск|Дамаск||大马士革
sz|country||-26.32,31.13|Eswatini,Swaziland@..2018-04-18|Эсватини|Эсватини|سىۋېزىلاند|斯威士兰
sz-capital|city|sz|-26.32,31.13|Mbabane|Мбабане|Мбабане||姆巴巴纳
tc|country||21.46,-71.14|Turks & Caicos Islands|Тёркс и Кайкос|Теркс және Кайкос аралдары|تۇركس ۋە كايكوس ئاراللىرى|特克斯和凯科斯群岛
tc-capital|city|tc|21.46,-71.14|Cockburn Town||||
td|country||12.11,15.04|Chad|Чад|Чад|چاد|乍得
td-capital|city|td|12.11,15.04|N'Djamena||||
tf|country||-49.35,70.22|French Southern Territories|Французские Южные территории|Францияның оңтүстік аймақтары|فىرانسىيەنىڭ جەنۇبىي زېمىنى|法属南部领地
tf-capital|city|tf|-49.35,70.22|Port-aux-Français||||
tg|country||6.13,1.22|Togo|Того|Того|توگو|多哥
tg-capital|city|tg|6.13,1.22|Lomé|Ломе|Ломе|Lomé|洛美
th|country||13.75,100.5|Thailand|Таиланд|Таиланд|تايلاند|泰国
th-capital|city|th|13.75,100.5|Bangkok|Бангкок|Бангкок||曼谷
tj|country||38.54,68.78|Tajikistan,Republic of Tajikistan|Таджикистан,Республика Таджикистан|Тәжікстан|تاجىكىستان|塔吉克斯坦
tj-capital|city|tj|38.54,68.78|Dushanbe,Stalinabad@1929-10-16..1961-11-09|Душанбе,Сталинабад@1929-10-16..1961-11-09|Душанбе||杜尚别
tk|country||-9.39,-171.25|Tokelau|Токелау|Токелау|توكېلاۋ|托克劳
tl|country||-8.56,125.57|Timor-Leste|Восточный Тимор|Тимор-Лесте|شەرقىي تىمور|东帝汶
tl-capital|city|tl|-8.56,125.57|Dili|Дили|Дили||帝力
tm|country||37.95,58.38|Turkmenistan,Turkmenia|Туркменистан,Туркмения|Түрікменстан|تۈركمەنىستان|土库曼斯坦
tm-capital|city|tm|37.95,58.38|Ashgabat,Ashkhabad|Ашхабад|Ашхабад,Ашғабат||阿什哈巴德
tn|country||36.82,10.17|Tunisia|Тунис|Тунис|تۇنىس|突尼斯
tn-capital|city|tn|36.82,10.17|Tunis|Тунис|Тунис||突尼斯
to|country||-21.14,-175.2|Tonga|Тонга|Тонга|تونگا|汤加
to-capital|city|to|-21.14,-175.2|Nuku‘alofa||||
tr|country||39.92,32.85|Türkiye,Turkey|Турция|Түркия|تۈركىيە|土耳其
tr-capital|city|tr|39.92,32.85|Ankara|Анкара|Анкара|ئەنقەرە|安卡拉
tt|country||10.67,-61.52|Trinidad & Tobago|Тринидад и Тобаго|Тринидад және Тобаго|تىرىنىداد ۋە توباگو|特立尼达和多巴哥
tt-capital|city|tt|10.67,-61.52|Port of Spain|Порт-оф-Спейн|Порт-оф-Спейн||西班牙港
tv|country||-8.52,179.19|Tuvalu|Тувалу|Тувалу|تۇۋالۇ|图瓦卢
tv-capital|city|tv|-8.52,179.19|Funafuti|Фунафути|Фунафути||富纳富提
tw|country||25.05,121.53|Taiwan|Тайвань|Тайвань|تەيۋەن|台湾,台灣
tw-capital|city|tw|25.05,121.53|Taipei|Тайбэй|Тайбэй||台北
tz|country||-6.17,35.74|Tanzania|Танзания|Танзания|تانزانىيە|坦桑尼亚
tz-capital|city|tz|-6.17,35.74|Dodoma||||
ua|country||50.45,30.52|Ukraine|Украина|Украина|ئۇكرائىنا|乌克兰
ua-capital|city|ua|50.45,30.52|Kyiv||||
ug|country||0.32,32.58|Uganda|Уганда|Уганда|ئۇگاندا|乌干达
ug-capital|city|ug|0.32,32.58|Kampala|Кампала|Кампала||坎帕拉
us|country||38.9,-77.04|United States,United States of America,USA,U.S.,US,America|Соединенные Штаты,Соединённые Штаты Америки,Соединённые Штаты|Америка Құрама Штаттары,АҚШ|ئامېرىكا قوشما ئىشتاتلىرى,ئامېرىكا|美国,美利坚合众国
us-capital|city|us|38.9,-77.04|Washington,D.C.,Washington D.C.,Washington DC|Вашингтон|Вашингтон|ۋاشىنگتون|华盛顿
uy|country||-34.9,-56.19|Uruguay|Уругвай|Уругвай|ئۇرۇگۋاي|乌拉圭
uy-capital|city|uy|-34.9,-56.19|Montevideo|Монтевидео|Монтевидео||蒙得维的亚
uz|country||41.26,69.22|Uzbekistan,Republic of Uzbekistan|Узбекистан,Республика Узбекистан|Өзбекстан,Өзбекстан Республикасы|ئۆزبېكىستان|乌兹别克斯坦
uz-capital|city|uz|41.26,69.22|Tashkent|Ташкент|Ташкент|تاشكەنت|塔什干
va|country||41.9,12.45|Vatican City|Ватикан|Ватикан|ۋاتىكان|梵蒂冈
vc|country||13.16,-61.23|St. Vincent & Grenadines|Сент-Винсент и Гренадины|Сент-Винсент және Гренадин аралдары|ساينت ۋىنسېنت ۋە گىرېنادىنېس|圣文森特和格林纳丁斯
vc-capital|city|vc|13.16,-61.23|Kingstown||||
ve|country||10.49,-66.88|Venezuela|Венесуэла|Венесуэла|ۋېنېسۇئېلا|委内瑞拉
ve-capital|city|ve|10.49,-66.88|Caracas|Каракас|Каракас||加拉加斯
vg|country||18.43,-64.62|British Virgin Islands|Виргинские о-ва (Великобритания)|Британдық Виргин аралдары|ئەنگلىيە ۋىرگىن ئاراللىرى|英属维尔京群岛
vg-capital|city|vg|18.43,-64.62|Road Town||||
vi|country||18.34,-64.93|U.S. Virgin Islands|Виргинские о-ва (США)|АҚШ-тың Виргин аралдары|ئا ق ش ۋىرگىن ئاراللىرى|美属维尔京群岛
vi-capital|city|vi|18.34,-64.93|Charlotte Amalie||||
vn|country||21.02,105.84|Vietnam|Вьетнам|Вьетнам|ۋىيېتنام|越南
vn-capital|city|vn|21.02,105.84|Hanoi||||
vu|country||-17.74,168.31|Vanuatu|Вануату|Вануату|ۋانۇئاتۇ|瓦努阿图
vu-capital|city|vu|-17.74,168.31|Port-Vila||||
wf|country||-13.28,-176.17|Wallis & Futuna|Уоллис и Футуна|Уоллис және Футуна|ۋاللىس ۋە فۇتۇنا|瓦利斯和富图纳
wf-capital|city|wf|-13.28,-176.17|Mata-Utu||||
ws|country||-13.83,-171.77|Samoa|Самоа|Самоа|ساموئا|萨摩亚
ws-capital|city|ws|-13.83,-171.77|Apia|Апиа|Апиа||阿皮亚
xk|country||42.67,21.17|Kosovo|Косово|Косово|كوسوۋو|科索沃
xk-capital|city|xk|42.67,21.17|Pristina||||
ye|country||15.35,44.21|Yemen|Йемен|Йемен|يەمەن|也门
ye-capital|city|ye|15.35,44.21|Sanaa||||
yt|country||-12.78,45.23|Mayotte|Майотта|Майотта|مايوتى|马约特
yt-capital|city|yt|-12.78,45.23|Mamoudzou||||
za|country||-25.74,28.19|South Africa|Южно-Африканская Республика|Оңтүстік Африка|جەنۇبىي ئافرىقا|南非
za-capital|city|za|-25.74,28.19|Pretoria||||
zm|country||-15.41,28.29|Zambia|Замбия|Замбия|زامبىيە|赞比亚
zm-capital|city|zm|-15.41,28.29|Lusaka|Лусака|Лусака||卢萨卡
zw|country||-17.83,31.05|Zimbabwe|Зимбабве|Зимбабве|زىمبابۋې|津巴布韦
zw-capital|city|zw|-17.83,31.05|Harare|Хараре|Хараре||哈拉雷
kz-astana|city|kz|51.18,71.45|Astana@1998-05-06..2019-03-22,Astana@2022-09-17..,Nur-Sultan@2019-03-23..2022-09-17,Nursultan@2019-03-23..2022-09-17,Akmola@1992-07-06..1998-05-05,Aqmola@1992-07-06..1998-05-05,Tselinograd@1961-03-20..1992-07-05,Akmolinsk@..1961-03-19|Астана@1998-05-06..2019-03-22,Астана@2022-09-17..,Нур-Султан@2019-03-23..2022-09-17,Нурсултан@2019-03-23..2022-09-17,Акмола@1992-07-06..1998-05-05,Целиноград@1961-03-20..1992-07-05,Акмолинск@..1961-03-19|Астана@1998-05-06..2019-03-22,Астана@2022-09-17..,Нұр-Сұлтан@2019-03-23..2022-09-17,Нұрсұлтан@2019-03-23..2022-09-17,Ақмола@..1998-05-05|ئاستانا,نۇرسۇلتان@2019-03-23..2022-09-17|阿斯塔纳,努尔苏丹@2019-03-23..2022-09-17
kz-almaty|city|kz|43.26,76.93|Almaty@1993-01-28..,Alma-Ata@1921-02-05..1993-01-27,Verny@..1921-02-04|Алматы@1993-01-28..,Алма-Ата,Верный@..1921-02-04|Алматы|ئالمۇتا|阿拉木图
kz-shymkent|city|kz|42.3,69.6|Shymkent,Chimkent|Шымкент,Чимкент|Шымкент|چىمكەنت|奇姆肯特,希姆肯特
kz-baikonur|city|kz|45.62,63.32|Baikonur,Baikonyr,Leninsk@1958-01-28..1995-12-19|Байконур,Байконыр,Ленинск@1958-01-28..1995-12-19|Байқоңыр||拜科努尔
kz-abai|region|kz|50.43,80.27|Abai Region@2022-06-08..|Абайская область@2022-06-08..,область Абай@2022-06-08..|Абай облысы@2022-06-08..||阿拜州
kz-akmola|region|kz|53.28,69.4|Akmola Region,Akmola,Aqmola Region,Tselinograd Region@1960-12-26..1992-07-05|Акмолинская область,Целиноградская область@1960-12-26..1992-07-05|Ақмола облысы||阿克莫拉州
kz-aktobe|region|kz|50.28,57.21|Aktobe Region,Aqtobe Region,Aktyubinsk Region@..1999-03-31|Актюбинская область|Ақтөбе облысы||阿克托别州
kz-almaty-region|region|kz|43.87,77.06|Almaty Region,Alma-Ata Region@..1993-01-27|Алматинская область,Алма-Атинская область@..1993-01-27|Алматы облысы||阿拉木图州
kz-atyrau|region|kz|47.12,51.88|Atyrau Region,Guryev Region@..1992-02-20|Атырауская область,Гурьевская область@..1992-02-20|Атырау облысы||阿特劳州
kz-east|region|kz|49.97,82.61|East Kazakhstan Region,East Kazakhstan|Восточно-Казахстанская область,Восточный Казахстан,ВКО|Шығыс Қазақстан облысы,Шығыс Қазақстан||东哈萨克斯坦州
kz-zhambyl|region|kz|42.9,71.37|Zhambyl Region,Jambyl Region,Dzhambul Region@..1993-01-27|Жамбылская область,Джамбулская область@..1993-01-27|Жамбыл облысы||江布尔州
kz-zhetisu|region|kz|45.02,78.37|Zhetisu Region@2022-06-08..,Jetisu Region@2022-06-08..,Zhetysu Region@2022-06-08..|Жетысуская область@2022-06-08..,область Жетысу@2022-06-08..,Талды-Курганская область@..1997-04-22|Жетісу облысы@2022-06-08..||杰特苏州
kz-west|region|kz|51.23,51.37|West Kazakhstan Region,West Kazakhstan|Западно-Казахстанская область,Западный Казахстан,ЗКО|Батыс Қазақстан облысы,Батыс Қазақстан||西哈萨克斯坦州
kz-karaganda|region|kz|49.8,73.1|Karaganda Region,Karagandy Region,Qaraghandy Region|Карагандинская область|Қарағанды облысы||卡拉干达州
kz-kostanay|region|kz|53.21,63.62|Kostanay Region,Qostanay Region,Kustanai Region@..1997-06-16|Костанайская область,Кустанайская область@..1997-06-16|Қостанай облысы||科斯塔奈州
kz-kyzylorda|region|kz|44.85,65.51|Kyzylorda Region,Qyzylorda Region,Kzyl-Orda Region@..1997-06-16|Кызылординская область,Кзыл-Ординская область@..1997-06-16|Қызылорда облысы||克孜勒奥尔达州
kz-mangystau|region|kz|43.65,51.17|Mangystau Region,Mangystau,Mangistau Region,Mangyshlak Region@..1990-08-16|Мангистауская область,Мангистау,Мангышлакская область@..1990-08-16|Маңғыстау облысы,Маңғыстау||曼格斯套州
kz-north|region|kz|54.87,69.15|North Kazakhstan Region,North Kazakhstan|Северо-Казахстанская область,Северный Казахстан,СКО|Солтүстік Қазақстан облысы,Солтүстік Қазақстан||北哈萨克斯坦州
kz-pavlodar|region|kz|52.28,76.97|Pavlodar Region|Павлодарская область|Павлодар облысы||巴甫洛达尔州
kz-turkistan|region|kz|43.3,68.25|Turkistan Region@2018-06-19..,Turkestan Region@2018-06-19..,South Kazakhstan Region@..2018-06-18,South Kazakhstan@..2018-06-18,Chimkent Region@..1992-07-05|Туркестанская область@2018-06-19..,Южно-Казахстанская область@..2018-06-18,Южный Казахстан@..2018-06-18,ЮКО@..2018-06-18|Түркістан облысы@2018-06-19..,Оңтүстік Қазақстан облысы@..2018-06-18||突厥斯坦州
kz-ulytau|region|kz|47.78,67.77|Ulytau Region@2022-06-08..|Улытауская область@2022-06-08..,область Улытау@2022-06-08..|Ұлытау облысы@2022-06-08..||乌勒套州
kz-semey|city|kz-abai|50.43,80.27|Semey@2007-06-21..,Semipalatinsk@..2007-06-20|Семей@2007-06-21..,Семипалатинск@..2007-06-20|Семей|سېمەي|塞米伊,塞梅伊
kz-kurchatov|city|kz-abai|50.76,78.54|Kurchatov|Курчатов|Курчатов||
kz-ayagoz|city|kz-abai|47.96,80.43|Ayagoz,Ayaguz|Аягоз,Аягуз|Аягөз||阿亚古兹
kz-kokshetau|city|kz-akmola|53.28,69.4|Kokshetau,Kokchetav@..1993-10-06|Кокшетау,Кокчетав@..1993-10-06|Көкшетау||科克舍套
kz-stepnogorsk|city|kz-akmola|52.35,71.88|Stepnogorsk|Степногорск|Степногорск||
kz-shchuchinsk|city|kz-akmola|52.94,70.19|Shchuchinsk|Щучинск|Щучинск||
kz-atbasar|city|kz-akmola|51.81,68.36|Atbasar|Атбасар|Атбасар||
kz-kosshy|city|kz-akmola|50.98,71.36|Kosshy|Косшы|Қосшы||
kz-makinsk|city|kz-akmola|52.63,70.42|Makinsk|Макинск|Макинск||
kz-derzhavinsk|city|kz-akmola|51.1,66.32|Derzhavinsk|Державинск|Державинск||
kz-yereymentau|city|kz-akmola|51.62,73.1|Yereymentau,Ereymentau|Ерейментау|Ерейментау||
kz-aqtobe|city|kz-aktobe|50.28,57.21|Aktobe,Aqtobe,Aktyubinsk@..1999-03-31|Актобе,Актюбинск@..1999-03-31|Ақтөбе||阿克托别
kz-kandyagash|city|kz-aktobe|49.47,57.42|Kandyagash|Кандыагаш|Қандыағаш||
kz-khromtau|city|kz-aktobe|50.25,58.44|Khromtau|Хромтау|Хромтау||
kz-shalkar|city|kz-aktobe|47.83,59.6|Shalkar,Chelkar|Шалкар,Челкар|Шалқар||
kz-konaev|city|kz-almaty-region|43.87,77.06|Konaev@2022-05-04..,Qonaev@2022-05-04..,Kapchagay@..2022-05-03,Kapshagai@..2022-05-03,Qapshaghay@..2022-05-03|Конаев@2022-05-04..,Капчагай@..2022-05-03,Капшагай@..2022-05-03|Қонаев@2022-05-04..,Қапшағай@..2022-05-03||卡普恰盖
kz-kaskelen|city|kz-almaty-region|43.20,76.62|Kaskelen|Каскелен|Қаскелең||卡斯克连
kz-talgar|city|kz-almaty-region|43.3,77.24|Talgar|Талгар|Талғар||塔尔加尔
kz-esik|city|kz-almaty-region|43.36,77.45|Esik,Issyk|Есик,Иссык|Есік||
kz-uzynagash|town|kz-almaty-region|43.22,76.31|Uzynagash|Узынагаш|Ұзынағаш||
kz-shonzhy|town|kz-almaty-region|43.54,79.47|Chundzha,Shonzhy|Чунджа,Шонжы|Шонжы|چونجا|
kz-kegen|town|kz-almaty-region|43.02,79.22|Kegen|Кеген|Кеген|كەگەن|
kz-narynkol|town|kz-almaty-region|42.73,80.17|Narynkol|Нарынкол|Нарынқол||
kz-taldykorgan|city|kz-zhetisu|45.02,78.37|Taldykorgan,Taldyqorghan,Taldy-Kurgan|Талдыкорган,Талды-Курган|Талдықорған|تالدىقورغان|塔尔迪库尔干
kz-zharkent|city|kz-zhetisu|44.17,80.01|Zharkent,Jarkent,Panfilov@1942-01-01..1991-12-31|Жаркент,Панфилов@1942-01-01..1991-12-31|Жаркент|ياركەنت|扎尔肯特
kz-khorgos|town|kz-zhetisu|44.22,80.27|Khorgos,Korgas,Qorghas|Хоргос,Коргас|Қорғас|قورغاس|霍尔果斯
kz-tekeli|city|kz-zhetisu|44.83,78.83|Tekeli|Текели|Текелі||
kz-sarkand|city|kz-zhetisu|45.41,79.92|Sarkand,Sarqan|Сарканд,Саркан|Сарқан||
kz-usharal|city|kz-zhetisu|46.17,80.94|Usharal,Ucharal|Ушарал,Учарал|Үшарал||
kz-dostyk|town|kz-zhetisu|45.25,82.48|Dostyk,Druzhba|Достык,Дружба|Достық||
kz-atyrau-city|city|kz-atyrau|47.12,51.88|Atyrau@1991-10-04..,Guryev@..1991-10-03|Атырау@1991-10-04..,Гурьев@..1991-10-03|Атырау||阿特劳
kz-kulsary|city|kz-atyrau|46.95,54.02|Kulsary|Кульсары|Құлсары||
kz-oskemen|city|kz-east|49.97,82.61|Oskemen,Ust-Kamenogorsk,Öskemen|Усть-Каменогорск,Оскемен|Өскемен||厄斯克门,乌斯季卡缅诺戈尔斯克
kz-ridder|city|kz-east|50.34,83.51|Ridder@2002-06-28..,Leninogorsk@1941-02-06..2002-06-27|Риддер@2002-06-28..,Лениногорск@1941-02-06..2002-06-27|Риддер||
kz-zaisan|city|kz-east|47.47,84.87|Zaisan,Zaysan|Зайсан|Зайсан||斋桑
kz-altai|city|kz-east|49.73,84.27|Altai@2018-12-28..,Zyryanovsk@..2018-12-27|Алтай@2018-12-28..,Зыряновск@..2018-12-27|Алтай@2018-12-28..,Зырян@..2018-12-27||
kz-shemonaikha|city|kz-east|50.63,81.91|Shemonaikha|Шемонаиха|Шемонайха||
kz-taraz|city|kz-zhambyl|42.9,71.37|Taraz@1997-01-08..,Zhambyl@1993-01-28..1997-01-07,Jambyl@1993-01-28..1997-01-07,Dzhambul@1938-01-10..1993-01-27,Aulie-Ata@..1936-01-09|Тараз@1997-01-08..,Жамбыл@1993-01-28..1997-01-07,Джамбул@1938-01-10..1993-01-27,Аулие-Ата@..1936-01-09|Тараз@1997-01-08..,Жамбыл@..1997-01-07||塔拉兹
kz-korday|town|kz-zhambyl|43.04,74.71|Korday,Kordai,Georgiyevka|Кордай,Георгиевка|Қордай||
kz-shu|city|kz-zhambyl|43.6,73.76|Shu,Chu|Шу,Чу|Шу||
kz-karatau|city|kz-zhambyl|43.18,70.47|Karatau|Каратау|Қаратау||
kz-zhanatas|city|kz-zhambyl|43.56,69.73|Zhanatas|Жанатас|Жаңатас||
kz-merke|town|kz-zhambyl|42.87,73.18|Merke|Мерке|Меркі||
kz-oral|city|kz-west|51.23,51.37|Oral,Uralsk|Уральск,Орал|Орал||乌拉尔斯克
kz-aksai|city|kz-west|51.17,53|Aksai,Aksay|Аксай|Ақсай||
kz-qaraghandy|city|kz-karaganda|49.8,73.1|Karaganda,Karagandy,Qaraghandy|Караганда|Қарағанды||卡拉干达
kz-temirtau|city|kz-karaganda|50.05,72.96|Temirtau|Темиртау|Теміртау||铁米尔套
kz-balkhash|city|kz-karaganda|46.85,75|Balkhash,Balqash|Балхаш|Балқаш||巴尔喀什
kz-shakhtinsk|city|kz-karaganda|49.71,72.59|Shakhtinsk|Шахтинск|Шахтинск||
kz-saran|city|kz-karaganda|49.79,72.84|Saran|Сарань|Саран||
kz-abai-city|city|kz-karaganda|49.64,72.86|Abai|Абай|Абай||
kz-dolinka|town|kz-karaganda|49.68,72.68|Dolinka|Долинка|Долинка||
kz-priozersk|city|kz-karaganda|46.03,73.7|Priozersk|Приозёрск|Приозер||
kz-karkaraly|city|kz-karaganda|49.41,75.47|Karkaraly,Karkaralinsk|Каркаралы,Каркаралинск|Қарқаралы||
kz-zhezkazgan|city|kz-ulytau|47.78,67.77|Zhezkazgan,Zhezqazghan,Dzhezkazgan@..1992-12-31|Жезказган,Джезказган@..1992-12-31|Жезқазған||杰兹卡兹甘
kz-satpayev|city|kz-ulytau|47.90,67.54|Satpayev,Satbayev|Сатпаев|Сәтбаев||
kz-karazhal|city|kz-ulytau|48.01,70.8|Karazhal|Каражал|Қаражал||
kz-qostanay|city|kz-kostanay|53.21,63.62|Kostanay,Qostanay,Kustanai@..1997-06-16|Костанай,Кустанай@..1997-06-16|Қостанай||科斯塔奈
kz-rudny|city|kz-kostanay|52.97,63.12|Rudny|Рудный|Рудный||
kz-arkalyk|city|kz-kostanay|50.25,66.92|Arkalyk|Аркалык|Арқалық||
kz-lisakovsk|city|kz-kostanay|52.55,62.5|Lisakovsk|Лисаковск|Лисаковск||
kz-zhitikara|city|kz-kostanay|52.19,61.2|Zhitikara,Dzhetygara|Житикара,Джетыгара|Жітіқара||
kz-tobyl|city|kz-kostanay|53.20,63.69|Tobyl|Тобыл|Тобыл||
kz-qyzylorda|city|kz-kyzylorda|44.85,65.51|Kyzylorda,Qyzylorda,Kzyl-Orda@..1997-06-16|Кызылорда,Кзыл-Орда@..1997-06-16|Қызылорда||克孜勒奥尔达
kz-aral|city|kz-kyzylorda|46.8,61.66|Aral,Aralsk|Аральск,Арал|Арал||
kz-kazaly|city|kz-kyzylorda|45.76,62.1|Kazaly,Kazalinsk|Казалинск,Казалы|Қазалы||
kz-shieli|town|kz-kyzylorda|44.17,66.74|Shieli|Шиели|Шиелі||
kz-aktau|city|kz-mangystau|43.65,51.17|Aktau@1991-09-03..,Aqtau@1991-09-03..,Shevchenko@1964-02-01..1991-09-02|Актау@1991-09-03..,Шевченко@1964-02-01..1991-09-02|Ақтау||阿克套
kz-zhanaozen|city|kz-mangystau|43.34,52.86|Zhanaozen,Janaozen,Novy Uzen@..1992-12-31|Жанаозен,Новый Узень@..1992-12-31|Жаңаөзен||扎瑙津
kz-fort-shevchenko|city|kz-mangystau|44.51,50.26|Fort-Shevchenko|Форт-Шевченко|Форт-Шевченко||
kz-petropavl|city|kz-north|54.87,69.15|Petropavl,Petropavlovsk|Петропавловск,Петропавл|Петропавл||彼得罗巴甫尔
kz-bulayevo|city|kz-north|54.91,70.44|Bulayevo|Булаево|Булаев||
kz-taiynsha|city|kz-north|53.85,69.77|Taiynsha|Тайынша|Тайынша||
kz-pavlodar-city|city|kz-pavlodar|52.28,76.97|Pavlodar|Павлодар|Павлодар||巴甫洛达尔
kz-ekibastuz|city|kz-pavlodar|51.72,75.32|Ekibastuz,Ekibastuz|Экибастуз|Екібастұз||埃基巴斯图兹
kz-aksu|city|kz-pavlodar|52.04,76.93|Aksu@1993-05-04..,Yermak@..1993-05-03|Аксу@1993-05-04..,Ермак@..1993-05-03|Ақсу@1993-05-04..||
kz-turkistan-city|city|kz-turkistan|43.3,68.25|Turkistan,Turkestan|Туркестан|Түркістан||突厥斯坦,图尔克斯坦
kz-kentau|city|kz-turkistan|43.52,68.5|Kentau|Кентау|Кентау||
kz-arys|city|kz-turkistan|42.43,68.81|Arys|Арысь,Арыс|Арыс||
kz-saryagash|city|kz-turkistan|41.46,69.17|Saryagash|Сарыагаш|Сарыағаш||
kz-lenger|city|kz-turkistan|42.18,69.89|Lenger|Ленгер|Леңгір||
kz-zhetisai|city|kz-turkistan|40.78,68.33|Zhetisai|Жетысай|Жетісай||
kz-shardara|city|kz-turkistan|41.26,67.97|Shardara,Chardara|Шардара|Шардара||
kz-astana-almaty-district|district|kz-astana|51.18,71.45|Almaty District|район Алматы|Алматы ауданы||
kz-astana-baikonur-district|district|kz-astana|51.18,71.45|Baikonur District|район Байконур|Байқоңыр ауданы||
kz-astana-esil-district|district|kz-astana|51.18,71.45|Esil District|район Есиль|Есіл ауданы||
kz-astana-saryarka-district|district|kz-astana|51.18,71.45|Saryarka District|район Сарыарка|Сарыарқа ауданы||
kz-astana-nura-district|district|kz-astana|51.18,71.45|Nura District|район Нура|Нұра ауданы||
kz-astana-saraishyk-district|district|kz-astana|51.18,71.45|Saraishyk District|район Сарайшык|Сарайшық ауданы||
kz-almaty-alatau-district|district|kz-almaty|43.26,76.93|Alatau District|Алатауский район|Алатау ауданы||
kz-almaty-almaly-district|district|kz-almaty|43.26,76.93|Almaly District|Алмалинский район|Алмалы ауданы||
kz-almaty-auezov-district|district|kz-almaty|43.26,76.93|Auezov District|Ауэзовский район|Әуезов ауданы||
kz-almaty-bostandyk-district|district|kz-almaty|43.26,76.93|Bostandyk District|Бостандыкский район|Бостандық ауданы||
kz-almaty-zhetysu-district|district|kz-almaty|43.26,76.93|Zhetysu District|Жетысуский район|Жетісу ауданы||
kz-almaty-medeu-district|district|kz-almaty|43.26,76.93|Medeu District|Медеуский район|Медеу ауданы||
kz-almaty-nauryzbai-district|district|kz-almaty|43.26,76.93|Nauryzbai District|Наурызбайский район|Наурызбай ауданы||
kz-almaty-turksib-district|district|kz-almaty|43.26,76.93|Turksib District|Турксибский район|Түрксіб ауданы||
kz-shymkent-abai-district|district|kz-shymkent|42.3,69.6|Abai District|Абайский район|Абай ауданы||
kz-shymkent-al-farabi-district|district|kz-shymkent|42.3,69.6|Al-Farabi District|Аль-Фарабийский район|Әл-Фараби ауданы||
kz-shymkent-enbekshi-district|district|kz-shymkent|42.3,69.6|Enbekshi District|Енбекшинский район|Еңбекші ауданы||
kz-shymkent-karatau-district|district|kz-shymkent|42.3,69.6|Karatau District|Каратауский район|Қаратау ауданы||
kz-shymkent-turan-district|district|kz-shymkent|42.3,69.6|Turan District|район Туран|Тұран ауданы||
kz-abai-abai-district|district|kz-abai|48.95,79.26|Abai District|Абайский район|Абай ауданы||
kz-abai-aksuat-district|district|kz-abai|48.72,83.7|Aksuat District|Аксуатский район|Ақсуат ауданы||
kz-abai-ayagoz-district|district|kz-abai|47.96,80.43|Ayagoz District|Аягозский район|Аягөз ауданы||
kz-abai-beskaragai-district|district|kz-abai|50.43,80.27|Beskaragai District|Бескарагайский район|Бесқарағай ауданы||
kz-abai-borodulikha-district|district|kz-abai|50.72,80.93|Borodulikha District|Бородулихинский район|Бородулиха ауданы||
kz-abai-zharma-district|district|kz-abai|49.33,81.57|Zharma District|Жарминский район|Жарма ауданы||
kz-abai-kokpekty-district|district|kz-abai|48.75,82.4|Kokpekty District|Кокпектинский район|Көкпекті ауданы||
kz-abai-urzhar-district|district|kz-abai|47.09,81.63|Urzhar District|Урджарский район|Үржар ауданы||
kz-abai-makanshi-district|district|kz-abai|50.43,80.27|Makanshi District|Маканчинский район|Мақаншы ауданы||
kz-abai-zhanasemey-district|district|kz-abai|50.43,80.27|Zhanasemey District|Жанасемейский район|Жаңасемей ауданы||
kz-akmola-akkol-district|district|kz-akmola|51.99,70.95|Akkol District|Аккольский район|Ақкөл ауданы||
kz-akmola-arshaly-district|district|kz-akmola|53.28,69.4|Arshaly District|Аршалынский район|Аршалы ауданы||
kz-akmola-astrakhan-district|district|kz-akmola|51.53,69.8|Astrakhan District|Астраханский район|Астрахан ауданы||
kz-akmola-atbasar-district|district|kz-akmola|51.81,68.36|Atbasar District|Атбасарский район|Атбасар ауданы||
kz-akmola-bulandy-district|district|kz-akmola|52.63,70.42|Bulandy District|Буландынский район|Бұланды ауданы||
kz-akmola-burabay-district|district|kz-akmola|52.94,70.19|Burabay District|Бурабайский район|Бурабай ауданы||
kz-akmola-birzhan-sal-district|district|kz-akmola|52.83,70.79|Birzhan sal District|район Биржан сал|Біржан сал ауданы||
kz-akmola-egindikol-district|district|kz-akmola|51.05,69.48|Egindikol District|Егиндыкольский район|Егіндікөл ауданы||
kz-akmola-ereymentau-district|district|kz-akmola|51.62,73.1|Ereymentau District|Ерейментауский район|Ерейментау ауданы||
kz-akmola-esil-district|district|kz-akmola|51.95,66.41|Esil District|Есильский район|Есіл ауданы||
kz-akmola-zhaksy-district|district|kz-akmola|51.91,67.32|Zhaksy District|Жаксынский район|Жақсы ауданы||
kz-akmola-zharkain-district|district|kz-akmola|51.1,66.32|Zharkain District|Жаркаинский район|Жарқайың ауданы||
kz-akmola-zerendi-district|district|kz-akmola|53.28,69.4|Zerendi District|Зерендинский район|Зеренді ауданы||
kz-akmola-korgalzhyn-district|district|kz-akmola|53.28,69.4|Korgalzhyn District|Коргалжынский район|Қорғалжын ауданы||
kz-akmola-sandyktau-district|district|kz-akmola|52.52,68.75|Sandyktau District|Сандыктауский район|Сандықтау ауданы||
kz-akmola-tselinograd-district|district|kz-akmola|53.28,69.4|Tselinograd District|Целиноградский район|Целиноград ауданы||
kz-akmola-shortandy-district|district|kz-akmola|51.7,70.99|Shortandy District|Шортандинский район|Шортанды ауданы||
kz-aktobe-alga-district|district|kz-aktobe|50.28,57.21|Alga District|Алгинский район|Алға ауданы||
kz-aktobe-aiteke-bi-district|district|kz-aktobe|50.28,57.21|Aiteke bi District|Айтекебийский район|Әйтеке би ауданы||
kz-aktobe-baiganin-district|district|kz-aktobe|48.69,55.88|Baiganin District|Байганинский район|Байғанин ауданы||
kz-aktobe-yrgyz-district|district|kz-aktobe|48.62,61.27|Yrgyz District|Иргизский район|Ырғыз ауданы||
kz-aktobe-kargaly-district|district|kz-aktobe|50.28,57.21|Kargaly District|Каргалинский район|Қарғалы ауданы||
kz-aktobe-martuk-district|district|kz-aktobe|50.75,56.51|Martuk District|Мартукский район|Мәртөк ауданы||
kz-aktobe-mugalzhar-district|district|kz-aktobe|49.47,57.42|Mugalzhar District|Мугалжарский район|Мұғалжар ауданы||
kz-aktobe-temir-district|district|kz-aktobe|49.14,56.48|Temir District|Темирский район|Темір ауданы||
kz-aktobe-oiyl-district|district|kz-aktobe|50.28,57.21|Oiyl District|Уилский район|Ойыл ауданы||
kz-aktobe-kobda-district|district|kz-aktobe|50.28,57.21|Kobda District|Кобдинский район|Қобда ауданы||
kz-aktobe-khromtau-district|district|kz-aktobe|50.25,58.44|Khromtau District|Хромтауский район|Хромтау ауданы||
kz-aktobe-shalkar-district|district|kz-aktobe|47.83,59.6|Shalkar District|Шалкарский район|Шалқар ауданы||
kz-almaty-region-balkhash-district|district|kz-almaty-region|44.81,76.27|Balkhash District|Балхашский район|Балқаш ауданы||
kz-almaty-region-enbekshikazakh-district|district|kz-almaty-region|43.36,77.45|Enbekshikazakh District|Енбекшиказахский район|Еңбекшіқазақ ауданы||
kz-almaty-region-zhambyl-district|district|kz-almaty-region|43.87,77.06|Zhambyl District|Жамбылский район|Жамбыл ауданы||
kz-almaty-region-ile-district|district|kz-almaty-region|43.42,77.02|Ile District|Илийский район|Іле ауданы||
kz-almaty-region-karasai-district|district|kz-almaty-region|43.87,77.06|Karasai District|Карасайский район|Қарасай ауданы||
kz-almaty-region-kegen-district|district|kz-almaty-region|43.02,79.22|Kegen District|Кегенский район|Кеген ауданы||
kz-almaty-region-raiymbek-district|district|kz-almaty-region|42.73,80.17|Raiymbek District|Райымбекский район|Райымбек ауданы||
kz-almaty-region-talgar-district|district|kz-almaty-region|43.3,77.24|Talgar District|Талгарский район|Талғар ауданы||
kz-almaty-region-uygur-district|district|kz-almaty-region|43.87,77.06|Uygur District|Уйгурский район|Ұйғыр ауданы||
kz-zhetisu-aksu-district|district|kz-zhetisu|45.02,78.37|Aksu District|Аксуский район|Ақсу ауданы||
kz-zhetisu-alakol-district|district|kz-zhetisu|45.02,78.37|Alakol District|Алакольский район|Алакөл ауданы||
kz-zhetisu-eskeldi-district|district|kz-zhetisu|45.02,78.37|Eskeldi District|Ескельдинский район|Ескелді ауданы||
kz-zhetisu-kerbulak-district|district|kz-zhetisu|44.36,77.97|Kerbulak District|Кербулакский район|Кербұлақ ауданы||
kz-zhetisu-koksu-district|district|kz-zhetisu|44.9,78.23|Koksu District|Коксуский район|Көксу ауданы||
kz-zhetisu-karatal-district|district|kz-zhetisu|45.25,77.98|Karatal District|Каратальский район|Қаратал ауданы||
kz-zhetisu-panfilov-district|district|kz-zhetisu|44.17,80.01|Panfilov District|Панфиловский район|Панфилов ауданы||
kz-zhetisu-sarkan-district|district|kz-zhetisu|45.41,79.92|Sarkan District|Сарканский район|Сарқан ауданы||
kz-atyrau-zhylyoi-district|district|kz-atyrau|46.95,54.02|Zhylyoi District|Жылыойский район|Жылыой ауданы||
kz-atyrau-inder-district|district|kz-atyrau|48.55,51.78|Inder District|Индерский район|Индер ауданы||
kz-atyrau-isatai-district|district|kz-atyrau|47.12,51.88|Isatai District|Исатайский район|Исатай ауданы||
kz-atyrau-kurmangazy-district|district|kz-atyrau|46.6,49.27|Kurmangazy District|Курмангазинский район|Құрманғазы ауданы||
kz-atyrau-kyzylkoga-district|district|kz-atyrau|48.89,53.79|Kyzylkoga District|Кызылкогинский район|Қызылқоға ауданы||
kz-atyrau-makat-district|district|kz-atyrau|47.65,53.32|Makat District|Макатский район|Мақат ауданы||
kz-atyrau-makhambet-district|district|kz-atyrau|47.67,51.58|Makhambet District|Махамбетский район|Махамбет ауданы||
kz-west-akzhaik-district|district|kz-west|50.2,51.17|Akzhaik District|Акжаикский район|Ақжайық ауданы||
kz-west-bokey-orda-district|district|kz-west|48.86,46.83|Bokey Orda District|Бокейординский район|Бөкей ордасы ауданы||
kz-west-burli-district|district|kz-west|51.17,53|Burli District|Бурлинский район|Бөрлі ауданы||
kz-west-zhanybek-district|district|kz-west|49.42,46.85|Zhanybek District|Жаныбекский район|Жәнібек ауданы||
kz-west-baiterek-district|district|kz-west|51.2,50.86|Baiterek District|Байтерекский район|Бәйтерек ауданы||
kz-west-kaztal-district|district|kz-west|49.77,48.69|Kaztal District|Казталовский район|Казталов ауданы||
kz-west-karatobe-district|district|kz-west|51.23,51.37|Karatobe District|Каратобинский район|Қаратөбе ауданы||
kz-west-syrym-district|district|kz-west|50.26,52.6|Syrym District|Сырымский район|Сырым ауданы||
kz-west-taskala-district|district|kz-west|51.11,50.29|Taskala District|Таскалинский район|Тасқала ауданы||
kz-west-terekti-district|district|kz-west|51.22,51.96|Terekti District|Теректинский район|Теректі ауданы||
kz-west-chingirlau-district|district|kz-west|51.1,54.08|Chingirlau District|Чингирлауский район|Шыңғырлау ауданы||
kz-west-zhangala-district|district|kz-west|49.22,50.33|Zhangala District|Жангалинский район|Жаңақала ауданы||
kz-zhambyl-baizak-district|district|kz-zhambyl|43,71.5|Baizak District|Байзакский район|Байзақ ауданы||
kz-zhambyl-zhambyl-district|district|kz-zhambyl|42.9,71.37|Zhambyl District|Жамбылский район|Жамбыл ауданы||
kz-zhambyl-zhualy-district|district|kz-zhambyl|42.9,71.37|Zhualy District|Жуалынский район|Жуалы ауданы||
kz-zhambyl-korday-district|district|kz-zhambyl|43.04,74.71|Korday District|Кордайский район|Қордай ауданы||
kz-zhambyl-merke-district|district|kz-zhambyl|42.87,73.18|Merke District|Меркенский район|Меркі ауданы||
kz-zhambyl-moiynkum-district|district|kz-zhambyl|44.28,72.94|Moiynkum District|Мойынкумский район|Мойынқұм ауданы||
kz-zhambyl-sarysu-district|district|kz-zhambyl|43.56,69.73|Sarysu District|Сарысуский район|Сарысу ауданы||
kz-zhambyl-talas-district|district|kz-zhambyl|43.18,70.47|Talas District|Таласский район|Талас ауданы||
kz-zhambyl-turar-ryskulov-district|district|kz-zhambyl|42.9,71.37|Turar Ryskulov District|Рыскуловский район|Тұрар Рысқұлов ауданы||
kz-zhambyl-shu-district|district|kz-zhambyl|42.9,71.37|Shu District|Шуский район|Шу ауданы||
kz-karaganda-abai-district|district|kz-karaganda|49.64,72.86|Abai District|Абайский район|Абай ауданы||
kz-karaganda-aktogai-district|district|kz-karaganda|48.17,75.3|Aktogai District|Актогайский район|Ақтоғай ауданы||
kz-karaganda-bukhar-zhyrau-district|district|kz-karaganda|49.8,73.1|Bukhar-Zhyrau District|Бухар-Жырауский район|Бұқар жырау ауданы||
kz-karaganda-karkaraly-district|district|kz-karaganda|49.41,75.47|Karkaraly District|Каркаралинский район|Қарқаралы ауданы||
kz-karaganda-nura-district|district|kz-karaganda|50.26,71.55|Nura District|Нуринский район|Нұра ауданы||
kz-karaganda-osakarov-district|district|kz-karaganda|50.56,72.57|Osakarov District|Осакаровский район|Осакаров ауданы||
kz-karaganda-shet-district|district|kz-karaganda|48.77,73.67|Shet District|Шетский район|Шет ауданы||
kz-ulytau-zhanaarka-district|district|kz-ulytau|48.69,71.64|Zhanaarka District|Жанааркинский район|Жаңаарқа ауданы||
kz-ulytau-ulytau-district|district|kz-ulytau|47.78,67.77|Ulytau District|Улытауский район|Ұлытау ауданы||
kz-kostanay-altynsarin-district|district|kz-kostanay|53.21,63.62|Altynsarin District|Алтынсаринский район|Алтынсарин ауданы||
kz-kostanay-amangeldy-district|district|kz-kostanay|53.21,63.62|Amangeldy District|Амангельдинский район|Амангелді ауданы||
kz-kostanay-auliekol-district|district|kz-kostanay|53.21,63.62|Auliekol District|Аулиекольский район|Әулиекөл ауданы||
kz-kostanay-denisov-district|district|kz-kostanay|53.21,63.62|Denisov District|Денисовский район|Денисов ауданы||
kz-kostanay-zhangeldin-district|district|kz-kostanay|49.63,63.5|Zhangeldin District|Жангельдинский район|Жангелдин ауданы||
kz-kostanay-zhitikara-district|district|kz-kostanay|52.19,61.2|Zhitikara District|Житикаринский район|Жітіқара ауданы||
kz-kostanay-kamysty-district|district|kz-kostanay|53.21,63.62|Kamysty District|Камыстинский район|Қамысты ауданы||
kz-kostanay-karabalyk-district|district|kz-kostanay|53.21,63.62|Karabalyk District|Карабалыкский район|Қарабалық ауданы||
kz-kostanay-karasu-district|district|kz-kostanay|52.66,65.48|Karasu District|Карасуский район|Қарасу ауданы||
kz-kostanay-kostanay-district|district|kz-kostanay|53.21,63.62|Kostanay District|Костанайский район|Қостанай ауданы||
kz-kostanay-mendykara-district|district|kz-kostanay|53.79,64.18|Mendykara District|Мендыкаринский район|Меңдіқара ауданы||
kz-kostanay-naurzum-district|district|kz-kostanay|53.21,63.62|Naurzum District|Наурзумский район|Наурызым ауданы||
kz-kostanay-sarykol-district|district|kz-kostanay|53.21,63.62|Sarykol District|Сарыкольский район|Сарыкөл ауданы||
kz-kostanay-beimbet-mailin-district|district|kz-kostanay|52.84,62.52|Beimbet Mailin District|район Беимбета Майлина|Бейімбет Майлин ауданы||
kz-kostanay-uzunkol-district|district|kz-kostanay|53.21,63.62|Uzunkol District|Узункольский район|Ұзынкөл ауданы||
kz-kostanay-fedorov-district|district|kz-kostanay|53.64,62.7|Fedorov District|Федоровский район|Федоров ауданы||
kz-kyzylorda-aral-district|district|kz-kyzylorda|46.8,61.66|Aral District|Аральский район|Арал ауданы||
kz-kyzylorda-zhalagash-district|district|kz-kyzylorda|45.08,64.67|Zhalagash District|Жалагашский район|Жалағаш ауданы||
kz-kyzylorda-zhanakorgan-district|district|kz-kyzylorda|43.91,67.25|Zhanakorgan District|Жанакорганский район|Жаңақорған ауданы||
kz-kyzylorda-kazaly-district|district|kz-kyzylorda|45.85,62.15|Kazaly District|Казалинский район|Қазалы ауданы||
kz-kyzylorda-karmakshy-district|district|kz-kyzylorda|45.49,64.08|Karmakshy District|Кармакшинский район|Қармақшы ауданы||
kz-kyzylorda-syrdarya-district|district|kz-kyzylorda|45.05,64.98|Syrdarya District|Сырдарьинский район|Сырдария ауданы||
kz-kyzylorda-shieli-district|district|kz-kyzylorda|44.17,66.74|Shieli District|Шиелийский район|Шиелі ауданы||
kz-mangystau-beineu-district|district|kz-mangystau|45.32,55.2|Beineu District|Бейнеуский район|Бейнеу ауданы||
kz-mangystau-karakiya-district|district|kz-mangystau|43.18,51.68|Karakiya District|Каракиянский район|Қарақия ауданы||
kz-mangystau-mangystau-district|district|kz-mangystau|44.14,52.15|Mangystau District|Мангистауский район|Маңғыстау ауданы||
kz-mangystau-munaily-district|district|kz-mangystau|43.65,51.17|Munaily District|Мунайлинский район|Мұнайлы ауданы||
kz-mangystau-tupkaragan-district|district|kz-mangystau|44.51,50.26|Tupkaragan District|Тупкараганский район|Түпқараған ауданы||
kz-pavlodar-aktogai-district|district|kz-pavlodar|52.28,76.97|Aktogai District|Актогайский район|Ақтоғай ауданы||
kz-pavlodar-bayanaul-district|district|kz-pavlodar|50.79,75.7|Bayanaul District|Баянаульский район|Баянауыл ауданы||
kz-pavlodar-zhelezin-district|district|kz-pavlodar|53.54,75.31|Zhelezin District|Железинский район|Железин ауданы||
kz-pavlodar-ertis-district|district|kz-pavlodar|53.33,75.46|Ertis District|Иртышский район|Ертіс ауданы||
kz-pavlodar-terenkol-district|district|kz-pavlodar|53.07,76.1|Terenkol District|Теренкольский район|Тереңкөл ауданы||
kz-pavlodar-akkuly-district|district|kz-pavlodar|52.28,76.97|Akkuly District|Аккулинский район|Аққулы ауданы||
kz-pavlodar-may-district|district|kz-pavlodar|52.28,76.97|May District|Майский район|Май ауданы||
kz-pavlodar-pavlodar-district|district|kz-pavlodar|52.28,76.97|Pavlodar District|Павлодарский район|Павлодар ауданы||
kz-pavlodar-uspen-district|district|kz-pavlodar|52.28,76.97|Uspen District|Успенский район|Успен ауданы||
kz-pavlodar-sharbakty-district|district|kz-pavlodar|52.28,76.97|Sharbakty District|Щербактинский район|Шарбақты ауданы||
kz-north-aiyrtau-district|district|kz-north|53.29,68.11|Aiyrtau District|Айыртауский район|Айыртау ауданы||
kz-north-akzhar-district|district|kz-north|53.64,71.87|Akzhar District|Акжарский район|Ақжар ауданы||
kz-north-akkaiyn-district|district|kz-north|54.51,69.43|Akkaiyn District|Аккайынский район|Аққайың ауданы||
kz-north-esil-district|district|kz-north|54.35,68.46|Esil District|Есильский район|Есіл ауданы||
kz-north-zhambyl-district|district|kz-north|54.87,69.15|Zhambyl District|Жамбылский район|Жамбыл ауданы||
kz-north-magzhan-zhumabayev-district|district|kz-north|54.91,70.44|Magzhan Zhumabayev District|район Магжана Жумабаева|Мағжан Жұмабаев ауданы||
kz-north-kyzylzhar-district|district|kz-north|54.78,69.1|Kyzylzhar District|Кызылжарский район|Қызылжар ауданы||
kz-north-mamlyut-district|district|kz-north|54.87,69.15|Mamlyut District|Мамлютский район|Мамлют ауданы||
kz-north-gabit-musrepov-district|district|kz-north|53.2,66.77|Gabit Musrepov District|район Габита Мусрепова|Ғабит Мүсірепов ауданы||
kz-north-taiynsha-district|district|kz-north|53.85,69.77|Taiynsha District|Тайыншинский район|Тайынша ауданы||
kz-north-timiryazev-district|district|kz-north|53.75,66.49|Timiryazev District|Тимирязевский район|Тимирязев ауданы||
kz-north-ualikhanov-district|district|kz-north|53.64,72.34|Ualikhanov District|Уалихановский район|Уәлиханов ауданы||
kz-north-shal-akyn-district|district|kz-north|53.88,67.41|Shal akyn District|район Шал акына|Шал ақын ауданы||
kz-turkistan-baidibek-district|district|kz-turkistan|43.03,69.38|Baidibek District|Байдибекский район|Бәйдібек ауданы||
kz-turkistan-zhetisai-district|district|kz-turkistan|43.3,68.25|Zhetisai District|Жетысайский район|Жетісай ауданы||
kz-turkistan-kazygurt-district|district|kz-turkistan|43.3,68.25|Kazygurt District|Казыгуртский район|Қазығұрт ауданы||
kz-turkistan-keles-district|district|kz-turkistan|43.3,68.25|Keles District|Келесский район|Келес ауданы||
kz-turkistan-maktaaral-district|district|kz-turkistan|40.66,68.55|Maktaaral District|Мактааральский район|Мақтаарал ауданы||
kz-turkistan-ordabasy-district|district|kz-turkistan|42.6,69.26|Ordabasy District|Ордабасинский район|Ордабасы ауданы||
kz-turkistan-otyrar-district|district|kz-turkistan|43.3,68.25|Otyrar District|Отырарский район|Отырар ауданы||
kz-turkistan-sairam-district|district|kz-turkistan|43.3,68.25|Sairam District|Сайрамский район|Сайрам ауданы||
kz-turkistan-saryagash-district|district|kz-turkistan|41.46,69.17|Saryagash District|Сарыагашский район|Сарыағаш ауданы||
kz-turkistan-sauran-district|district|kz-turkistan|43.3,68.25|Sauran District|Сауранский район|Сауран ауданы||
kz-turkistan-sozak-district|district|kz-turkistan|43.76,69.18|Sozak District|Сузакский район|Созақ ауданы||
kz-turkistan-tolebi-district|district|kz-turkistan|42.18,69.89|Tolebi District|Толебийский район|Төлеби ауданы||
kz-turkistan-tulkibas-district|district|kz-turkistan|42.53,70.35|Tulkibas District|Тюлькубасский район|Түлкібас ауданы||
kz-turkistan-shardara-district|district|kz-turkistan|41.26,67.97|Shardara District|Шардаринский район|Шардара ауданы||
kz-east-altai-district|district|kz-east|49.73,84.27|Altai District|Алтайский район|Алтай ауданы||
kz-east-glubokoye-district|district|kz-east|50.14,82.31|Glubokoye District|Глубоковский район|Глубокое ауданы||
kz-east-zaisan-district|district|kz-east|47.47,84.87|Zaisan District|Зайсанский район|Зайсан ауданы||
kz-east-katonkaragai-district|district|kz-east|49.97,82.61|Katonkaragai District|Катон-Карагайский район|Катонқарағай ауданы||
kz-east-kurshim-district|district|kz-east|48.57,83.66|Kurshim District|Куршимский район|Күршім ауданы||
kz-east-markakol-district|district|kz-east|49.97,82.61|Markakol District|Маркакольский район|Марқакөл ауданы||
kz-east-samar-district|district|kz-east|49.97,82.61|Samar District|Самарский район|Самар ауданы||
kz-east-tarbagatai-district|district|kz-east|49.97,82.61|Tarbagatai District|Тарбагатайский район|Тарбағатай ауданы||
kz-east-ulan-district|district|kz-east|49.97,82.61|Ulan District|Уланский район|Ұлан ауданы||
kz-east-ulken-naryn-district|district|kz-east|49.97,82.61|Ulken Naryn District|Улкен Нарынский район|Үлкен Нарын ауданы||
kz-east-shemonaikha-district|district|kz-east|50.63,81.91|Shemonaikha District|Шемонаихинский район|Шемонайха ауданы||
xj|region|cn|43.8,87.6|Xinjiang,Xinjiang Uyghur Autonomous Region,Xinjiang Uighur Autonomous Region,XUAR,Sinkiang,Shinjang,East Turkestan,East Turkistan|Синьцзян,Синьцзян-Уйгурский автономный район,СУАР,Восточный Туркестан|Шыңжаң,Шынжаң,Шыңжаң Ұйғыр автономиялық ауданы,Шығыс Түркістан|شىنجاڭ,شىنجاڭ ئۇيغۇر ئاپتونوم رايونى,شەرقىي تۈركىستان|新疆,新疆维吾尔自治区
xj-urumqi|city|xj|43.8,87.6|Urumqi,Ürümqi,Urumchi,Wulumuqi,Dihua@..1954-01-31,Tihwa@..1954-01-31|Урумчи,Дихуа@..1954-01-31|Үрімжі|ئۈرۈمچى|乌鲁木齐,乌鲁木齐市,迪化@..1954-01-31
xj-karamay|city|xj|45.58,84.89|Karamay,Qaramay,Kelamayi|Карамай|Қарамай|قاراماي|克拉玛依,克拉玛依市
xj-turpan|city|xj|42.95,89.18|Turpan,Turfan,Tulufan|Турфан,Турпан|Тұрпан|تۇرپان|吐鲁番,吐鲁番市
xj-hami|city|xj|42.83,93.51|Hami,Kumul,Qumul|Хами,Кумул|Құмыл|قۇمۇل|哈密,哈密市
xj-changji-prefecture|region|xj|44.01,87.3|Changji Hui Autonomous Prefecture,Changji Prefecture|Чанцзи-Хуэйский автономный округ|Санжы Хұй автономиялық облысы,Санжы облысы|سانجى خۇيزۇ ئاپتونوم ئوبلاستى|昌吉回族自治州,昌吉州
xj-bortala|region|xj|44.91,82.07|Bortala,Bortala Mongol Autonomous Prefecture,Boertala|Боро-Тала,Боро-Тала-Монгольский автономный округ|Бұратала,Бұратала Моңғол автономиялық облысы|بۆرتالا,بۆرتالا موڭغۇل ئاپتونوم ئوبلاستى|博尔塔拉,博尔塔拉蒙古自治州,博州
xj-bayingolin|region|xj|41.76,86.15|Bayingolin,Bayingol,Bayingolin Mongol Autonomous Prefecture,Bayinguoleng|Баян-Гол,Баянгол-Монгольский автономный округ|Баянғол,Баянғол Моңғол автономиялық облысы|بايىنغولىن,بايىنغولىن موڭغۇل ئاپتونوم ئوبلاستى|巴音郭楞,巴音郭楞蒙古自治州,巴州
xj-aksu-prefecture|region|xj|41.18,80.28|Aksu Prefecture|округ Аксу|Ақсу аймағы|ئاقسۇ ۋىلايىتى|阿克苏地区
xj-kizilsu|region|xj|39.72,76.17|Kizilsu,Kizilsu Kyrgyz Autonomous Prefecture,Kezilesu|Кызылсу,Кызылсу-Киргизский автономный округ|Қызылсу,Қызылсу Қырғыз автономиялық облысы|قىزىلسۇ,قىزىلسۇ قىرغىز ئاپتونوم ئوبلاستى|克孜勒苏,克孜勒苏柯尔克孜自治州,克州
xj-kashgar-prefecture|region|xj|39.47,75.99|Kashgar Prefecture,Kashi Prefecture|округ Кашгар|Қашқар аймағы|قەشقەر ۋىلايىتى|喀什地区
xj-hotan-prefecture|region|xj|37.11,79.94|Hotan Prefecture,Khotan Prefecture|округ Хотан|Хотан аймағы|خوتەن ۋىلايىتى|和田地区
xj-ili|region|xj|43.98,81.52|Ili,Yili,Ili Kazakh Autonomous Prefecture,Ili Prefecture,Yili Kazakh Autonomous Prefecture|Или,Или-Казахский автономный округ|Іле,Іле Қазақ автономиялық облысы,Іле облысы|ئىلى,ئىلى قازاق ئاپتونوم ئوبلاستى|伊犁,伊犁哈萨克自治州,伊犁州
xj-tacheng-prefecture|region|xj-ili|46.75,82.96|Tacheng Prefecture,Tarbagatay Prefecture,Tarbagatay,Tarbagatai|округ Тачэн,Тарбагатай|Тарбағатай аймағы,Тарбағатай|تارباغاتاي ۋىلايىتى,تارباغاتاي|塔城地区
xj-altay-prefecture|region|xj-ili|47.85,88.13|Altay Prefecture,Aletai Prefecture|округ Алтай|Алтай аймағы|ئالتاي ۋىلايىتى|阿勒泰地区
xj-ghulja|city|xj-ili|43.98,81.52|Ghulja,Gulja,Kulja,Yining,Qulja|Кульджа,Инин|Құлжа|غۇلجا|伊宁,伊宁市
xj-kuytun|city|xj-ili|44.43,84.9|Kuytun,Kuitun,Kuytun City|Куйтун|Күйтүн|كۈيتۇن|奎屯,奎屯市
xj-korgas|city|xj-ili|44.21,80.41|Khorgos,Korgas,Horgos,Khorgas|Хоргос|Қорғас|قورغاس|霍尔果斯,霍尔果斯市
xj-ghulja-county|district|xj-ili|43.98,81.52|Ghulja County,Yining County|уезд Инин|Құлжа ауданы|غۇلجا ناھىيىسى|伊宁县
xj-qapqal|district|xj-ili|43.8,81.09|Qapqal,Qapqal Xibe Autonomous County,Chapchal,Chabuchaer|Чапчал,Чапчал-Сибоский автономный уезд|Шапшал,Шапшал Сібе автономиялық ауданы|چاپچال,چاپچال شىبە ئاپتونوم ناھىيىسى|察布查尔,察布查尔锡伯自治县,察布查尔县
xj-huocheng|district|xj-ili|44.05,80.87|Huocheng,Qorghas County,Huocheng County|Хочэн,уезд Хочэн|Қорғас ауданы,Көрғас|قورغاس ناھىيىسى|霍城,霍城县
xj-tokkuztara|district|xj-ili|43.47,82.15|Tokkuztara,Gongliu,Gongliu County,Toqquztara|Гунлю,Токкузтара|Тоғызтарау,Тоғызтарау ауданы|توققۇزتارا,توققۇزتارا ناھىيىسى|巩留,巩留县
xj-kunes|district|xj-ili|43.43,83.25|Künes,Kunes,Xinyuan,Xinyuan County|Синьюань,Кунес|Күнес,Күнес ауданы|كۈنەس,كۈنەس ناھىيىسى|新源,新源县
xj-mongolkure|district|xj-ili|43.12,81.08|Mongolkure,Zhaosu,Zhaosu County|Чжаосу,Монголкуре|Моңғұлкүре,Моңғұлкүре ауданы|موڭغۇلكۈرە,موڭغۇلكۈرە ناھىيىسى|昭苏,昭苏县
xj-tekes|district|xj-ili|43.22,81.84|Tekes,Tekes County,Tekesi|Текес|Текес,Текес ауданы|تېكەس,تېكەس ناھىيىسى|特克斯,特克斯县
xj-nilka|district|xj-ili|43.79,82.5|Nilka,Nilka County,Nileke|Нилки,Нылки|Нылқы,Нылқы ауданы|نىلقا,نىلقا ناھىيىسى|尼勒克,尼勒克县
xj-tacheng|city|xj-tacheng-prefecture|46.75,82.96|Tacheng,Chuguchak,Qoqek,Chöchek|Чугучак,Тачэн|Шәуешек|چۆچەك|塔城,塔城市
xj-wusu|city|xj-tacheng-prefecture|44.43,84.67|Wusu,Usu|Усу|Усу|ۋۇسۇ,شىخو|乌苏,乌苏市
xj-shawan|city|xj-tacheng-prefecture|44.33,85.62|Shawan,Sawan|Шавань|Сауан|ساۋەن|沙湾,沙湾市,沙湾县
xj-emin|district|xj-tacheng-prefecture|46.53,83.63|Emin,Emin County,Dorbiljin,Dörbiljin|Эмин,уезд Эмин|Еміл,Дөрбілжін,Дөрбілжін ауданы|دۆربىلجىن,دۆربىلجىن ناھىيىسى|额敏,额敏县
xj-toli|district|xj-tacheng-prefecture|45.94,83.6|Toli,Toli County,Tuoli|Толи|Толы,Толы ауданы|تولى,تولى ناھىيىسى|托里,托里县
xj-yumin|district|xj-tacheng-prefecture|46.20,82.98|Yumin,Qaghantoqay,Yumin County|Юйминь|Шағантоғай,Шағантоғай ауданы|چاغانتوقاي,چاغانتوقاي ناھىيىسى|裕民,裕民县
xj-hoboksar|district|xj-tacheng-prefecture|46.79,85.73|Hoboksar,Hoboksar Mongol Autonomous County,Hefeng|Хобуксар,Хобоксар|Қобықсары,Қобықсары Моңғол автономиялық ауданы|قوبۇقسار,قوبۇقسار موڭغۇل ئاپتونوم ناھىيىسى|和布克赛尔,和布克赛尔蒙古自治县,和丰
xj-altay|city|xj-altay-prefecture|47.85,88.13|Altay,Aletai|Алтай|Алтай|ئالتاي|阿勒泰,阿勒泰市
xj-burqin|district|xj-altay-prefecture|47.70,86.86|Burqin,Burqin County,Buerjin|Бурчун|Буыршын,Буыршын ауданы|بۇرچىن,بۇرچىن ناھىيىسى|布尔津,布尔津县
xj-koktokay|district|xj-altay-prefecture|46.99,89.52|Koktokay,Fuyun,Fuyun County,Köktoqay|Фуюнь,Коктогай|Көктоғай,Көктоғай ауданы|كۆكتوقاي,كۆكتوقاي ناھىيىسى|富蕴,富蕴县
xj-burultokay|district|xj-altay-prefecture|47.11,87.49|Burultokay,Fuhai,Fuhai County|Фухай,Бурылтогай|Бурылтоғай,Бурылтоғай ауданы|بۇرۇلتوقاي,بۇرۇلتوقاي ناھىيىسى|福海,福海县
xj-kaba|district|xj-altay-prefecture|48.06,86.42|Kaba,Habahe,Habahe County|Хабахэ,Каба|Қаба,Қаба ауданы|قابا,قابا ناھىيىسى|哈巴河,哈巴河县
xj-qinggil|district|xj-altay-prefecture|46.67,90.38|Qinggil,Qinghe,Qinghe County,Chinggil|Цинхэ,Чингиль|Шіңгіл,Шіңгіл ауданы|چىڭگىل,چىڭگىل ناھىيىسى|青河,青河县
xj-jeminay|district|xj-altay-prefecture|47.43,85.87|Jeminay,Jimunai,Jeminay County|Джеминай|Жеменей,Жеменей ауданы|جېمىنەي,جېمىنەي ناھىيىسى|吉木乃,吉木乃县
xj-kashgar|city|xj-kashgar-prefecture|39.47,75.99|Kashgar,Kashi,Qeshqer|Кашгар,Каши|Қашқар|قەشقەر|喀什,喀什市,喀什噶尔
xj-kona-sheher|district|xj-kashgar-prefecture|39.38,75.86|Konasheher,Kona Sheher,Shufu,Shufu County|Шуфу|Көнешәр|كونا شەھەر ناھىيىسى,كوناشەھەر|疏附,疏附县
xj-yengi-sheher|district|xj-kashgar-prefecture|39.4,76.05|Yengisheher,Yengi Sheher,Shule,Shule County|Шулэ|Жаңашәр|يېڭىشەھەر,يېڭىشەھەر ناھىيىسى|疏勒,疏勒县
xj-yengisar|district|xj-kashgar-prefecture|38.93,76.17|Yengisar,Yengisar County,Yingjisha|Янгигисар,Енгисар|Жаңасар|يېڭىسار,يېڭىسار ناھىيىسى|英吉沙,英吉沙县
xj-poskam|district|xj-kashgar-prefecture|38.19,77.27|Poskam,Zepu,Zepu County|Цзэпу,Поскам|Поскам|پوسكام,پوسكام ناھىيىسى|泽普,泽普县
xj-yarkand|district|xj-kashgar-prefecture|38.42,77.24|Yarkand,Yarkant,Shache,Shache County,Yeken|Яркенд,Шачэ|Яркент|يەكەن,يەكەن ناھىيىسى|莎车,莎车县,叶尔羌
xj-kargilik|district|xj-kashgar-prefecture|37.89,77.42|Kargilik,Qaghiliq,Yecheng,Yecheng County|Каргалык,Ечэн|Қарғалық|قاغىلىق,قاغىلىق ناھىيىسى|叶城,叶城县
xj-makit|district|xj-kashgar-prefecture|38.90,77.65|Makit,Markit,Maigaiti,Mekit|Маркит,Мегет|Меркіт|مەكىت,مەكىت ناھىيىسى|麦盖提,麦盖提县
xj-yopurga|district|xj-kashgar-prefecture|39.24,76.76|Yopurga,Yopurgha,Yuepuhu|Юпурга|Жопырға|يوپۇرغا,يوپۇرغا ناھىيىسى|岳普湖,岳普湖县
xj-payzawat|district|xj-kashgar-prefecture|39.5,76.74|Payzawat,Peyzawat,Jiashi,Jiashi County|Пайзават,Цзяши|Пайзабад|پەيزاۋات,پەيزاۋات ناھىيىسى|伽师,伽师县
xj-maralbeshi|district|xj-kashgar-prefecture|39.79,78.55|Maralbeshi,Maralbexi,Bachu,Bachu County|Маралбаши,Бачу|Маралбашы|مارالبېشى,مارالبېشى ناھىيىسى|巴楚,巴楚县
xj-tashkurgan|district|xj-kashgar-prefecture|37.77,75.23|Tashkurgan,Tashkorgan,Taxkorgan,Tashkurgan Tajik Autonomous County|Ташкурган,Ташкурган-Таджикский автономный уезд|Ташқорған|تاشقورغان,تاشقورغان تاجىك ئاپتونوم ناھىيىسى|塔什库尔干,塔什库尔干塔吉克自治县
xj-hotan|city|xj-hotan-prefecture|37.11,79.94|Hotan,Khotan,Hetian,Xoten|Хотан|Хотан|خوتەن|和田,和田市,和阗@..1959-12-31
xj-hotan-county|district|xj-hotan-prefecture|37.10,79.93|Hotan County,Hetian County|уезд Хотан|Хотан ауданы|خوتەن ناھىيىسى|和田县
xj-karakax|district|xj-hotan-prefecture|37.27,79.74|Karakax,Qaraqash,Karakash,Moyu,Moyu County|Каракаш,Моюй|Қарақаш|قاراقاش,قاراقاش ناھىيىسى|墨玉,墨玉县
xj-guma|district|xj-hotan-prefecture|37.62,78.28|Guma,Pishan,Pishan County|Гума,Пишань|Гума|گۇما,گۇما ناھىيىسى|皮山,皮山县
xj-lop|district|xj-hotan-prefecture|37.07,80.18|Lop,Lop County,Luopu|Лоп,Лопу|Лоп|لوپ,لوپ ناھىيىسى|洛浦,洛浦县
xj-qira|district|xj-hotan-prefecture|37.03,80.8|Qira,Chira,Cele,Qira County|Чира,Цэлэ|Шыра|چىرا,چىرا ناھىيىسى|策勒,策勒县
xj-keriya|district|xj-hotan-prefecture|36.86,81.67|Keriya,Yutian,Keriya County|Керия,Юйтянь|Керия|كېرىيە,كېرىيە ناھىيىسى|于田,于田县
xj-niya|district|xj-hotan-prefecture|37.07,82.69|Niya,Minfeng,Minfeng County|Ния,Миньфэн|Ния|نىيە,نىيە ناھىيىسى|民丰,民丰县
xj-aksu|city|xj-aksu-prefecture|41.18,80.28|Aksu,Aqsu,Akesu|Аксу|Ақсу|ئاقسۇ|阿克苏,阿克苏市
xj-kuqa|city|xj-aksu-prefecture|41.72,82.93|Kuqa,Kucha,Kuche|Куча|Күшар|كۇچار,كۇچا|库车,库车市,库车县
xj-onsu|district|xj-aksu-prefecture|41.27,80.24|Onsu,Wensu,Wensu County|Вэньсу,Онсу|Оңсу|ئونسۇ,ئونسۇ ناھىيىسى|温宿,温宿县
xj-xayar|district|xj-aksu-prefecture|41.23,82.81|Xayar,Shayar,Shaya,Xayar County|Шаяр|Шаяр|شايار,شايار ناھىيىسى|沙雅,沙雅县
xj-toksu|district|xj-aksu-prefecture|41.55,82.62|Toksu,Toqsu,Xinhe,Xinhe County|Токсу,Синьхэ|Тоқсу|توقسۇ,توقسۇ ناھىيىسى|新和,新和县
xj-bay|district|xj-aksu-prefecture|41.77,81.87|Bay County,Baicheng,Baicheng County|Байчэн|Бай ауданы|باي ناھىيىسى|拜城,拜城县
xj-uchturpan|district|xj-aksu-prefecture|41.15,79.22|Uchturpan,Uqturpan,Wushi,Wushi County|Учтурфан,Уши|Үштұрпан|ئۈچتۇرپان,ئۈچتۇرپان ناھىيىسى|乌什,乌什县
xj-awat|district|xj-aksu-prefecture|40.64,80.38|Awat,Awat County,Awati|Ават|Ауат|ئاۋات,ئاۋات ناھىيىسى|阿瓦提,阿瓦提县
xj-kalpin|district|xj-aksu-prefecture|40.53,79.07|Kalpin,Kelpin,Keping|Калпин,Кэпин|Калпын|كەلپىن,كەلپىن ناھىيىسى|柯坪,柯坪县
xj-artux|city|xj-kizilsu|39.72,76.17|Artux,Atush,Artush,Atushi|Артуш,Атуши|Артыш|ئاتۇش|阿图什,阿图什市
xj-akto|district|xj-kizilsu|39.15,75.94|Akto,Aktu,Aketao,Akto County|Акто,Актау|Ақтоу|ئاقتۇ,ئاقتۇ ناھىيىسى|阿克陶,阿克陶县
xj-akqi|district|xj-kizilsu|40.94,78.44|Akqi,Aqchi,Aheqi,Akqi County|Акчи,Ахэци|Ақшы|ئاقچى,ئاقچى ناھىيىسى|阿合奇,阿合奇县
xj-ulugqat|district|xj-kizilsu|39.72,75.26|Ulugqat,Ulughchat,Wuqia,Wuqia County|Улугчат,Уця|Ұлықшат|ئۇلۇغچات,ئۇلۇغچات ناھىيىسى|乌恰,乌恰县
xj-korla|city|xj-bayingolin|41.76,86.15|Korla,Kuerle|Корла|Корла|كورلا|库尔勒,库尔勒市
xj-bugur|district|xj-bayingolin|41.77,84.24|Bugur,Bügür,Luntai,Luntai County|Лунтай,Бугур|Бүгір|بۈگۈر,بۈگۈر ناھىيىسى|轮台,轮台县
xj-lopnur|district|xj-bayingolin|41.34,86.26|Lopnur,Lop Nur,Lopnur County,Yuli,Yuli County|Юйли,Лобнор|Лопнор|لوپنۇر,لوپنۇر ناھىيىسى|尉犁,尉犁县
xj-qarkilik|district|xj-bayingolin|39.02,88.16|Qarkilik,Charkhlik,Ruoqiang,Ruoqiang County|Чарклык,Жоцян|Шарқылық|چاقىلىق,چاقىلىق ناھىيىسى|若羌,若羌县
xj-qarqan|district|xj-bayingolin|38.13,85.53|Qarqan,Cherchen,Qiemo,Qiemo County|Черчен,Цемо|Шершен|چەرچەن,چەرچەن ناھىيىسى|且末,且末县
xj-yanqi|district|xj-bayingolin|42.06,86.57|Yanqi,Karasheher,Yanqi Hui Autonomous County|Яньци,Карашар|Қарашар|قاراشەھەر,يەنجى خۇيزۇ ئاپتونوم ناھىيىسى|焉耆,焉耆回族自治县
xj-hejing|district|xj-bayingolin|42.32,86.38|Hejing,Hejing County|Хэцзин|Хыжың|خېجىڭ,خېجىڭ ناھىيىسى|和静,和静县
xj-hoxud|district|xj-bayingolin|42.26,86.86|Hoxud,Hoxut,Heshuo,Heshuo County|Хошуд,Хэшо|Қошот|خوشۇت,خوشۇت ناھىيىسى|和硕,和硕县
xj-bagrax|district|xj-bayingolin|41.98,86.62|Bagrax,Baghrash,Bohu,Bohu County|Баграш,Боху|Бағраш|باغراش,باغراش ناھىيىسى|博湖,博湖县
xj-bole|city|xj-bortala|44.91,82.07|Bole|Болэ|Бұратала қаласы|بۆرتالا شەھىرى|博乐,博乐市
xj-alashankou|city|xj-bortala|45.17,82.57|Alashankou,Alataw Pass|Алашанькоу|Алатау өткелі|ئالاتاۋ ئېغىزى|阿拉山口,阿拉山口市
xj-jing|district|xj-bortala|44.60,82.89|Jinghe,Jing County,Jinghe County|Цзинхэ|Жың ауданы|جىڭ ناھىيىسى|精河,精河县
xj-arasang|district|xj-bortala|44.97,81.02|Arasang,Wenquan,Wenquan County|Арашан,Вэньцюань|Арасан,Арасан ауданы|ئارىشاڭ,ئارىشاڭ ناھىيىسى|温泉县
xj-changji|city|xj-changji-prefecture|44.01,87.3|Changji,Sanji|Чанцзи|Санжы|سانجى|昌吉,昌吉市
xj-fukang|city|xj-changji-prefecture|44.16,87.97|Fukang|Фукан|Фукаң|فۇكاڭ|阜康,阜康市
xj-qutubi|district|xj-changji-prefecture|44.19,86.89|Hutubi,Qutubi,Khutubi,Hutubi County|Хутуби|Құтыби|قۇتۇبى,قۇتۇبى ناھىيىسى|呼图壁,呼图壁县
xj-manas|district|xj-changji-prefecture|44.30,86.21|Manas,Manasi,Manas County|Манас|Манас|ماناس,ماناس ناھىيىسى|玛纳斯,玛纳斯县
xj-jimsar|district|xj-changji-prefecture|43.98,89.07|Jimsar,Jimusaer,Jimsar County|Джимсар|Жемсары|جىمسار,جىمسار ناھىيىسى|吉木萨尔,吉木萨尔县
xj-qitai|district|xj-changji-prefecture|44.02,89.59|Qitai,Guchung,Qitai County|Цитай|Шитай|گۇچۇڭ,گۇچۇڭ ناھىيىسى|奇台,奇台县
xj-mori|district|xj-changji-prefecture|43.83,90.28|Mori,Mulei,Mori Kazakh Autonomous County|Мори,Мори-Казахский автономный уезд|Мори,Мори Қазақ автономиялық ауданы|مورى,مورى قازاق ئاپتونوم ناھىيىسى|木垒,木垒哈萨克自治县
xj-piqan|district|xj-turpan|42.87,90.2|Pichan,Piqan,Shanshan,Shanshan County|Шаньшань,Пичан|Пішан|پىچان,پىچان ناھىيىسى|鄯善,鄯善县
xj-toksun|district|xj-turpan|42.79,88.64|Toksun,Toqsun,Tuokexun|Токсун|Тоқсын|توقسۇن,توقسۇن ناھىيىسى|托克逊,托克逊县
xj-barkol|district|xj-hami|43.6,93.01|Barkol,Balikun,Barkol Kazakh Autonomous County|Баркуль,Баркёль-Казахский автономный уезд|Баркөл,Баркөл Қазақ автономиялық ауданы|باركۆل,باركۆل قازاق ئاپتونوم ناھىيىسى|巴里坤,巴里坤哈萨克自治县
xj-araturuk|district|xj-hami|43.25,94.70|Araturuk,Aratürük,Yiwu County|Иу,Аратюрюк|Аратүрік|ئاراتۈرۈك,ئاراتۈرۈك ناھىيىسى|伊吾,伊吾县
xj-midong|district|xj-urumqi|43.96,87.69|Midong,Midong District|Мидун|Мидоң|مىدوڭ|米东,米东区
xj-dabancheng|district|xj-urumqi|43.36,88.32|Dabancheng,Dabanching,Dawanching|Дабаньчэн|Дабаншың|داۋانچىڭ|达坂城,达坂城区
xj-tianshan|district|xj-urumqi|43.79,87.63|Tianshan District|район Тяньшань|Тәңіртау ауданы|تىيانشان رايونى,تەڭرىتاغ رايونى|天山区
xj-saybagh|district|xj-urumqi|43.80,87.60|Saybagh,Saybag District,Shayibake|Сайбаг|Сайбақ ауданы|سايباغ,سايباغ رايونى|沙依巴克,沙依巴克区
xj-xinshi|district|xj-urumqi|43.87,87.57|Xinshi District|Синьши|Жаңақала ауданы|يېڭىشەھەر رايونى|新市区
xj-shuimogou|district|xj-urumqi|43.83,87.64|Shuimogou|Шуймогоу|Шүймогу|شۇيموگۇ|水磨沟,水磨沟区
xj-toutunhe|district|xj-urumqi|43.88,87.42|Toutunhe|Тоутуньхэ|Тудұңхы|تۇدۇڭخابا|头屯河,头屯河区
xj-urumqi-county|district|xj-urumqi|43.47,87.41|Urumqi County|уезд Урумчи|Үрімжі ауданы|ئۈرۈمچى ناھىيىسى|乌鲁木齐县
xj-dushanzi|district|xj-karamay|44.33,84.85|Dushanzi,Maytagh|Душаньцзы|Майтау|مايتاغ|独山子,独山子区
xj-urho|district|xj-karamay|46.12,85.68|Urho,Orku,Wuerhe|Урхо|Орхы|ئورقۇ|乌尔禾,乌尔禾区
xj-baijiantan|district|xj-karamay|45.69,85.14|Baijiantan,Jerenbulaq|Байцзяньтань|Байжантан|جەرەنبۇلاق|白碱滩,白碱滩区
xj-shihezi|city|xj|44.3,86.04|Shihezi|Шихэцзы|Шихызы|شىخەنزە|石河子,石河子市
xj-aral|city|xj|40.54,81.27|Aral,Alaer,Aral City|Арал,Алар|Арал|ئارال|阿拉尔,阿拉尔市
xj-tumxuk|city|xj|39.87,79.06|Tumxuk,Tumshuq,Tumushuke|Тумшук|Тұмшық|تۇمشۇق|图木舒克,图木舒克市
xj-wujiaqu|city|xj|44.17,87.54|Wujiaqu|Уцзяцюй|Ужяшү|ۋۇجياچۈ|五家渠,五家渠市
xj-beitun|city|xj|47.35,87.82|Beitun|Бэйтунь|Бейтүн|بەيتۈن|北屯,北屯市
xj-tiemenguan|city|xj|41.86,85.67|Tiemenguan|Темэньгуань|Темірқақпа|باشئەگىم|铁门关,铁门关市
xj-shuanghe|city|xj|44.84,82.35|Shuanghe|Шуанхэ|Қосөзен|قوش ئۆگۈز|双河,双河市
xj-kokdala|city|xj|43.95,80.99|Kokdala,Cocodala|Кокдала|Көкдала|كۆكدالا|可克达拉,可克达拉市
xj-kunyu|city|xj|37.21,79.29|Kunyu|Куньюй|Құрымқаш|قۇرۇمقاش|昆玉,昆玉市
xj-huyanghe|city|xj|44.70,84.83|Huyanghe|Хуянхэ|Хуяңхы|خۇياڭخې|胡杨河,胡杨河市
xj-xinxing|city|xj|42.80,93.64|Xinxing|Синьсин|Шиншиң|شىنشىڭ|新星市
xj-baiyang|city|xj|46.76,83.12|Baiyang|Байян|Байяң|بەيياڭ|白杨市
kg-chuy|region|kg|42.6,74.5|Chuy Region,Chui Region,Chüy|Чуйская область|Шу облысы||楚河州
kg-osh-region|region|kg|40.53,72.8|Osh Region|Ошская область|Ош облысы||奥什州
kg-jalal-abad|region|kg|40.93,73.00|Jalal-Abad Region,Jalal-Abad,Jalalabad|Джалал-Абадская область,Джалал-Абад|Жалалабат||贾拉拉巴德州
kg-issyk-kul|region|kg|42.49,78.39|Issyk-Kul Region,Issyk-Kul|Иссык-Кульская область,Иссык-Куль|Ыстықкөл||伊塞克湖州
kg-naryn|region|kg|41.43,75.99|Naryn Region,Naryn|Нарынская область,Нарын|Нарын||纳伦州
kg-batken|region|kg|40.06,70.82|Batken Region,Batken|Баткенская область,Баткен|Баткен||巴特肯州
kg-talas|region|kg|42.52,72.24|Talas Region|Таласская область,Талас|Талас облысы||塔拉斯州
kg-osh|city|kg|40.53,72.8|Osh|Ош|Ош|ئوش|奥什
kg-karakol|city|kg|42.49,78.39|Karakol,Przhevalsk@..1991-12-31|Каракол,Пржевальск@..1991-12-31|Қаракөл||卡拉科尔
uz-karakalpakstan|region|uz|42.46,59.61|Karakalpakstan,Qaraqalpaqstan|Каракалпакстан,Каракалпакия|Қарақалпақстан|قاراقالپاقىستان|卡拉卡尔帕克斯坦
uz-andijan|region|uz|40.78,72.34|Andijan Region,Andijan,Andijon|Андижанская область,Андижан|Әндіжан|ئەنجان|安集延
uz-bukhara|region|uz|39.77,64.43|Bukhara Region,Bukhara,Buxoro|Бухарская область,Бухара|Бұхара|بۇخارا|布哈拉
uz-fergana|region|uz|40.38,71.78|Fergana Region,Fergana,Farg'ona|Ферганская область,Фергана|Ферғана|پەرغانە|费尔干纳
uz-jizzakh|region|uz|40.12,67.84|Jizzakh Region,Jizzakh,Jizzax|Джизакская область,Джизак|Жизақ||吉扎克
uz-khorezm|region|uz|41.55,60.63|Khorezm,Xorazm,Khorezm Region|Хорезмская область,Хорезм|Хорезм||花拉子模
uz-namangan|region|uz|41.00,71.67|Namangan Region,Namangan|Наманганская область,Наманган|Наманган||纳曼干
uz-navoi|region|uz|40.08,65.38|Navoi Region,Navoiy,Navoi|Навоийская область,Навои|Науаи||纳沃伊
uz-kashkadarya|region|uz|38.86,65.79|Kashkadarya,Qashqadaryo|Кашкадарьинская область|Қашқадария||卡什卡达里亚
uz-samarkand|region|uz|39.65,66.96|Samarkand Region,Samarkand,Samarqand|Самаркандская область,Самарканд|Самарқан|سەمەرقەنت|撒马尔罕
uz-sirdaryo|region|uz|40.49,68.78|Syrdarya Region,Sirdaryo|Сырдарьинская область|Сырдария облысы||锡尔河
uz-surkhandarya|region|uz|37.22,67.28|Surkhandarya,Surxondaryo|Сурхандарьинская область|Сұрхандария||苏尔汉河
uz-tashkent-region|region|uz|41.04,69.36|Tashkent Region|Ташкентская область|Ташкент облысы||塔什干州
uz-nukus|city|uz|42.45,59.61|Nukus|Нукус|Нөкіс||努库斯
tm-ahal|region|tm|38.0,58.2|Ahal,Ahal Region|Ахалский велаят|Ахал||阿哈尔州
tm-balkan|region|tm|39.51,54.37|Balkan Region|Балканский велаят|Балқан||巴尔坎州
tm-dashoguz|region|tm|41.84,59.97|Dashoguz,Daşoguz|Дашогуз,Дашогузский велаят|Дашоғыз||达沙古兹州
tm-lebap|region|tm|39.07,63.58|Lebap,Lebap Region|Лебапский велаят|Лебап||列巴普州
tm-mary|region|tm|37.60,61.83|Mary Region|Марыйский велаят,Мары|Мары||马雷州
tj-sughd|region|tj|40.28,69.62|Sughd,Sughd Region,Leninabad Region@..2000-12-31|Согдийская область,Ленинабадская область@..2000-12-31|Соғды облысы||粟特州
tj-khatlon|region|tj|37.84,68.78|Khatlon,Khatlon Region|Хатлонская область|Хатлон||哈特隆州
tj-gbao|region|tj|37.49,71.55|Gorno-Badakhshan,GBAO,Gorno-Badakhshan Autonomous Region|Горно-Бадахшанская автономная область,Горный Бадахшан,ГБАО|Таулы Бадахшан||戈尔诺-巴达赫尚
tj-khujand|city|tj|40.28,69.62|Khujand,Leninabad@1936-01-09..1991-02-25|Худжанд,Ленинабад@1936-01-09..1991-02-25|Худжант||苦盏
tj-khorog|city|tj|37.49,71.55|Khorog|Хорог|Хорог||霍罗格
mn-bayan-olgii|region|mn|48.97,89.96|Bayan-Ölgii,Bayan-Olgii,Bayan-Ulgii|Баян-Улгий,Баян-Улгийский аймак|Баян-Өлгей,Баянөлгий||巴彦乌列盖
mn-khovd|region|mn|48.01,91.64|Khovd,Hovd|Ховд,Кобдо|Қобда аймағы||科布多
mn-olgii|city|mn|48.97,89.96|Ölgii,Olgii|Улгий,Улэгэй|Өлгей||乌列盖
ru-altai-republic|region|ru|51.96,85.96|Altai Republic|Республика Алтай|Алтай Республикасы||阿尔泰共和国
ru-altai-krai|region|ru|53.36,83.76|Altai Krai|Алтайский край|Алтай өлкесі||阿尔泰边疆区
ru-astrakhan|region|ru|46.35,48.04|Astrakhan Oblast,Astrakhan Region,Astrakhan|Астраханская область,Астрахань|Астрахан облысы||阿斯特拉罕州
ru-chelyabinsk|region|ru|55.15,61.43|Chelyabinsk Oblast,Chelyabinsk Region,Chelyabinsk|Челябинская область,Челябинск|Челябі||车里雅宾斯克州
ru-kurgan|region|ru|55.45,65.33|Kurgan Oblast,Kurgan Region,Kurgan|Курганская область,Курган|Қорған облысы||库尔干州
ru-novosibirsk|region|ru|55.04,82.93|Novosibirsk Oblast,Novosibirsk Region|Новосибирская область|Новосібір облысы||新西伯利亚州
ru-omsk|region|ru|54.99,73.37|Omsk Oblast,Omsk Region|Омская область|Омбы облысы||鄂木斯克州
ru-orenburg|region|ru|51.78,55.10|Orenburg Oblast,Orenburg Region,Orenburg|Оренбургская область,Оренбург|Орынбор||奥伦堡州
ru-samara|region|ru|53.20,50.15|Samara Oblast,Samara Region|Самарская область|Самара облысы||萨马拉州
ru-saratov|region|ru|51.54,46.01|Saratov Oblast,Saratov Region|Саратовская область|Саратов облысы||萨拉托夫州
ru-tyumen|region|ru|57.15,65.53|Tyumen Oblast,Tyumen Region,Tyumen|Тюменская область,Тюмень|Түмен||秋明州
ru-volgograd|region|ru|48.72,44.50|Volgograd Oblast,Volgograd Region|Волгоградская область|Волгоград облысы||伏尔加格勒州
ru-tatarstan|region|ru|55.79,49.12|Tatarstan,Republic of Tatarstan|Татарстан,Республика Татарстан|Татарстан|تاتارىستان|鞑靼斯坦
ru-bashkortostan|region|ru|54.74,55.97|Bashkortostan,Bashkiria|Башкортостан,Башкирия|Башқұртстан||巴什科尔托斯坦
ru-chechnya|region|ru|43.32,45.69|Chechnya,Chechen Republic|Чечня,Чеченская Республика|Шешенстан|چېچېنىيە|车臣
ru-dagestan|region|ru|42.98,47.50|Dagestan|Дагестан|Дағыстан||达吉斯坦
ru-saint-petersburg|city|ru|59.94,30.31|Saint Petersburg,St. Petersburg,Leningrad@1924-01-26..1991-09-05|Санкт-Петербург,Петербург,Ленинград@1924-01-26..1991-09-05|Санкт-Петербург|سانكت پېتېربۇرگ|圣彼得堡
ru-novosibirsk-city|city|ru|55.04,82.93|Novosibirsk|Новосибирск|Новосібір||新西伯利亚
ru-omsk-city|city|ru|54.99,73.37|Omsk|Омск|Омбы||鄂木斯克
cn-tibet|region|cn|29.65,91.10|Tibet,Tibet Autonomous Region|Тибет,Тибетский автономный район|Тибет|تىبەت|西藏,西藏自治区
cn-gansu|region|cn|36.06,103.83|Gansu|Ганьсу|Гансу|گەنسۇ|甘肃,甘肃省
cn-qinghai|region|cn|36.62,101.78|Qinghai|Цинхай|Цинхай|چىڭخەي|青海,青海省
cn-ningxia|region|cn|38.47,106.26|Ningxia|Нинся|Нинся|نىڭشيا|宁夏,宁夏回族自治区
cn-inner-mongolia|region|cn|40.82,111.67|Inner Mongolia|Внутренняя Монголия|Ішкі Моңғолия|ئىچكى موڭغۇل|内蒙古,内蒙古自治区
cn-shaanxi|region|cn|34.26,108.94|Shaanxi|Шэньси|Шэньси|شەنشى|陕西,陕西省
cn-shanxi|region|cn|37.87,112.55|Shanxi|Шаньси|Шаньси||山西,山西省
cn-sichuan|region|cn|30.66,104.06|Sichuan|Сычуань|Сычуань|سىچۈەن|四川,四川省
cn-yunnan|region|cn|25.04,102.72|Yunnan|Юньнань|Юньнань||云南,云南省
cn-guizhou|region|cn|26.65,106.63|Guizhou|Гуйчжоу|Гуйчжоу||贵州,贵州省
cn-guangdong|region|cn|23.13,113.26|Guangdong|Гуандун|Гуандун|گۇاڭدۇڭ|广东,广东省
cn-guangxi|region|cn|22.82,108.32|Guangxi|Гуанси|Гуанси||广西,广西壮族自治区
cn-hainan|region|cn|20.04,110.32|Hainan|Хайнань|Хайнань||海南,海南省
cn-hunan|region|cn|28.23,112.94|Hunan|Хунань|Хунань||湖南,湖南省
cn-hubei|region|cn|30.59,114.31|Hubei|Хубэй|Хубэй||湖北,湖北省
cn-henan|region|cn|34.75,113.62|Henan|Хэнань|Хэнань||河南,河南省
cn-hebei|region|cn|38.04,114.51|Hebei|Хэбэй|Хэбэй||河北,河北省
cn-shandong|region|cn|36.65,117.12|Shandong|Шаньдун|Шаньдун||山东,山东省
cn-jiangsu|region|cn|32.06,118.80|Jiangsu|Цзянсу|Цзянсу||江苏,江苏省
cn-zhejiang|region|cn|30.27,120.15|Zhejiang|Чжэцзян|Чжэцзян||浙江,浙江省
cn-anhui|region|cn|31.82,117.23|Anhui|Аньхой|Аньхой||安徽,安徽省
cn-fujian|region|cn|26.07,119.30|Fujian|Фуцзянь|Фуцзянь||福建,福建省
cn-jiangxi|region|cn|28.68,115.86|Jiangxi|Цзянси|Цзянси||江西,江西省
cn-liaoning|region|cn|41.80,123.43|Liaoning|Ляонин|Ляонин||辽宁,辽宁省
cn-jilin|region|cn|43.88,125.32|Jilin|Цзилинь|Цзилинь||吉林,吉林省
cn-heilongjiang|region|cn|45.80,126.53|Heilongjiang|Хэйлунцзян|Хэйлунцзян||黑龙江,黑龙江省
cn-shanghai|city|cn|31.23,121.47|Shanghai|Шанхай|Шанхай|شاڭخەي|上海,上海市
cn-tianjin|city|cn|39.13,117.20|Tianjin|Тяньцзинь|Тяньцзинь|تيەنجىن|天津,天津市
cn-chongqing|city|cn|29.56,106.55|Chongqing|Чунцин|Чунцин|چوڭچىڭ|重庆,重庆市
cn-lhasa|city|cn|29.65,91.10|Lhasa|Лхаса|Лхаса|لاسا|拉萨
cn-lanzhou|city|cn|36.06,103.83|Lanzhou|Ланьчжоу|Ланчжоу|لەنجۇ|兰州
cn-xian|city|cn|34.26,108.94|Xi'an,Xian|Сиань|Сиань|شىئەن|西安
cn-guangzhou|city|cn|23.13,113.26|Guangzhou|Гуанчжоу|Гуанчжоу|گۇاڭجۇ|广州
cn-shenzhen|city|cn|22.55,114.07|Shenzhen|Шэньчжэнь|Шэньчжэнь|شېنجېن|深圳
tr-istanbul|city|tr|41.01,28.95|Istanbul,Constantinople@..1930-03-27|Стамбул|Ыстамбұл,Стамбұл|ئىستانبۇل|伊斯坦布尔
`
