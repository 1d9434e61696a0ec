"""Know the furniture of a page: what stands around an article and is none of it.

Precision first: a pattern fits a whole line, so that a sentence of running prose does not fit. All hits in 1,627
news articles were read when the table was made; one more hit is worth less than one sentence lost.
"""

import re

# A longer line is prose, whatever its words; the longest notices seen had 240 code points.
LONGEST = 320

# One group a comment; a tail (".{0,80}") only where the words before it do not open a sentence of prose.
FURNITURE_LINES = (
    # Advertising.
    r"advertise?ments?(?: continue reading the main story)?|(?:sponsored|promoted)(?: content| links?| stories)?",
    r"(?:story|article) continues below(?: advertisement)?|continue reading(?: the main story)?",
    # Newsletters, channels, subscriptions, apps.
    r"subscribe(?: now| here| today)?[.!]?|subscribe (?:to|for) (?:us|our|updates|the latest|this channel)\b.{0,80}",
    r"(?:please )?(?:sign up|register|subscribe) (?:here|now|for|to)\b.{0,60}"
    r"\b(?:newsletters?|e-?mails?|alerts|updates|digital access|briefing)\b.{0,80}",
    r"re-enter zip code .*|get digital access|thank you for subscribing\b.*",
    r"(?:get|receive) (?:our|the) (?:\w+ ){0,3}newsletter\b.{0,120}|.{3,50}: a newsletter for .{0,80}",
    r"newsletter(?: [\w ]{1,30})?|by submitting your e-?mail,? you agree\b.*",
    r"(?:we are glad that you are|thank you for being) with us\b.{0,160}|new you can now listen to\b.{0,80}",
    r"(?:follow|like|join|find) us (?:also )?(?:on|at|in)\b.{0,80}|join our (?:\w+ )?(?:channel|group|chat)\b.{0,60}",
    r"click here (?:to|for)\b.{0,100}|(?:download|get) (?:the|our) .{0,40}\bapp[.!]?",
    r"(?:support|donate to) (?:us|our (?:work|journalism|site))\b.{0,80}|(?:got|have) a (?:story|tip)\?.{0,120}",
    # Comment forms and buttons for sharing.
    r"your e-?mail address will not be published\b.*|required fields are marked\b.*",
    r"save my name, e-?mail\b.*|notify me of\b.{0,60}",
    r"(?:share|tweet|e-?mail|print|save|copy link|whatsapp|telegram|facebook|twitter|pinterest|linkedin|[ ,|/·•])+",
    r"share (?:this|the)(?: (?:article|story|post|news|page))?(?: (?:on|with|via)\b.{0,60})?:?",
    # Teasers of other texts.
    r"(?:also |now )?read(?: also| more| next)?:.{0,160}|(?-i:.{10,160} Read more)|see also\b.{0,160}|more: .{0,160}",
    r"read (?:more|also|next|on)(?: (?:here|about|on|from|information)\b.{0,100})?[.:]?|\[[^\[\]]{10,160}[^\[\].]\]",
    r"(?:up next|trending(?: now)?|now playing|must watch|most read|tags|topics|in this article|in pictures)[:.]?",
    r"(?:just watched|must watch) .{0,160}|(?:tags|topics|don.t miss|related|filed under): .{0,200}",
    r"(?:more|other|similar|more similar|more important) (?:information|news|messages|stories)"
    r" (?:can be found )?on\b.{0,160}",
    r"you can (?:also )?read (?:more|our full|the latest|more latest)\b.{0,100}|you can also listen to\b.{0,160}",
    r"read the (?:full )?(?:story|report|article|text)\b(?:[^.]{0,120}|.{0,120}\bhere[.:])",
    r"see the full (?:report|story|article|text) here[.:]?|for more information,? (?:please )?(?:visit|see)\b.{0,80}",
    r".{3,60}: (?:see )?pages? \d[\d, –-]*|(?:the )?full (?:conversation|interview|story) is in our\b.{0,100}",
    r"this page (?:updates itself|(?:updates|refreshes) automatically)\b.{0,80}",
    # The way to the rest of the text, and to films.
    r"(?:the )?(?:rest|continuation) of (?:the|this) (?:text|article|story|material)\b.{0,60}"
    r"\b(?:video|material|photo|advertisement)s?\b.{0,20}",
    r"(?:view|see|watch) (?:the )?video\b.{0,160}|(?-i:Video [A-Z].{0,160}[^.!…])",
    r"watch: .{0,160}|watch .{0,20}\blive on\b.{0,60}",
    r"this video can ?not be played\b.*|media playback is (?:not|un)\s?supported\b.{0,60}",
    r".{0,80}\benable javascript\b.{0,80}|scroll (?:down )?for (?:the )?video|slideshow .{0,20}",
    r"\d{1,2}:\d\d .{5,120} – video",
    # Pictures: who took them, and the buttons on them. A caption in words stays, as it may report what somebody said.
    r"(?:photos?|pictures?|images?|graphics?|illustration|video)(?: (?:credits?|by|courtesy of))?: [^.!?]{2,80}",
    r"photos?|videos?|expand|gallery|image caption|(?:hide|toggle) caption|(?-i:Photos: .* Hide Caption.{0,20})",
    r"(?:image copyright|view image in fullscreen|enlarge this image)(?: toggle caption)?(?-i:(?: [A-Z/][\w./]*){0,9})",
    # Rights, rules, cookies.
    r"(?:copyright|©|\(c\))[ ©]{0,3}\d{4}\b.{0,200}|©.{0,200}|.{0,80}\ball rights reserved\b.{0,140}",
    r"(?:we|this (?:web)?site) uses? cookies\b.{0,250}|(?:accept|reject|manage|allow)(?: all)? cookies",
    r"cookie (?:settings|policy|notice)|terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice)",
    r"contact us|about us|advertise with us",
    r"the views? (?:and opinions )?expressed (?:here |in this \w+ )?(?:are|is)\b.{0,60}"
    r"\b(?:author|writer|own)\b.{0,120}",
    # An editor's initials.
    r"(?-i:\([A-Z]{2,4}\)|[a-z]{2,3})",
)
FURNITURE = re.compile("|".join(FURNITURE_LINES), re.IGNORECASE)

# What follows is readers' talk, to the end of the text.
COMMENT_FORM = re.compile(
    r"leave (?:a|your) (?:reply|comment)|(?:post|add|write) a comment|\d+ comments?|comments?(?: \(\d+\))?:?"
    r"|join the (?:conversation|discussion)",
    re.IGNORECASE,
)

# What follows are titles of other articles, up to the next sentence.
LINK_LIST = re.compile(
    r"(?:related|recommended|popular|latest|similar|more|most read|most popular|you (?:may|might) also like|see also"
    r"|read (?:also|more|next)|also read)(?: (?:posts?|articles?|stories|news|topics|coverage|videos?))?:?",
    re.IGNORECASE,
)

# Words that end the name of a picture agency, or of the place that a picture was taken from.
PICTURE_SOURCES = frozenset({
    "images", "getty", "ap", "afp", "epa", "reuters", "pap", "tass", "pa", "press", "news", "agency", "bloomberg",
    "shutterstock", "alamy", "wireimage", "pool", "handout", "facebook", "instagram",
})  # fmt: skip
SHOUTED_WORDS = 4  # Fewer words in capitals are a heading or an acronym.


def is_furniture(line: str) -> bool:
    """Whether a line by itself is furniture."""
    if len(line) > LONGEST:
        return False
    return (
        not any(map(str.isalnum, line))
        or any(form.fullmatch(line) for form in (FURNITURE, COMMENT_FORM, LINK_LIST))
        or is_picture_credit(line)
    )


def opens_comments(line: str) -> bool:
    """Whether readers' comments, or the form for them, begin with this line."""
    return bool(COMMENT_FORM.fullmatch(line))


def opens_links(line: str) -> bool:
    """Whether a list of other articles begins with this line."""
    return bool(LINK_LIST.fullmatch(line))


def is_shouted(line: str) -> bool:
    """Whether a line is all in capitals and no sentence: between paragraphs, the title of another article."""
    return line.isupper() and len(line.split()) >= SHOUTED_WORDS and line[-1] not in '.!?:"”'


def is_picture_credit(line: str) -> bool:
    """Whether a line only names who took a picture: "A Name/An Agency", "An Agency via Another Images"."""
    if ":" in line:
        return False  # "Source: An Agency" is what the article says of itself.
    pieces = [piece.split() for piece in re.split(r"\s*/\s*|\s+via\s+|,\s*", line.strip("()"))]
    if not all(1 <= len(piece) <= 4 and all(word[0].isupper() for word in piece) for piece in pieces):
        return False
    return any(piece[-1].lower() in PICTURE_SOURCES for piece in pieces) and (
        len(pieces) > 1 or line.endswith("Images")
    )
