import type { Manual } from "./topics.js"

export const MANUAL: Manual = {
  begin: {
    title: "The beginning",
    is: "You choose between looking around in the sample and starting a vault of your own. A vault is one encrypted folder on this computer.",
    does: {
      "welcome.sample": "Opens a vault of invented people and sources. Nothing real can be put into it.",
      "setup.passphrase":
        "The only thing that opens the vault. Five or six unrelated words. The estimate is for somebody who knows how people choose.",
      "setup.anyway": "Takes a passphrase that can be found by trying. Think of who will hold this computer.",
      "setup.button": "Makes the folder and its keys. Then print the recovery sheet, before the first source.",
    },
    forever: "Without the passphrase and without the recovery sheet nobody opens the vault: not you, not we.",
    leaves: null,
  },
  unlock: {
    title: "Locked",
    is: "No keys are in memory. Whoever finds the computer now finds an encrypted folder.",
    does: {
      "unlock.button":
        "Opens the vault. It locks again by itself after ten minutes without a request, and when the computer was asleep.",
      "unlock.recover":
        "The way in when the passphrase is forgotten: the twelve groups of the recovery sheet, and a new passphrase.",
      "recover.button": "Opens with the sheet. The old passphrase opens nothing any more; the sheet stays good.",
    },
    forever: null,
    leaves: null,
  },
  desk: {
    title: "Desk",
    is: "Where you begin: what waits for a decision, the newest sources, the case files.",
    does: {
      "home.next.reviewButton": "Goes to the newest source with something undecided.",
      "nav.search":
        "Looks for names in any script and for words in the texts. What you type is never part of an address.",
      "nav.add": "Puts a saved page, a file or pasted words into the vault.",
      "lock.now": "Ends the process that holds the keys. Do it whenever you get up.",
    },
    forever: null,
    leaves: "Close the browser window too: what is on the screen can be read. A private window keeps no history.",
  },
  tour: {
    title: "Tour",
    is: "Six stops on the real pages of the sample, in about five minutes. You can try everything on the way.",
    does: {
      "tour.begin": "Goes to the first stop.",
      "tour.next": "Goes on. You may have wandered off meanwhile.",
      "tour.here": "Brings you back to the page of this stop.",
      "tour.skip": "Ends it. It can be taken again from the line at the top.",
    },
    forever: null,
    leaves: null,
  },
  add: {
    title: "Add a source",
    is: "A source is sealed exactly as it is: every byte is kept, hashed and logged before anything is read. Then the program reads it, in a process without keys and without a network.",
    does: {
      "add.files": "One or more files. Those it can't read are sealed all the same.",
      "add.paste": "For words from a chat or a letter. They become a text file of their own.",
      "add.published": "Days such as “last August” are counted from it. Leave it empty if you are not sure.",
      "add.url": "Kept as your word. Nothing is fetched from it.",
      "add.lang": "Only if the program gets it wrong.",
      "add.button": "Seals first, then reads. The same bytes a second time are noted, not kept twice.",
      "word.cancel": "Stops. What is sealed stays sealed.",
    },
    forever: "A sealed source is never changed. It can be left undecided.",
    leaves:
      "The file you chose still lies where you saved it, unencrypted. Remove it from there, and from the browser's list of downloads.",
  },
  sources: {
    title: "Sources",
    is: "All that was sealed, newest first. Open one to decide what it says.",
    does: {
      "sources.filter.unread": "Sources that could not be read by the program: state their facts by hand.",
      "sources.filter.undecided": "Sources with proposals that wait for you.",
      "sources.column.state": "How many of its proposals are decided.",
    },
    forever: null,
    leaves: null,
  },
  review: {
    title: "Review",
    is: "The source as text on one side, what the program proposes on the other. Compare the proposal with the marked words. Only what you accept enters the record.",
    does: {
      "review.accept": "Enters the proposal in the record, tied to the marked words and signed by you.",
      "review.edit": "Opens it for changes. What was proposed is kept beside what you make of it.",
      "review.reject": "Keeps it out. It can be brought back from the trash.",
      "review.skip": "Leaves it for later.",
      "word.undo": "Takes the decision back. The ledger remembers both.",
      "review.audience": "Few: you and those you name. The team: everyone with keys. Everyone: may stand in a dossier.",
      "review.same": "Joins two mentions of one person only when you say so. A shared name is not enough.",
      "review.score": "How sure the rule is, not how true the claim. A high score still needs your eyes.",
      "review.batch":
        "Accepts many at once. They are marked so for ever and cannot go public. Deaths, confessions, children and sexual violence are never among them.",
      "source.sealed": "The original without any marks, to compare.",
    },
    forever: "Nothing, save the mark that something was accepted in bulk.",
    leaves: null,
  },
  state: {
    title: "State a fact by hand",
    is: "For what the program missed, in any language. You give the exact words and say what they tell.",
    does: {
      "state.find": "Looks for your words in the source, letter by letter. A fact without words cannot be entered.",
      "state.schema": "What kind of thing the words tell of: a hearing, a fine, a person.",
      "state.about": "Whom or what it belongs to: somebody the vault knows, or somebody new.",
      "state.fields": "Fill in only what the words say. What you know otherwise has no place here.",
      "state.holds": "When it was true, if only for a time.",
      "state.save": "Enters it, signed. It can be undone like any decision.",
    },
    forever: null,
    leaves: null,
  },
  case: {
    title: "Case file",
    is: "All accepted facts about a person, an organisation or a case. A raised number after a value shows the exact words; press it to stand at them in the source. A hand marks testimony given to the vault.",
    does: {
      "case.on": "Asks for the status on another day. “Last known” means that no source speaks for the day itself.",
      "case.timeline": "Faded ends are open, hatched stretches uncertain. The list says the same in words.",
      "case.proceedings": "Each court case by itself, a criminal one apart from an administrative one.",
      "case.against": "What others said against it. The program takes no side.",
      "case.disputed": "Sources exclude one another here. All versions stand until you correct one.",
      "risk.title": "Those who could be punished. Think of them before you share anything.",
    },
    forever: null,
    leaves: "Printing: a shared printer may keep the pages.",
  },
  dossier: {
    title: "Dossier",
    is: "One case for everyone, as a page that stands alone and as JSON. Look at what would go out before you make it.",
    does: {
      "dossier.risk": "People named in what goes out, and relatives the vault knows of. It cannot know all.",
      "dossier.out": "Exactly what everyone would read, line by line.",
      "dossier.held": "What stays in the vault, and why.",
      "dossier.audience.public": "Changes the audience of the lines you ticked. Each is a signed decision of yours.",
      "dossier.make.button":
        "Makes the archive, signs it with this case's own key and gives it to your browser to save.",
      "dossier.takeBack": "Writes down that it no longer stands. Copies that others have remain theirs.",
    },
    forever: "What has gone out cannot be called back.",
    leaves:
      "The archive, unencrypted, in the folder of your browser's downloads; the browser notes its name, which tells nothing. No names of the team, no custody, no times of entry are in it.",
  },
  entity: {
    title: "One person, place or thing",
    is: "All that is stated about it, each value with its sources, and where else it appears.",
    does: {
      "entity.caseFile": "The same gathered as a case: status, timeline, claims.",
      "entity.related": "What points here: hearings, measures, memberships, claims by and about.",
    },
    forever: null,
    leaves: null,
  },
  statement: {
    title: "History of a statement",
    is: "Every version of one statement, who made it and when. What stands now is marked.",
    does: {
      "history.correct": "Puts another statement in its place, on the same words. Both stay in the history.",
      "history.reason": "Kept with the correction: it was wrong, it can be said more exactly, others should see it.",
      "history.withdraw": "It no longer stands. It can be brought back from the trash.",
    },
    forever: null,
    leaves: null,
  },
  search: {
    title: "Search",
    is: "Finds names across scripts and spellings, and words as they are written.",
    does: {
      "search.button":
        "Searches. The words stay in memory until the vault is locked; they are in no address and no history.",
      "search.names": "People, organisations and places, with the reason why a name fits.",
      "search.passages": "Places in the sources where the words stand.",
    },
    forever: null,
    leaves: null,
  },
  ledger: {
    title: "What happened",
    is: "Every act of everyone, newest first, each signed. Nothing is taken out; what is destroyed on request leaves its place behind.",
    does: {
      "word.undo": "Takes an act back, by one more act.",
      "word.bulk": "Accepted among many, not looked at one by one.",
      "trash.title": "What was rejected, undone or withdrawn.",
    },
    forever: "That something was done. Its words go only when they are destroyed on request.",
    leaves: null,
  },
  trash: {
    title: "Trash",
    is: "What was rejected, undone or withdrawn, and can be brought back.",
    does: { "trash.back": "It stands again as it did. That is one more signed act." },
    forever: null,
    leaves: null,
  },
  expunge: {
    title: "Destroy on request",
    is: "For whoever withdraws consent, or is put in danger by what lies here. Everything the vault knows of a person, a source or a statement goes, as if it had never been brought.",
    does: {
      "expunge.reason":
        "One of a closed list. That something was destroyed stays in the ledger, with this reason and without a name.",
      "expunge.look": "Counts what would go, and changes nothing.",
      "expunge.goes": "Look at it line by line: what stands on the same words goes too.",
      "expunge.remains": "Dossiers that went out, backups, prints, other devices: what this program cannot reach.",
      "expunge.do": "Destroys the words, the keys of the sealed files and the files, and writes the database anew.",
      "expunge.asks": "Requests of members that an administrator has not done yet.",
    },
    forever: "Everything. What is destroyed here comes back from nowhere but a backup that holds it still.",
    leaves: null,
  },
  settings: {
    title: "Settings",
    is: "What concerns this browser and your keys.",
    does: {
      "settings.language": "Only for this browser. What the sources say is not translated.",
      "settings.keys": "Another passphrase, another recovery sheet.",
    },
    forever: null,
    leaves: null,
  },
  keys: {
    title: "Passphrase and recovery sheet",
    is: "Two ways into the vault: the passphrase in your head, and one sheet of paper in another house.",
    does: {
      "keys.change": "The old passphrase opens this folder no more. Backups made before still open with it.",
      "recovery.make": "Shows twelve groups of digits, once. Whoever has them and this computer reads everything.",
      "recovery.printed": "Say so only when the sheet is away from this computer.",
      "recovery.again": "Makes another sheet; the one before opens nothing any more.",
      "shares.make":
        "Three sheets for three places, printed apart; any two open the vault. A sheet made before is out of use.",
      "drill.title": "Opens a copy of the vault with two shares from paper, and changes nothing.",
    },
    forever: "A sheet is shown once. Without a sheet a forgotten passphrase is a lost vault.",
    leaves: "The print: a shared printer may keep it. Copy the digits by hand where that is a danger.",
  },
}
