"""Words that go with an act: cues that name one ("demanded"), and turns of speech of contents ("is ready to").

Read off the marked training articles. By themselves they tell too few acts; they weigh in beside the encoder (`acts`).
"""

import re
from functools import lru_cache

from onrecord.types import Act


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


# Cues that name an act.
_CUE = {
    Act.THREATEN: _any(r"threat(?:s|en|ens|ened|ening)?(?: to)?"),
    Act.REFUSE: _any(
        r"refus\w+|reject\w*|declin(?:e|es|ed|ing)|oppos(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|ruled out|"
        r"would not|will not|turned down|vetoed|"
        r"(?:is|are|was|were) against|objected|opposition to"
    ),
    Act.AGREE: _any(r"agree(?:s|d|ing)?|accept(?:s|ed|ing)?|consent(?:s|ed)?|agreement"),
    Act.PROMISE: _any(
        r"pledg\w+|promis\w+|vow(?:s|ed|ing)?|assur(?:e|es|ed|ing)(?: that)?|commit(?:s|ted|ment)?|"
        r"guarantee[sd]?|undert(?:ook|ake)\w*|swore"
    ),
    Act.OFFER: _any(
        r"propos\w+|offer(?:s|ed|ing)?|invit(?:e|es|ed|ing)|read(?:y|iness)|prepared(?:ness)?|willing(?:ness)?"
    ),
    Act.DEMAND: _any(
        r"demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?(?: \w+)? (?:on|for|upon)|calls?(?= for| on)|"
        r"order(?:s|ed|ing)?|appeal(?:s|ed|ing)?|request(?:s|ed|ing)?|"
        r"advis(?:e|es|ed|ing)|press(?:es|ed|ing)|plead(?:s|ed|ing)?|begg?(?:ed|ing|s)?|insist(?:s|ed|ing)? on|"
        r"task(?:ed)?|instruct(?:s|ed)?|wanted? \w+ to|"
        r"hop(?:e|es|ed|ing)|implor(?:e|es|ed|ing)|lobb(?:y|ied)|recommend(?:s|ed|ing)?"
    ),
    Act.CONCEDE: _any(r"admit(?:s|ted|ting)?|acknowledg\w+|apologi[sz]\w+|conced\w+|regret(?:s|ted)?"),
    Act.DENY: _any(
        r"den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|refut\w+|disput(?:e|es|ed|ing)|cast doubt on|downplay\w*|"
        r"denial"
    ),
    Act.ACCUSE: _any(
        r"accus\w+|condemn\w*|critici[sz]\w+|denounc\w+|blam(?:e|es|ed|ing)|slam(?:s|med|ming)?|indict\w*|"
        r"mock(?:s|ed)?|blast(?:s|ed)?|rebuk\w+|alleg\w+|"
        r"complain\w*|protest(?:s|ed)?|lash\w* out|decri\w+|deplor\w+|called out|went after|charged|"
        r"spoke out against|criticism|took issue with"
    ),
    Act.WARN: _any(
        r"warn\w*|fear(?:s|ed|ing)?|caution(?:s|ed)?|worr(?:y|ies|ied)|concerned|(?:is |are )?afraid(?: of)?|"
        r"alarm(?:ed)?"
    ),
    Act.SUPPORT: _any(
        r"support(?:s|ed|ing)?|prais\w+|thank(?:s|ed|ing)?|endors\w+|back(?:s|ed|ing)?|welcom\w+|hail(?:s|ed|"
        r"ing)?|applaud\w*|congratulat\w+|wished|commend\w*|salut\w+"
    ),
}
_OTHERS = r"(?:must|should|needs? to|has to|have to|ought to|has got to|have got to)"
# In lower case, as the content is before it is searched: three times as fast as patterns that ignore case.
_CONTENT = {
    Act.REFUSE: re.compile(
        r"\b(?:\w+ (?:will|would|can|could|shall) (?:not|never) (?:\w+ )?(?:accept|"
        r"allow|agree|negotiate|recogni[sz]e|give|join|attend|talk|meet|"
        r"send|supply|participate|take part|surrender|compromise|withdraw|back down|cede|tolerate|support)|"
        r"won[’']t (?:accept|allow|negotiate|give|send|talk|meet)|"
        r"no (?:plans|intention) (?:to|of)|not (?:going|ready|willing|prepared) to (?:accept|negotiate|give|"
        r"talk|send|join|discuss)|out of the question|is unacceptable|"
        r"not negotiable|will not be invited|no question of|there (?:can|will) be no (?:negotiat|compromise|"
        r"talks))"),
    Act.THREATEN: re.compile(
        r"\b(?:will|would|shall|going to) (?:\w+ )?(?:retaliat\w+|respond(?: \w+)? (?:with|to|harsh|decisive|"
        r"forceful|swift)\w*|strike|destroy|punish|impose|face (?:\w+ )?(?:consequences|sanctions|costs)|"
        r"pay (?:a|the|dearly)|be met with|cut off|expel|seize|attack)|(?:severe|serious|massive|swift|"
        r"unprecedented|grave) (?:\w+ )?(?:consequences|costs?|sanctions|response)|held (?:accountable|"
        r"responsible)|"
        r"military-technical (?:measures|response)|a (?:harsh|tough|lightning|crushing) response"),
    Act.AGREE: re.compile(
        r"\b(?:(?:have|had|has|we|they|sides|leaders) agreed|reached an agreement|agreed (?:to|on|that)|"
        r"accepts? the (?:offer|proposal|plan|invitation))\b"),
    Act.OFFER: re.compile(
        r"\b(?:(?:is|are|am|was|were|be|remains?|stands?|[’']m|[’']re) (?:\w+ )?(?:ready|willing|prepared|"
        r"open) (?:to|for)|not afraid to (?:talk|negotiate|speak)|"
        r"(?:i|we) (?:offer|propose|invite)|readiness (?:to|for)|preparedness to|open to (?:talks|dialogue|"
        r"negotiat\w+)|could (?:mediate|host)|would (?:be (?:ready|willing|prepared) to|"
        r"(?:re-?open|open|lift|halt|stop|end|release|resume|return|sign|come|talk|negotiate|meet) .{0,80} if)|"
        r"let us (?:meet|talk|sit))\b"),
    Act.DEMAND: re.compile(
        rf"^(?:[\"“‘']?(?:please|let[’']s not|do not|don[’']t|stop|give|help|leave|come)\b)|"
        rf"\b\w+ (?:demand|urge|call (?:on|for|upon)|appeal|ask for|insist(?: on| that)?|expect \w+ to)\b|"
        rf"\b(?:russia|ukraine|nato|moscow|kyiv|kiev|kremlin|west|europe|eu|us|u\.s\.|washington|china|"
        rf"beijing|world|you|they|allies|countries|governments?|leaders|partners|"
        rf"international community|sides|parties|people|citizens|companies|he|she|it|[a-z]{{2,}}(?:ia|land|"
        rf"stan)) {_OTHERS}\b|time to (?:meet|act|stop)|\bmust be (?:stopped|implemented|respected|withdrawn|"
        rf"held|given|met|imposed)|"
        rf"(?<!would )needs? (?:more )?(?:weapons|arms|tanks|help|support|security guarantees)"),
    Act.PROMISE: re.compile(
        r"\b(?:(?:we|i) (?:will|shall|[’']ll|are going to|am going to|intend to|pledge|guarantee|promise)|"
        r"we[’']ll|i[’']ll|(?:his|her|their|the) (?:country|government|administration|party|company|side|"
        r"office) (?:will|would|shall)|"
        r"(?:he|she|they) (?:will|would) (?:continue|provide|send|support|do|work|keep|stand|defend|help|"
        r"ensure|make sure|deliver|invest|protect|fight)|will (?:continue to )?(?:provide|supply|deliver|send|"
        r"support|allocate|donate)|"
        r"(?:committed|commitment) to|stand (?:by|with) \w+ as long as|as long as it takes)\b"),
    Act.CONCEDE: re.compile(
        r"\b(?:i(?:[’']m| am)|we(?:[’']re| are)) (?:\w+ )?sorry|apologi[sz]e|(?:my|our) (?:mistake|fault)|"
        r"we (?:failed|were wrong|underestimated)\b"),
    Act.DENY: re.compile(
        r"\b(?:(?:is|are|was|were|am)(?: not|n[’']t) (?:true|planning|going to (?:attack|invade)|involved|"
        r"responsible|behind|a threat)|(?:has|have|had|do|does|did)(?: not|n[’']t| never) (?:plan|intend|want|"
        r"attack\w*|invad\w*|target\w*|threaten\w*|threatened|promise\w*|"
        r"bomb\w*)|no (?:evidence|truth|such)|(?:is|are|was|were) (?:a lie|lies|false|fake|untrue|nonsense|"
        r"baseless|groundless|absurd|fiction)|nothing to do with|"
        r"never (?:said|promised|planned|happened))\b"),
    Act.ACCUSE: re.compile(
        r"\b(?:lie[sd]?|lying|liar|crimes?|criminal\w*|terror\w*|genocid\w*|violat\w*|aggress\w*|provo(?:k|"
        r"c)\w*|blackmail\w*|barbari\w*|brutal\w*|massacre\w*|atrocit\w*|invaders?|occupiers?|occupation|"
        r"illegal\w*|"
        r"unjustified|unprovoked|propaganda|disinformation|hypocri\w*|irresponsib\w*|reckless\w*|cynical\w*|"
        r"shame\w*|disgrac\w*|betray\w*|murder\w*|kill(?:ed|ing)|destroy\w*|bomb(?:ed|ing)|attack(?:ed|ing)|"
        r"invaded|invasion|fault|to blame|blame|"
        r"responsible for|guilty|failed to|refus\w+|ignor\w+|undermin\w*|manipulat\w*|deliberate\w*|hostage\w*|"
        r"dictator\w*|nazi\w*|fascis\w*|corrupt\w*|racis\w*|hysteria|dangerous|escalat\w*)\b"),
    Act.WARN: re.compile(
        r"\b(?:(?:could|may|might|would|will|can) (?:\w+ )?(?:lead to|result in|cause|trigger|spark|escalate|"
        r"become|collapse|suffer|die|attack|invade|be attacked|launch|turn into|mean)|risk(?:s|ing)?|"
        r"danger(?:s)?|threat(?:s)?|catastroph\w*|disaster\w*|"
        r"imminent|at any (?:time|moment)|world war|nuclear war|brink|beware|otherwise)\b"),
    Act.SUPPORT: re.compile(
        r"\b(?:thank(?:s| you|ful)|grateful|gratitude|stand(?:s|ing)? (?:with|by|in solidarity)|solidarity|"
        r"(?:full|strong|unwavering) support|support(?:s|ed)? (?:the|our|\w+[’']s)|proud of|congratulat\w*|"
        r"admire\w*|hero(?:es|ic|ism)?|brave\w*|"
        r"courage\w*|condolences|welcome[sd]?|important step|great (?:job|friend)|excellent)\b"),
}  # fmt: skip


# Who is ready for talks offers them: the reading guide settles that, and it is said too seldom for marks to teach it.
_READY_TO_TALK = re.compile(
    r"(?<!not )(?<!n[’']t )(?<!never )\b(?:ready|willing|prepared|open|not afraid) (?:to|for) (?:\w+ )?"
    r"(?:talks?|negotiat\w+|speak|discuss\w*|meet|dialogue|sit down)\b"
)


@lru_cache(maxsize=4096)
def named_by(cue: str) -> frozenset[Act]:
    """The acts that a cue names; few cues make up most of the news."""
    return frozenset(act for act, pattern in _CUE.items() if pattern.search(cue))


def settled_by(content: str) -> frozenset[Act]:
    """The acts that the reading guide settles by what a content says."""
    return frozenset([Act.OFFER]) if _READY_TO_TALK.search(content.lower()) else frozenset()


def spoken_in(content: str) -> frozenset[Act]:
    """The acts whose turns of speech stand in a content."""
    words = content.lower()
    return frozenset(act for act, pattern in _CONTENT.items() if pattern.search(words))
