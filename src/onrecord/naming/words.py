"""The closed word lists that naming needs: titles, offices, pronouns. No proper names."""

import re
from collections.abc import Sequence

TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame prof professor president vice-president premier prime minister "
    "chancellor king queen prince "
    "princess pope senator sen representative rep congressman congresswoman governor gov mayor ambassador "
    "secretary general gen lt col "
    "colonel maj major capt captain admiral sergeant sgt judge justice chief deputy vice first foreign defence "
    "defense interior health "
    "finance press spokesman spokeswoman spokesperson commissioner chairman chairwoman former ex comrade "
    "patriarch archbishop cardinal "
    "bishop imam sheikh state lieutenant marshal mp pm mep "
    "secretary-general attorney-general president-elect speaker spokespersons ceo boss "
    "ombudsman".split()
)

# Offices whose holder speaks for the state or body that the phrase names.
_OFFICES = (
    r"president|vice[- ]president|prime minister|premier|pm|minister|chancellor|king|queen|spokes(?:man|woman|"
    r"person|people|men)|press secretary|"
    r"secretary[- ]general|secretary|ambassador|envoy|leader|head of state|chief|head|chair(?:man|woman|person)?|"
    r"director|commander(?:-in-chief)?|general|"
    r"admiral|colonel|lieutenant|senator|sen\.|congress(?:man|woman)|lawmaker|legislator|parliamentarian|mp|mep|deputy|"
    r"governor|mayor|advis[eo]r|aide|official|"
    r"representative|negotiator|diplomat|commissioner|speaker|counterpart|ruler|dictator|pope|pontiff|boss|prosecutor|delegate|ombudsman"
)
# Bodies that speak for the state or organisation that the phrase names.
_BODIES = (
    r"ministry|government|administration|parliament|army|military|forces|navy|air force|embassy|mission|"
    r"delegation|authorities|intelligence|"
    r"security service|side|cabinet|presidency|office|council|committee|commission|agency|department|police|"
    r"regime|leadership|diplomacy|senate|congress|treasury|central bank|court|board|fleet|prosecutors|duma|"
    r"foreign affairs|general staff|command|officials|ministers|leaders|diplomats|lawmakers|negotiators|"
    r"ambassadors|presidents|senators|allies|troops|representatives|members|countries|nations|states|services?|"
    r"propaganda|sources|generals|commanders|governors|mps|meps|legislators|parliamentarians|partners|envoys"
)
# These three and PERSON are for `lowered` text, in which they are found three times as fast as in any case.
OFFICE = re.compile(rf"\b(?:{_OFFICES})\b")
BODY = re.compile(rf"\b(?:{_BODIES})\b")
# People who speak for nobody but themselves, whatever country the phrase names.
PRIVATE = re.compile(
    r"\b(?:analysts?|professors?|experts?|researchers?|journalists?|reporters?|editors?|authors?|writers?|"
    r"columnists?|historians?|economists?|"
    r"activists?|residents?|witness(?:es)?|survivors?|volunteers?|refugees?|citizens?|protesters?|"
    r"demonstrators?|fellow|scientists?|lawyers?|attorneys?|"
    r"singers?|actors?|actress|athletes?|players?|coach|businessm[ae]n|founders?|ceo|owners?|families|family|"
    r"mother|father|wife|husband|sons?|daughters?|women|"
    r"men|people|voters?|students?|teachers?|doctors?|media|newspapers?|magazine|channel|television|tv|"
    r"broadcaster|news agency|agency|university|institute|"
    r"think[- ]tank|poll|survey|company|bank|prisoners?|soldiers? who|former|retired|ex-\w+)\b"
)
# Offices and bodies that one state has under this name; they count where the article names that state.
ONE_STATE = {
    "United States": re.compile(
        r"\b(?:Secretary of State|Defense Secretary|Secretary of Defense|State Department|"
        r"National Security Council|Attorney General|Senators?|"
        r"Congress(?:man|woman)?|House Speaker|Speaker of the House|White House|House Republicans|House Democrats"
        r"|(?:[Uu]nder[ -]?)?secretary of (?:state|defense)|[Dd]efense (?:officials?|secretary)"
        r"|[A-Z]\w+ administration)\b|\b(?:Sen|Rep)\."
    ),
    "United Kingdom": re.compile(
        r"\b(?:Foreign Secretary|Defence Secretary|Home Secretary|Shadow \w+|Tory|Labour MPs?|MPs?|"
        r"foreign secretary|defence secretary|home secretary)\b"
    ),
    "European Union": re.compile(r"^(?:the )?Commission$"),
}
# Who held an office before speaks for nobody by it.
FORMER = re.compile(r"\b(?:former|retired|ex-)")
# One person, without an office that speaks for anybody.
PERSON = re.compile(
    r"\b(?:politician|expert|analyst|professor|candidate|author|activist|historian|economist|scientist|lawyer|"
    r"actor|actress|singer|player|coach|athlete|"
    r"businessman|journalist|woman|man|mother|father|resident|witness|pilot|captain|officer|researcher|"
    r"billionaire|nominee|veteran|\d\d-year-old)\b"
)
HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
THEY = frozenset(["they", "them", "their", "themselves", "both"])
IT = frozenset(["it", "its", "itself"])
WHO = frozenset(["who", "which", "that", "whom", "whose"])
SELF = frozenset(["i", "me", "my", "we", "us", "our", "you"])
PRONOUNS = HE | SHE | THEY | IT | WHO | SELF
MALE = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|spokesman|chairman|congressman|Patriarch|Pope|husband|father)\b\.?")
FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|spokeswoman|chairwoman|congresswoman|wife|mother|actress)\b\.?"
)
# Capitalised words that open sentences but no names.
OPENERS = frozenset(
    "the a an and but or so yet if in on at by for from of to with as after before when while where since "
    "until although though because despite "
    "however meanwhile instead still also even now then there here it its he his she her they their we our i "
    "you your my this that these those "
    "what who why how which both all some many most more no not only just earlier later today yesterday monday "
    "tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december asked "
    "according speaking writing responding "
    "addressing commenting replying during under over between among about against without within along once "
    "last next one two three four five each "
    "every such other another has have had is are was were will would can could may might must should do does "
    "did let please yes".split()
)
# Words that make a capitalised run a body or a thing rather than a person.
NOT_PERSON = re.compile(
    r"\b(?:Ministry|Party|Representatives|House|Council|Union|University|Institute|Department|Times|Post|News|Journal|Street|"
    r"Committee|Commission|Agency|Office|Court|Center|Centre|"
    r"Bank|Group|Company|Corporation|Inc|Ltd|Organi[sz]ation|Association|Federation|Republic|States|Kingdom|"
    r"Parliament|Congress|Senate|Assembly|Army|Navy|Force|"
    r"Forces|Police|Service|Security|Conference|Summit|Treaty|Agreement|Agreements|War|Games|Cup|League|City|"
    r"County|District|Region|Province|Sea|River|Ocean|Airport|Square|"
    r"Foundation|Network|Television|TV|Radio|Press|Foreign|Affairs|Defen[cs]e|National|International|Square|"
    r"Guard|Cross|Church|Board|Fund|Program|Programme|Act|Bill|Law|"
    r"Day|Week|Year|World|Europe|European|Western|Eastern|Northern|Southern|East|West|North|South|Black|"
    r"Olympic|Olympics|Google|Facebook|Twitter|Stream|Hospital|School|College|Images?|Chiefs?|Staff|Campaign|"
    r"Intelligence|Air|Airlines?|Airways|Lines|Republicans?|Democrats?|Democratic|Hollywood|Weekly|Magazine|"
    r"Daily|Independent|Communications|Courier|Gazette|Herald|Tribune|Observer|Telegraph|Ledger|Dispatch|Chronicle|Bulletin|Studies|Studio|Media|Sources?|Military|Embassy|Administration|Supreme|"
    r"White|Red|Big|New|Peace|Prize|Award|Awards|Academy|Festival|Institution|Society|Movement|Front|Alliance|"
    r"Coalition|Front|Nuclear|Human|Rights|Watch|Telegram|Visit|Getty|Reuters|Image|Talk|Show|Airline)\b"
)
DEFINITE = re.compile(r"^(?:the|this|that|his|her|its|their|our)\s+", re.IGNORECASE)


def listed(names: Sequence[str]) -> str:
    """The names as a sentence lists them, each once: "Norway, France and Chile"."""
    *others, last = dict.fromkeys(names)
    return f"{', '.join(others)} and {last}" if others else last


def lowered(text: str) -> str:
    """The text in lower case, as long as it was: "İ" alone would become two characters."""
    return text.replace("İ", "I").lower()
