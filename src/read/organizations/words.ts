const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

/** The word that makes a run of capitals an organisation: "Party", "Ministry". */
export const HEADS: ReadonlySet<string> = set(`
Party Ministry Committee Commission University College Institute School Academy Court Tribunal Council Agency Service Services
Organization Organisation Association Union Federation Confederation Foundation Fund Bank Company Corporation Group Front Movement
Army Navy Force Forces Guard Guards Police Department Office Bureau Center Centre Parliament Senate Congress Assembly
Network Coalition Alliance League Society Club Times Post News Press Herald Tribune Journal Gazette Magazine Radio Television
TV Watch International Inc Inc. Corp Corp. Ltd Ltd. LLC PLC Authority Administration Administration's Cabinet Directorate Secretariat
Board Brigade Battalion Regiment Division Militia Corps Command Embassy Consulate Mission Church Mosque Synagogue Temple Cathedral
Hospital Clinic Prison Jail Penitentiary Campaign Project Initiative Programme Program Forum Observatory Monitor Syndicate Guild
Chamber Collective Cooperative Trust Holdings Group's Industries Airlines Airways Ombudsman Observer Chronicle Review Daily
Taliban Brotherhood Jihad Hezbollah Mujahideen Procuratorate Prosecutor's Prosecutors Politburo Duma Knesset Majlis Mejlis Bundestag
Bar Lawyers Journalists Reporters Workers Defenders Mothers Teachers Caucus Panel Registry Treasury Station Agency's Committee's Delegation
Intelligence Institution Institutions Branch Squad Unit Secretary-General Think-tank Lab Laboratory Labs Archive Archives Library Museum
Partnership Consortium Partners Solutions Technologies Systems Media Broadcasting Communications Telecom Studios Entertainment
Volunteers Union's Legislature Tribune Wire Dispatch Globe Mail Telegraph Guardian Independent Mirror Sun
`)

/** Organisations a run of capitals does not give away. */
export const KNOWN: ReadonlySet<string> = new Set(
  `United Nations,UN,U.N.,European Union,EU,E.U.,African Union,NATO,OSCE,UNESCO,UNICEF,UNHCR,WHO,IMF,World Bank,World Health Organization,ICC,ICJ,ILO,OHCHR,
Human Rights Watch,HRW,Amnesty International,Amnesty,Freedom House,Reporters Without Borders,RSF,CPJ,Committee to Protect Journalists,
Front Line Defenders,Frontline Defenders,Global Witness,Article 19,PEN America,PEN International,Memorial,Red Cross,Red Crescent,Doctors Without Borders,
Medecins Sans Frontieres,MSF,Transparency International,Boko Haram,Al-Shabaab,al-Shabaab,al-Shabab,Al Shabaab,al-Qaeda,Al-Qaeda,Al Qaeda,al Qaeda,
Islamic State,ISIS,ISIL,Daesh,IS,Hamas,Hezbollah,Fatah,Taliban,PKK,YPG,FARC,ELN,M23,TPLF,Kremlin,White House,Pentagon,Capitol,
State Department,Supreme Court,Congress,Senate,House of Representatives,Parliament,Interpol,Europol,FBI,CIA,NSA,DOJ,FSB,KGB,SBU,MI5,MI6,ICE,
KNB,CNB,NSS,IRGC,Basij,Mossad,Shin Bet,ISI,RSF,Bellingcat,Al Jazeera,BBC,CNN,NBC,ABC,CBS,MSNBC,NPR,PBS,AFP,AP,Reuters,Xinhua,TASS,RT,DW,
Deutsche Welle,Associated Press,Agence France-Presse,Bloomberg,Politico,BuzzFeed,Breitbart,HuffPost,Huffington Post,Washington Post,New York Times,
Wall Street Journal,The Guardian,The New York Times,The Washington Post,USA Today,Los Angeles Times,Radio Free Asia,RFA,Radio Free Europe,RFE/RL,Radio Liberty,Voice of America,VOA,
Fox News,Facebook,Twitter,Google,YouTube,Instagram,WhatsApp,Telegram,TikTok,Microsoft,Apple,Amazon,Huawei,Tencent,WeChat,Weibo,
Democratic Party,Republican Party,GOP,DNC,RNC,Labour Party,Communist Party,CCP,CPC,African National Congress,ANC,Muslim Brotherhood,
Revolutionary Guards,Revolutionary Guard,Wagner Group,Wagner,Houthis,Houthi,Tatmadaw,Janjaweed,Rapid Support Forces,Black Lives Matter,Antifa,
Commonwealth,ASEAN,ECOWAS,Arab League,SADC,OAS,Organization of American States,G7,G20,OPEC,WTO,UNAMA,MONUSCO,MINUSMA,UNDP,OCHA,IOM,NGO Monitor,
Viasna,OVD-Info,OVD-Info,Novaya Gazeta,Meduza,Le Monde,Der Spiegel,El Pais,El País,Haaretz,B'Tselem,Breaking the Silence,Peace Now`
    .split(",")
    .map((name) => name.trim()),
)

/** Lower-case nouns after "Chinese", "Russian" that name a body of that state. */
export const STATE_BODIES: ReadonlySet<string> = set(`
government authorities army military police parliament embassy consulate presidency judiciary navy regime troops forces courts
prosecutors intelligence soldiers security
`)

/** Words that are capitals only by fashion: "NGO", "TV" name no one organisation. */
export const NOT_ACRONYMS: ReadonlySet<string> = set(`
TV NGO NGOs CEO OK AM PM AD BC USD EUR PDF FAQ ID IDs DNA HIV AIDS COVID COVID-19 SMS VPN IT PR II III IV VI VII VIII IX XI XII XIV XV XVI
I A US UK UAE USA DRC PRC XUAR MP MPs PhD Q LGBT LGBTQ LGBTI AK-47 SUV UTC GMT EST EDT PST IED IEDs PTSD GDP CCTV DVD CD URL HTML RT Re
HRD HRDs WHRD WHRDs IDP IDPs SIM GPS QC JD MD BA MA VP AG
`)

/** Between capitals inside a name of an organisation. */
export const LINKS: ReadonlySet<string> = set("of for the and & de du des la del against to in on on-behalf-of")
