/**
 * Countries and what belongs to them, one a line:
 *
 *     code | names, the usual one first | adjectives | people, when more than adjective + s | cities and regions
 *
 * Codes are ISO 3166-1 alpha-2. A code in lower case is ours: a territory that belongs to the country after the slash.
 */
export const COUNTRIES = `
AF|Afghanistan|Afghan|Afghans|Kabul,Kandahar,Herat,Mazar-i-Sharif,Jalalabad,Kunduz,Helmand,Ghazni,Nangarhar,Badakhshan,Bamiyan,Panjshir
AL|Albania|Albanian|Albanians|Tirana,Durres
DZ|Algeria|Algerian|Algerians|Algiers,Oran,Constantine
AO|Angola|Angolan|Angolans|Luanda,Cabinda
AR|Argentina|Argentine,Argentinian|Argentines|Buenos Aires,Rosario,Mendoza
AM|Armenia|Armenian|Armenians|Yerevan,Gyumri
AU|Australia|Australian|Australians|Canberra,Sydney,Melbourne,Brisbane,Perth,Adelaide,New South Wales,Queensland,Tasmania
AT|Austria|Austrian|Austrians|Vienna,Salzburg,Graz
AZ|Azerbaijan|Azerbaijani,Azeri|Azerbaijanis,Azeris|Baku,Ganja,Sumqayit,Nakhchivan,Nagorno-Karabakh
BS|Bahamas,the Bahamas|Bahamian|Bahamians|Nassau
BH|Bahrain|Bahraini|Bahrainis|Manama
BD|Bangladesh|Bangladeshi|Bangladeshis|Dhaka,Chittagong,Sylhet,Cox's Bazar,Rajshahi,Khulna
BB|Barbados|Barbadian||Bridgetown
BY|Belarus|Belarusian,Belarussian|Belarusians|Minsk,Brest,Grodno,Hrodna,Gomel,Homel,Vitebsk,Mogilev
BE|Belgium|Belgian|Belgians|Brussels,Antwerp,Ghent,Liege
BZ|Belize|Belizean|Belizeans|Belmopan
BJ|Benin|Beninese||Porto-Novo,Cotonou
BT|Bhutan|Bhutanese||Thimphu
BO|Bolivia|Bolivian|Bolivians|La Paz,Sucre,Cochabamba,Santa Cruz de la Sierra
BA|Bosnia and Herzegovina,Bosnia|Bosnian|Bosnians|Sarajevo,Banja Luka,Srebrenica,Mostar
BW|Botswana|Botswanan||Gaborone
BR|Brazil|Brazilian|Brazilians|Brasilia,Brasília,Rio de Janeiro,Sao Paulo,São Paulo,Salvador,Recife,Manaus,Belem,Belém,Para state,Pará,Amazonas,Maranhao,Maranhão,Mato Grosso,Bahia,Rondonia,Rondônia
BN|Brunei|Bruneian||Bandar Seri Begawan
BG|Bulgaria|Bulgarian|Bulgarians|Sofia,Plovdiv,Varna
BF|Burkina Faso|Burkinabe,Burkinabé||Ouagadougou,Bobo-Dioulasso
BI|Burundi|Burundian|Burundians|Bujumbura,Gitega
KH|Cambodia|Cambodian|Cambodians|Phnom Penh,Siem Reap,Sihanoukville
CM|Cameroon|Cameroonian|Cameroonians|Yaounde,Yaoundé,Douala,Bamenda,Buea
CA|Canada|Canadian|Canadians|Ottawa,Toronto,Montreal,Vancouver,Calgary,Quebec,Ontario,Alberta,British Columbia,Manitoba,Saskatchewan,Nova Scotia
CF|Central African Republic|Central African||Bangui
TD|Chad|Chadian|Chadians|N'Djamena
CL|Chile|Chilean|Chileans|Santiago,Valparaiso,Valparaíso,Concepcion
CN|China,People's Republic of China,PRC|Chinese||Beijing,Peking,Shanghai,Guangzhou,Shenzhen,Chengdu,Chongqing,Wuhan,Tianjin,Nanjing,Hangzhou,Xi'an,Guangdong,Sichuan,Hunan,Hubei,Henan,Hebei,Shandong,Shanxi,Shaanxi,Yunnan,Fujian,Zhejiang,Jiangsu,Gansu,Qinghai,Guizhou,Guangxi,Inner Mongolia,Tibet,Lhasa,Ningxia,Heilongjiang,Jilin,Liaoning,Hainan,Dongguan,Shenyang,Harbin,Kunming,Lanzhou
CO|Colombia|Colombian|Colombians|Bogota,Bogotá,Medellin,Medellín,Cali,Cartagena,Cauca,Antioquia,Choco,Chocó,Putumayo,Narino,Nariño,Catatumbo,Norte de Santander,Arauca
KM|Comoros|Comorian||Moroni
CG|Republic of the Congo,Congo-Brazzaville|Congolese||Brazzaville
CD|Democratic Republic of the Congo,Democratic Republic of Congo,DRC,DR Congo,Congo|Congolese||Kinshasa,Goma,Bukavu,Lubumbashi,Kisangani,North Kivu,South Kivu,Ituri,Beni,Bunia,Virunga
CR|Costa Rica|Costa Rican|Costa Ricans|San Jose,San José
CI|Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Ivorian|Ivorians|Abidjan,Yamoussoukro
HR|Croatia|Croatian|Croatians,Croats|Zagreb,Split,Dubrovnik
CU|Cuba|Cuban|Cubans|Havana,Santiago de Cuba
CY|Cyprus|Cypriot|Cypriots|Nicosia,Limassol
CZ|Czech Republic,Czechia|Czech|Czechs|Prague,Brno,Ostrava
DK|Denmark|Danish|Danes|Copenhagen,Aarhus,Greenland
DJ|Djibouti|Djiboutian||
DO|Dominican Republic|Dominican|Dominicans|Santo Domingo
EC|Ecuador|Ecuadorian,Ecuadorean|Ecuadorians,Ecuadoreans|Quito,Guayaquil
EG|Egypt|Egyptian|Egyptians|Cairo,Alexandria,Giza,Sinai,Luxor,Aswan,Suez,Mansoura
SV|El Salvador|Salvadoran|Salvadorans|San Salvador
GQ|Equatorial Guinea|Equatoguinean||Malabo
ER|Eritrea|Eritrean|Eritreans|Asmara
EE|Estonia|Estonian|Estonians|Tallinn,Tartu
SZ|Eswatini,Swaziland|Swazi|Swazis|Mbabane
ET|Ethiopia|Ethiopian|Ethiopians|Addis Ababa,Tigray,Mekelle,Oromia,Amhara region,Afar,Gondar,Bahir Dar,Benishangul-Gumuz,Dire Dawa
FJ|Fiji|Fijian|Fijians|Suva
FI|Finland|Finnish|Finns|Helsinki,Turku,Tampere
FR|France|French||Paris,Marseille,Lyon,Toulouse,Nice,Strasbourg,Bordeaux,Calais,Lille,Nantes,Corsica
GA|Gabon|Gabonese||Libreville
GM|Gambia,the Gambia|Gambian|Gambians|Banjul
GE|Georgia|Georgian|Georgians|Tbilisi,Batumi,Kutaisi,Abkhazia,South Ossetia
DE|Germany|German|Germans|Berlin,Hamburg,Munich,Cologne,Frankfurt,Stuttgart,Leipzig,Dresden,Bavaria,Saxony,Koblenz,Dusseldorf,Hanover
GH|Ghana|Ghanaian|Ghanaians|Accra,Kumasi
GR|Greece|Greek|Greeks|Athens,Thessaloniki,Lesbos,Crete
GT|Guatemala|Guatemalan|Guatemalans|Guatemala City,Alta Verapaz,Huehuetenango,Quetzaltenango
GN|Guinea|Guinean|Guineans|Conakry
GW|Guinea-Bissau|||Bissau
GY|Guyana|Guyanese||Georgetown
HT|Haiti|Haitian|Haitians|Port-au-Prince,Cap-Haitien,Cite Soleil
HN|Honduras|Honduran|Hondurans|Tegucigalpa,San Pedro Sula,La Esperanza
HK|Hong Kong||Hongkongers,Hong Kongers|Kowloon,Mong Kok
HU|Hungary|Hungarian|Hungarians|Budapest
IS|Iceland|Icelandic|Icelanders|Reykjavik
IN|India|Indian|Indians|New Delhi,Delhi,Mumbai,Bombay,Kolkata,Calcutta,Chennai,Bangalore,Bengaluru,Hyderabad,Pune,Ahmedabad,Lucknow,Kashmir,Jammu and Kashmir,Srinagar,Jammu,Punjab,Uttar Pradesh,Bihar,Assam,Gujarat,Kerala,Tamil Nadu,Karnataka,Maharashtra,Rajasthan,Jharkhand,Chhattisgarh,Odisha,West Bengal,Telangana,Andhra Pradesh,Madhya Pradesh,Haryana,Manipur,Nagaland,Tripura,Bastar,Goa,Ladakh,Amritsar
ID|Indonesia|Indonesian|Indonesians|Jakarta,Surabaya,Bandung,Medan,Aceh,Papua,West Papua,Jayapura,Java,Sumatra,Bali,Sulawesi,Kalimantan
IR|Iran,Islamic Republic of Iran|Iranian|Iranians|Tehran,Mashhad,Isfahan,Shiraz,Tabriz,Ahvaz,Qom,Khuzestan,Sanandaj,Kerman,Zahedan,Sistan-Baluchistan,Sistan and Baluchestan,Karaj
IQ|Iraq|Iraqi|Iraqis|Baghdad,Basra,Mosul,Erbil,Kirkuk,Najaf,Karbala,Fallujah,Nasiriyah,Sulaymaniyah,Sulaimaniyah,Anbar,Sinjar,Iraqi Kurdistan
IE|Ireland,Republic of Ireland|Irish||Dublin,Cork,Galway,Limerick
IL|Israel|Israeli|Israelis|Jerusalem,Tel Aviv,Haifa,Beersheba,Nazareth,Lod
IT|Italy|Italian|Italians|Rome,Milan,Naples,Turin,Sicily,Palermo,Genoa,Venice,Florence,Lampedusa,Sardinia
JM|Jamaica|Jamaican|Jamaicans|Kingston,Montego Bay
JP|Japan|Japanese||Tokyo,Osaka,Kyoto,Hiroshima,Nagasaki,Okinawa,Fukushima,Hokkaido
JO|Jordan|Jordanian|Jordanians|Amman,Zarqa,Irbid
KZ|Kazakhstan|Kazakh,Kazakhstani|Kazakhs,Kazakhstanis|Astana,Nur-Sultan,Almaty,Shymkent,Karaganda,Aktau,Aktobe,Aqtobe,Atyrau,Oral,Uralsk,Pavlodar,Semey,Oskemen,Ust-Kamenogorsk,Taraz,Kyzylorda,Kostanay,Petropavl,Turkistan,Zhanaozen,Taldykorgan,Kokshetau,Zharkent,Korday,Ekibastuz,Temirtau,Mangystau,Zhambyl,Akmola,Khorgos,Tarbagatai
KE|Kenya|Kenyan|Kenyans|Nairobi,Mombasa,Kisumu,Nakuru,Garissa,Lamu,Dadaab,Kakuma
KI|Kiribati|||
KP|North Korea|North Korean|North Koreans|Pyongyang
KR|South Korea,Republic of Korea|South Korean|South Koreans|Seoul,Busan,Incheon,Gwangju
XK|Kosovo|Kosovar|Kosovars|Pristina,Mitrovica
KW|Kuwait|Kuwaiti|Kuwaitis|Kuwait City
KG|Kyrgyzstan|Kyrgyz,Kyrgyzstani|Kyrgyzstanis|Bishkek,Osh,Jalal-Abad,Batken,Naryn,Karakol
LA|Laos|Laotian,Lao|Laotians|Vientiane
LV|Latvia|Latvian|Latvians|Riga
LB|Lebanon|Lebanese||Beirut,Tripoli,Sidon,Tyre
LS|Lesotho|||Maseru
LR|Liberia|Liberian|Liberians|Monrovia
LY|Libya|Libyan|Libyans|Tripoli,Benghazi,Misrata,Derna,Sirte,Tarhuna,Zawiya
LT|Lithuania|Lithuanian|Lithuanians|Vilnius,Kaunas
LU|Luxembourg|||
MO|Macau,Macao|||
MG|Madagascar|Malagasy||Antananarivo
MW|Malawi|Malawian|Malawians|Lilongwe,Blantyre
MY|Malaysia|Malaysian|Malaysians|Kuala Lumpur,Penang,Johor,Sabah,Sarawak,Putrajaya
MV|Maldives,the Maldives|Maldivian|Maldivians|Male,Malé
ML|Mali|Malian|Malians|Bamako,Timbuktu,Gao,Kidal,Mopti
MT|Malta|Maltese||Valletta
MR|Mauritania|Mauritanian|Mauritanians|Nouakchott
MU|Mauritius|Mauritian|Mauritians|Port Louis
MX|Mexico|Mexican|Mexicans|Mexico City,Guadalajara,Monterrey,Tijuana,Ciudad Juarez,Ciudad Juárez,Veracruz,Oaxaca,Chiapas,Guerrero,Michoacan,Michoacán,Sinaloa,Sonora,Chihuahua,Tamaulipas,Jalisco,Puebla,Morelos,Acapulco,Cancun,Culiacan,Culiacán,Guanajuato,Zacatecas,Quintana Roo
MD|Moldova|Moldovan|Moldovans|Chisinau,Chișinău,Transdniester,Transnistria
MC|Monaco|||
MN|Mongolia|Mongolian|Mongolians|Ulaanbaatar,Ulan Bator
ME|Montenegro|Montenegrin|Montenegrins|Podgorica
MA|Morocco|Moroccan|Moroccans|Rabat,Casablanca,Marrakesh,Fez,Tangier,Rif,Western Sahara,Laayoune
MZ|Mozambique|Mozambican|Mozambicans|Maputo,Cabo Delgado,Palma,Pemba,Beira
MM|Myanmar,Burma|Burmese||Yangon,Rangoon,Naypyidaw,Naypyitaw,Mandalay,Rakhine,Rakhine state,Kachin,Shan state,Chin state,Kayah,Karen state,Sagaing,Bago,Myawaddy
NA|Namibia|Namibian|Namibians|Windhoek
NP|Nepal|Nepali,Nepalese|Nepalis|Kathmandu,Pokhara
NL|Netherlands,the Netherlands,Holland|Dutch||Amsterdam,The Hague,Rotterdam,Utrecht
NZ|New Zealand||New Zealanders|Wellington,Auckland,Christchurch
NI|Nicaragua|Nicaraguan|Nicaraguans|Managua,Leon,Masaya
NE|Niger|Nigerien||Niamey,Agadez,Diffa
NG|Nigeria|Nigerian|Nigerians|Abuja,Lagos,Kano,Kaduna,Port Harcourt,Borno,Maiduguri,Zamfara,Katsina,Niger Delta,Benue,Plateau State,Jos,Sokoto,Ogun,Kogi,Rivers State,Oyo,Ibadan,Enugu,Imo,Anambra,Adamawa,Yobe,Chibok,Akwa Ibom,Ebonyi,Delta State,Osun,Ekiti,Ondo,Taraba,Bauchi,Nasarawa,Cross River
MK|North Macedonia,Macedonia|Macedonian|Macedonians|Skopje
NO|Norway|Norwegian|Norwegians|Oslo,Bergen,Svalbard
OM|Oman|Omani|Omanis|Muscat
PK|Pakistan|Pakistani|Pakistanis|Islamabad,Karachi,Lahore,Peshawar,Quetta,Rawalpindi,Faisalabad,Multan,Balochistan,Sindh,Khyber Pakhtunkhwa,Waziristan,North Waziristan,South Waziristan,Punjab province,Gilgit-Baltistan,Azad Kashmir,Swat,Turbat,Gwadar,Hyderabad Sindh
PS|Palestine,Palestinian territories,Palestinian Territories,West Bank,Gaza,Gaza Strip,the West Bank,the Gaza Strip|Palestinian|Palestinians|Ramallah,Hebron,Nablus,Jenin,Bethlehem,Gaza City,Rafah,Khan Younis,East Jerusalem,Sheikh Jarrah
PA|Panama|Panamanian|Panamanians|Panama City
PG|Papua New Guinea|||Port Moresby
PY|Paraguay|Paraguayan|Paraguayans|Asuncion,Asunción
PE|Peru|Peruvian|Peruvians|Lima,Cusco,Arequipa,Ucayali,Madre de Dios
PH|Philippines,the Philippines|Philippine,Filipino|Filipinos|Manila,Quezon City,Davao,Cebu,Mindanao,Negros,Luzon,Marawi,Zamboanga,Iloilo,Bicol
PL|Poland|Polish|Poles|Warsaw,Krakow,Gdansk,Lodz,Wroclaw,Poznan
PT|Portugal|Portuguese||Lisbon,Porto
QA|Qatar|Qatari|Qataris|Doha
RO|Romania|Romanian|Romanians|Bucharest,Cluj,Timisoara
RU|Russia,Russian Federation|Russian|Russians|Moscow,St. Petersburg,Saint Petersburg,Novosibirsk,Yekaterinburg,Kazan,Grozny,Chechnya,Dagestan,Ingushetia,Tatarstan,Bashkortostan,Siberia,Krasnodar,Krasnoyarsk,Khabarovsk,Vladivostok,Omsk,Tomsk,Samara,Rostov-on-Don,Sochi,Kaliningrad,Makhachkala,Perm,Ufa,Yakutia,North Ossetia,Voronezh,Murmansk,Arkhangelsk
RW|Rwanda|Rwandan|Rwandans|Kigali
SA|Saudi Arabia|Saudi,Saudi Arabian|Saudis|Riyadh,Jeddah,Mecca,Medina,Dhahran,Qatif
SN|Senegal|Senegalese||Dakar,Casamance
RS|Serbia|Serbian|Serbs,Serbians|Belgrade,Novi Sad,Vojvodina
SC|Seychelles|||
SL|Sierra Leone|Sierra Leonean|Sierra Leoneans|Freetown
SG|Singapore|Singaporean|Singaporeans|
SK|Slovakia|Slovak|Slovaks|Bratislava,Kosice
SI|Slovenia|Slovenian,Slovene|Slovenes|Ljubljana
SO|Somalia|Somali|Somalis|Mogadishu,Kismayo,Puntland,Somaliland,Hargeisa,Baidoa
ZA|South Africa|South African|South Africans|Pretoria,Cape Town,Johannesburg,Durban,Soweto,KwaZulu-Natal,Gauteng,Western Cape,Eastern Cape,Limpopo,Mpumalanga,Bloemfontein,Marikana
SS|South Sudan|South Sudanese||Juba,Malakal,Bentiu,Wau
ES|Spain|Spanish|Spaniards|Madrid,Barcelona,Catalonia,Valencia,Seville,Bilbao,Andalusia
LK|Sri Lanka|Sri Lankan|Sri Lankans|Colombo,Jaffna,Kandy,Batticaloa
SD|Sudan|Sudanese||Khartoum,Omdurman,Darfur,South Darfur,North Darfur,West Darfur,El Fasher,El Geneina,Nyala,Port Sudan,Kordofan,South Kordofan,Blue Nile
SR|Suriname|Surinamese||Paramaribo
SE|Sweden|Swedish|Swedes|Stockholm,Gothenburg,Malmo
CH|Switzerland|Swiss||Bern,Geneva,Zurich,Basel,Lausanne
SY|Syria|Syrian|Syrians|Damascus,Aleppo,Homs,Hama,Idlib,Raqqa,Daraa,Deir ez-Zor,Deir al-Zor,Eastern Ghouta,Ghouta,Afrin,Kobani,Latakia,Palmyra,Douma
TW|Taiwan|Taiwanese||Taipei,Kaohsiung
TJ|Tajikistan|Tajik,Tajikistani|Tajiks|Dushanbe,Khujand,Khorog,Gorno-Badakhshan
TZ|Tanzania|Tanzanian|Tanzanians|Dar es Salaam,Dodoma,Arusha,Zanzibar,Loliondo,Ngorongoro
TH|Thailand|Thai|Thais|Bangkok,Chiang Mai,Phuket,Pattani,Narathiwat,Yala,Songkhla
TL|East Timor,Timor-Leste|Timorese||Dili
TG|Togo|Togolese||Lome,Lomé
TT|Trinidad and Tobago,Trinidad|||Port of Spain
TN|Tunisia|Tunisian|Tunisians|Tunis,Sfax,Sousse,Sidi Bouzid,Kasserine
TR|Turkey,Türkiye|Turkish|Turks|Ankara,Istanbul,Izmir,Diyarbakir,Adana,Antalya,Gaziantep,Van,Mardin,Sirnak,Cizre,Sanliurfa,Hakkari,Bursa
TM|Turkmenistan|Turkmen|Turkmens|Ashgabat,Turkmenabat,Mary
UG|Uganda|Ugandan|Ugandans|Kampala,Entebbe,Gulu,Kasese,Jinja
UA|Ukraine|Ukrainian|Ukrainians|Kyiv,Kiev,Kharkiv,Odesa,Odessa,Lviv,Dnipro,Donetsk,Luhansk,Crimea,Mariupol,Kherson,Zaporizhzhia,Simferopol,Sevastopol,Donbas,Donbass,Bucha,Irpin,Chernihiv
AE|United Arab Emirates,UAE|Emirati|Emiratis|Abu Dhabi,Dubai,Sharjah
GB|United Kingdom,UK,U.K.,Britain,Great Britain,England,Scotland,Wales,Northern Ireland|British,English,Scottish,Welsh|Britons,Brits|London,Manchester,Birmingham,Glasgow,Edinburgh,Belfast,Liverpool,Leeds,Bristol,Cardiff,Sheffield,Nottingham,Derry,Oxford,Cambridge,Yorkshire
US|United States,United States of America,U.S.,US,USA,U.S.A.,America|American|Americans|Washington,Washington D.C.,Washington DC,New York,New York City,Los Angeles,Chicago,Houston,San Francisco,Boston,Philadelphia,Seattle,Miami,Atlanta,Detroit,Minneapolis,Dallas,Denver,Portland,Las Vegas,Baltimore,Phoenix,San Diego,St. Louis,New Orleans,Cleveland,Louisville,Kenosha,Ferguson,Brooklyn,Manhattan,Queens,Bronx,Staten Island,Oakland,Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Puerto Rico,Guantanamo Bay,Guantanamo,Charlottesville,Orlando,Milwaukee,Pittsburgh,Cincinnati,Sacramento,Austin,San Antonio,Tulsa,Honolulu,Salt Lake City,Nashville,Memphis,Albuquerque
UY|Uruguay|Uruguayan|Uruguayans|Montevideo
UZ|Uzbekistan|Uzbek,Uzbekistani|Uzbeks|Tashkent,Samarkand,Bukhara,Andijan,Fergana,Namangan,Karakalpakstan,Nukus,Khiva
VU|Vanuatu|||
VA|Vatican,Vatican City,the Vatican,Holy See|||
VE|Venezuela|Venezuelan|Venezuelans|Caracas,Maracaibo,Valencia Venezuela,Barquisimeto,Zulia,Tachira,Táchira
VN|Vietnam|Vietnamese||Hanoi,Ho Chi Minh City,Saigon,Da Nang,Haiphong,Nghe An
YE|Yemen|Yemeni|Yemenis|Sanaa,Sana'a,Aden,Hodeidah,Taiz,Marib,Saada,Hadramawt,Hodeida
ZM|Zambia|Zambian|Zambians|Lusaka
ZW|Zimbabwe|Zimbabwean|Zimbabweans|Harare,Bulawayo,Masvingo,Chitungwiza,Mutare
`

/** Continents and other wide areas: places, of no one country. */
export const AREAS = `Africa,Asia,Europe,Central Asia,Middle East,South America,North America,Latin America,Caribbean,
Balkans,Caucasus,North Caucasus,South Caucasus,Southeast Asia,South Asia,East Asia,East Africa,West Africa,Scandinavia,
Sahel,Horn of Africa,Persian Gulf,South China Sea,Black Sea,Caspian Sea,Mediterranean,Western Europe,Eastern Europe,
North Africa,Arctic,Antarctica,Pacific,Atlantic,Indian Ocean,Kurdistan,Amazon,Sub-Saharan Africa,Gulf of Mexico`

/** Names that more often mean something else: a person, a word, a town elsewhere. They need "in", "from" before them. */
export const DOUBTFUL = new Set(
  `Jordan Chad Georgia Mali Mary Van Nice Male Cork Oral Split Reading Mobile Cali Lima Para Swat Perm Tyre Gao Leon Sidon
  Sucre Oran Beni Emin Ili Perth Hama Kandy Colon Virginia Carolina Dakota Austin Houston Dallas Florence Sydney Paris
  London Jackson Lincoln Madison Victoria Salvador Santiago Trinidad Phoenix Orlando Nevada Montana Ferguson Queens Java
  Mary Kingston Cleveland Denver Washington Rif Afar Imo Goa Yala Lod Lyon Concepcion Mopti Constantine Alexandria
  Wellington Georgetown Oxford Cambridge Sofia Valencia Cartagena Marib Bali Salzburg Guinea Niger Oyo Negros Puebla
  Bethlehem Jinja Gulu Wau Palma Beira Amhara Pacific Atlantic Amazon Nassau Victoria Split Lagos Ceres
  Bristol Sheffield Nottingham Aden Karen Chin Shan Ganja`
    .split(/\s+/)
    .filter(Boolean),
)
