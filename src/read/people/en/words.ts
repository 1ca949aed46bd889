const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

/** Before a name, with a capital: "President", "Judge". `Mr` and the like stand in `sentences/abbreviations`. */
export const TITLES: ReadonlySet<string> = set(`
Mr Mrs Ms Miss Mx Dr Prof Professor President Vice-President Vice Prime Minister Premier Chancellor Secretary Senator Sen Rep Representative
Congressman Congresswoman Governor Gov Mayor Ambassador Envoy Judge Justice Magistrate Prosecutor Attorney General Gen Colonel Col
Major Captain Capt Lieutenant Lt Sergeant Sgt Corporal Private Officer Detective Inspector Constable Commander Admiral Brigadier Marshal
Sheikh Sheik Shaikh Imam Ayatollah Mullah Maulana Mufti Rabbi Reverend Rev Father Fr Bishop Archbishop Cardinal Pope Sister
Brother Pastor Sir Lord Lady Dame King Queen Prince Princess Emperor Sultan Emir Chairman Chairwoman Chairperson Chair Speaker Director
Chief Deputy Acting Former Interim Commissioner Counsel Counselor Councillor Councilman Councilwoman Comrade Foreign Interior Defense Defence Justice
Finance Health Education Special Rapporteur Spokesman Spokeswoman Spokesperson Coach Ex-President Ex-Minister Cleric Sen Hon Amb Comdr Maj
Undersecretary Superintendent Nobel Laureate CEO Editor Editor-in-chief Publisher Journalist Activist Lawyer Blogger Author Actor Actress Singer Poet Writer
Opposition Agent Trooper Sheriff Warden Ranger Airman Crown First Lady Dissident Correspondent Reporter Photographer Presidential Candidate Nominee
`)

/** What a person can be: before a name ("activist X"), after one ("X, a lawyer"), or instead of one ("the judge"). */
export const ROLES: ReadonlySet<string> = set(`
activist activists lawyer lawyers attorney advocate solicitor barrister counsel journalist journalists reporter correspondent editor
photographer photojournalist cameraman blogger writer author poet novelist singer rapper musician artist actor actress filmmaker
director producer comedian professor scholar academic researcher scientist teacher lecturer student students pupil doctor nurse
surgeon psychiatrist politician lawmaker legislator senator congressman congresswoman deputy minister president premier
chancellor governor mayor councillor councilor councilman ambassador diplomat envoy official officer policeman policewoman
detective inspector soldier general colonel major captain commander lieutenant sergeant judge justice magistrate prosecutor
defendant suspect witness victim prisoner detainee inmate dissident defender campaigner organizer organiser unionist trade-unionist
environmentalist feminist reformer reformist leader co-leader head chief chairman chairwoman chairperson chair founder co-founder
member coordinator secretary spokesman spokeswoman spokesperson representative director-general manager executive businessman
businesswoman entrepreneur tycoon businessperson banker economist analyst expert historian sociologist engineer worker farmer driver
shepherd imam cleric priest bishop archbishop pastor monk nun rabbi mullah sheikh king queen prince princess sultan
candidate nominee rival opponent critic aide adviser advisor assistant strategist consultant pollster host anchor
columnist commentator contributor whistleblower whistle-blower translator interpreter fixer resident villager citizen national
native refugee migrant asylum-seeker exile survivor volunteer veteran athlete footballer wrestler boxer coach player
programmer developer publisher publicist youtuber tiktoker influencer vlogger broadcaster presenter newscaster
father mother son daughter brother sister husband wife widow widower uncle aunt nephew niece cousin grandfather
grandmother grandson granddaughter father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law fiance fiancée
partner girlfriend boyfriend friend colleague neighbor neighbour relative man woman boy girl teenager youth
undersecretary rapporteur commissioner superintendent militant gunman attacker assassin fighter warlord guard
participant demonstrator protester protestor laureate dentist pharmacist technician mechanic vendor trader merchant fisherman
`)

export const KIN: ReadonlySet<string> = set(`
father mother son daughter brother sister husband wife widow widower uncle aunt nephew niece cousin grandfather
grandmother grandson granddaughter father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law fiance fiancée
partner girlfriend boyfriend
`)

/** Verbs only people do or suffer; after a run of capitals they make a person likely. */
export const HUMAN_VERB =
  /^(?:was|were|is|has|had|have|who|whose|went|attends?|attended|says?|said|told|tells|adds?|added|thinks?|believes?|wrote|writes|tweeted|posted|asked|argued|claimed|denied|denies|born|died|dies|fled|escaped|disappeared|arrived|spent|faces?|faced|pleaded|pled|admitted|confessed|testified|lives|lived|worked|works|served|became|recalled|explained|joined|began|started|walked|married|grew|studied|graduated|refused|remains?|remained|appeared|appears|sued|resigned|returned|condemned|criticized|criticised|accused|warned|urged|called|tells|took|made|received|won|led|leads|heads|founded|ran|runs|stood|stands|sat|spoke|speaks|insisted|noted|suggested|replied|responded|responds|vowed|pledged|promised|continued|continues|could|would|should|may|might|must|will|did|does|also|himself|herself)$/

/** After "X's": what only a person has. */
export const PERSONAL =
  /^(?:family|wife|husband|lawyer|lawyers|attorney|attorneys|trial|arrest|detention|release|case|death|murder|killing|body|mother|father|son|daughter|brother|sister|parents|relatives|home|house|supporters|colleagues|friends|health|whereabouts|disappearance|imprisonment|sentence|conviction|hearing|defense|defence|campaign|children|sons|daughters|apartment|car|office|phone|passport|assassination|appeal|extradition|comments|remarks|speech|words|decision|face|voice|hand|hands|life|husband|lawyer)$/

/** Words with a capital that never begin or make a name: they begin sentences. Others are learned from the text. */
export const STARTERS: ReadonlySet<string> = set(`
The A An In On At By For From To Of With Without And But Or Nor So Yet If When While Since Because Although Though After Before During
Until Unless As He She It They We I You His Her Its Their Our My Your This That These Those There Here What Who Whom Whose Which Where Why How
One Two Three Four Five Six Seven Eight Nine Ten Some Many Most Several Few All Both Each Every Any No Not Another Other Others Such Same
More Less Much Now Then Today Yesterday Tomorrow Later Earlier Meanwhile However Moreover Furthermore Instead Also Only Even Still Just
Despite According About Above Across Against Along Among Around Behind Below Between Beyond Into Near Off Onto Out Outside Over Past Per
Through Throughout Toward Towards Under Up Upon Via Within Following Including Read More See Click Photo Image File Video Watch Share Email
Follow Sign Subscribe Enlarge Caption Listen Play Advertisement Download Copyright Source Credit Related Police Officials Officers Authorities Activists Protesters Journalists Lawyers Relatives Residents Witnesses Critics
Supporters Opponents Members Experts Analysts Observers Sources Reports Report News Editor Editors Note Women Men Children People Students
Voters Democrats Republicans Democrat Republican Democratic Conservatives Liberals Asked Speaking Born Dear Yes Well Oh Okay Thank Thanks Please
Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April May June July August September October November December
Mr Mrs Ms Dr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Internet Web Twitter God Allah Islam Islamic Christmas Easter Ramadan Eid
Perhaps Maybe Indeed Once Again Ever Never Nothing Nobody Everyone Everybody Someone Something Anyone Anything Let Let's Don't I'm It's He's She's
We're They're You're That's There's What's Who's Can't Won't Is Are Was Were Be Been Do Does Did Has Have Had Will Would Can Could Should May Might
Must Shall Like Unlike Next Last First Second Third Finally Recently Currently Previously Additionally Although Apart Amid Prior Due Thus Hence
Ultimately Eventually Interestingly Importantly Clearly Obviously Certainly Unfortunately Fortunately Sadly Whether Either Neither Rather Quite Too Very
`)
