"""How do names of employers look, and in which turns of phrase do they stand? Patterns; what they mean is for `company`."""

import re

from bot.text.pattern import Pattern

SMALL = r"(?:&|and|of|for|the|de la|de|du|des|del|la|le|der|die|und|et|van|von|y|e|d')"
FORM = r"(?:,? (?:GmbH & Co\. KG|S\.A\.S|S\.L\.U|S\.L|Sp\. z o\.o|s\.r\.o|Inc|Ltd|LLC|GmbH|gGmbH|mbH|Corp|plc|AG|SE|S\.?A\.?|B\.?V\.?|e\.V)\b\.?)"
WORD = r"(?<!\w)[A-ZÀ-ÖØ-Þ0-9](?:[\w&'+-]|\.(?=\w)){0,40}"
NAME = rf"(?:The )?{WORD}(?:{FORM}|\s(?:{WORD}|{SMALL}(?= [A-ZÀ-Þ]))){{0,5}}"
# A name that has a line of its own may hold more small words: "The Heron at Lusk", "Hotel zur Post".
LINE_NAME = NAME.replace(
    "(?:&|",
    "(?:&|at|on|upon|by|'n'|zum|zur|am|im|an der|auf der|ob der|vor der|bij|aan den|aan de|aux|au|sur|à la|con|",
    1,
)
ABOUT = re.compile(
    rf"(?:About|ABOUT|Meet|Why join|Why|Working at|Life at|Who is|Über|À propos (?:de|d')|Over|Sobre|Join)\s+(?P<said>{NAME})\s?[?:!]?$"
)
EMPLOYER = re.compile(r"\bemployer:\s+(?P<said>[^\n]{2,60})$")
# "Tussock Creek Dairy | jobs", "Glasshouse Theatre – Work with us"
CAREERS = r"(?:careers?|jobs?|vacancies|work with us|join us|join our team|jobs & careers|karriere|stellenangebote|recrutement|vacatures|empleo)"
# "Hollins Paper Careers", on a page that says the name again.
CAREERS_OF = re.compile(rf"(?P<said>{NAME})\s(?:[Cc]areers|[Jj]obs|[Kk]arriere|[Vv]acancies)$")
CAREERS_LINE = re.compile(
    rf"(?P<said>{NAME})\s?[-|:•]\s?{CAREERS}$|(?:[Cc]areers|[Jj]obs|[Kk]arriere|[Ww]erken|[Ww]orking|[Ww]ork|[Aa]rbeiten|[Tt]ravailler|[Cc]arrières|[Tt]rabajar|[Tt]rabaja) (?:at|for|with|bei|chez|bij|en|con) (?P<at>{NAME})$"
)
GIVEN = Pattern(
    rf"\b(?:[Ee]mployer details|Stellenangebot (?:der|des|von)|[Aa]nnonce (?:de|du)|provided by|hired for|[Vv]iew all jobs at|[Jj]obs from|[Ss]ee who|[Ss]ave [^\n]{{3,60}} at|[Mm]ore (?:jobs|roles) (?:at|from|with)) (?P<said>{NAME})"
)
JOBS_OF = Pattern(
    rf"\b(?:[Jj]obs|[Cc]areers|[Oo]penings|[Rr]oles|[Ww]orking|[Ll]ife) (?:at|(?<!ing )with)\s+(?P<said>{NAME})"
)
JOIN = Pattern(
    rf"\b(?:[Jj]oin|[Jj]oin the(?= (?:[A-Z]\w+ ){{1,4}}(?:University|Hospital|Council|Trust|College|School|Group))|[Jj]oining|[Ww]orking (?:at|for)|[Ww]ork (?:at|for)|[Cc]areer (?:at|with)|[Hh]ere at|[Rr]ole (?:at|with)|[Pp]osition (?:at|with)|[Oo]pportunity (?:at|with)|[Hh]ired by|[Bb]ehalf of|[Cc]areers at|[Tt]eam at)\s+(?P<said>{NAME})(?=(?:'s)?(?:[\s,.!;:)]|$))"
    rf"|\b(?:[Aa]t|[Bb]ei|[Cc]hez|[Bb]ij)\s+(?P<at>{NAME})(?=(?:'s)?(?:[\s,.!;:)]|$))"
)
POSSESSIVE = Pattern(
    rf"(?P<said>{NAME})'s\s(?:[A-Z][a-z]+\s)?(?:office|team|headquarters|platform|mission|proprietary|products?|customers|engineering|clinic|campus|culture)\b"
)
HIRING = Pattern(
    rf"(?P<said>{NAME})(?: in {WORD}(?: {WORD})?(?:, {WORD}(?: {WORD})?)?)?\s(?:is|are)\s(?:now |currently |urgently |actively )?(?:hiring|looking for|seeking|recruiting|after|short of|on the lookout for)\b(?! [^.\n]{{0,40}}\bclients?\b)"
    rf"|(?m:^)(?P<seeks>{NAME}) (?:in|à|en|te|a) {WORD}(?: {WORD})? (?:needs|seeks|wants|zoekt|sucht|cherche|recherche|recrute|busca|necesita)\b"
)
# "With forty years behind us, Calder Surveyors knows every roof."
AFTER_OPENING = Pattern(
    rf"(?m:^)(?:With|Since|For|Founded|Based|Established|Mit|Seit|Als|Depuis|Avec|Forte? de|Con|Desde|Met|Sinds)\s[^.,:\n]{{2,70}},\s(?P<said>{NAME})\s[a-zà-ÿ]{{2,14}}\b"
)
STREET = r"(?:St|Street|Rd|Road|Lane|Ln|Ave|Avenue|Square|Sq|Row|Drive|Place|Quay|Parade|Terrace|Hill|Gate|Way|Blvd|Boulevard|High Street)\b"
# "Curl Up & Dye, 11 Market St, Otley"
AT_ADDRESS = Pattern(
    rf"(?:(?m:^)|(?<=[.!?:·|] ))(?P<said>{NAME}),\s(?:\d{{1,4}}[a-z]?\s(?:{WORD}\s){{1,3}}{STREET}|{WORD}(?:straße|str\.|strasse|weg|gasse|platz|laan|straat|plein|kade)\s\d|\d{{1,4}},?\s(?:rue|avenue|boulevard|quai)\b|(?:Calle|C/|Avda\.?|Plaza)\s)"
)
SAYS_AGENCY = Pattern(rf"(?P<said>{NAME}) \((?:agency|employment agency|recruiter|employer)\)")
# A firm that fills other firms' posts is not the employer.
AGENT = Pattern(
    rf"(?P<said>{NAME})\s(?:is|are)\s(?:\w+ ){{0,2}}(?:recruiting|hiring|looking|seeking|acting|working|searching|partnering|instructed)\b[^.\n]{{0,60}}\b(?:clients?|employment (?:agency|business)|recruitment agency)\b"
)
IN_BRACKETS = Pattern(
    rf"\b(?:[Ww]ir sind|[Ww]e are|[Nn]ous sommes|[Ww]ij zijn|[Ss]omos) [^.(\n]{{3,40}} \((?P<said>{NAME})\)"
)
TITLE_AT = re.compile(rf"\s(?:at|@|bei|chez|bij)\s(?P<said>{NAME})")
BEFORE_TITLE = re.compile(rf"(?P<said>{NAME})(?::|\s[-|])\s(?=\S)")
BEHIND_TITLE = re.compile(rf"\s[-|,]\s(?P<said>{NAME})$")
ANY_VERB = re.compile(rf"(?:(?m:^)|(?<=[.!?:] ))(?P<said>{NAME})\s[a-z]{{2,12}}s\b")
BETWEEN_ENTRIES = re.compile(r"\s[-|•·]\s|,\s")
OF_A_PAGE = re.compile(r"\s(?:careers?|jobs|home ?page|vacancies|karriere|page|team|recruiting)\b", re.IGNORECASE)
AT_BEFORE = re.compile(
    r"(?<!eam )(?<!ork )(?<!ing )(?<!eer )(?<!ole )(?<!ion )(?<!ity )(?<!ere )(?:[Aa]t|[Bb]ei|[Cc]hez|[Bb]ij)\s+$"
)
# "kausa GmbH": firms that write themselves small show by their form what they are.
SMALL_FIRM = re.compile(
    r"[a-zà-ÿ][\w.&-]{1,25}(?: [\w.&-]{1,25}){0,2},? (?:GmbH|AG|UG|SE|KG|Ltd|Limited|Inc|LLC|B\.?V|S\.?A|SAS|SARL|S\.?L|AB|Oy|ApS)\.?"
)
OPENS = re.compile(
    r"(?P<said>[A-Z][a-zà-ÿ]{3,}[\w&]*)\s(?:makes|runs|builds|develops|provides|helps|operates|delivers|designs|sells|produces|supplies|owns|creates|publishes|manufactures|connects|serves|employs|supports)\s(?=[^\n]{20})"
)
PART_OF = re.compile(
    r"(?:The )?(?:[A-Z]\w+ )?(?:Department|School|Faculty|Division|Institute) (?:of (?:[A-Z]\w+(?:,? and |, | )?){1,4} ?at|at|of(?= [A-Z]\w+ (?:College|University|School|Hospital))) (?:the )?(?=[A-Z])"
)
# "Sous Chef - Dubai, United Arab Emirates - Hotel Meridian"
BEHIND_PLACE = re.compile(rf"\s-\s(?P<place>[^-\n]{{3,50}})\s-\s(?P<said>{LINE_NAME})$")
BELOW_AT = re.compile(rf"(?:at|@|bei|chez|bij) (?P<said>{LINE_NAME})$")
GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-zà-ÿ]+$)")
ENDS = re.compile(r"(?:\s\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d|'s|[.,;:!?]|\s(?:and|of|for|the|de|du|&|is|are))+$")
CHIP_WORDS = re.compile(
    r"\b(?:full|part|time|remote|hybrid|on-?site|permanent|contract|posted|ago|apply|save|applicants?|employees|backend|frontend|posting|vollzeit|teilzeit|cdi|cdd|stelle|salary|jobs?|days?|hours?|level"
    r"|experience|skills|overview|description|shift|urgent|new|logo|bachelor|hbo|mbo|wo|stars?|rating|reviews?|profile|search|categor\w+|vacanc\w+|grade|band|pay (?:range|scale|band)|fixed|term|temporary|casual|seasonal|freelance|volunteer|internship|back|zurück|übersicht|retour|terug|volver)\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"(?:knowledge|experience|understanding|ability|proficiency|degree|fluency|need|needs|must|wanted|help|curriculum|cv|resume|interested|ready)\b",
    re.IGNORECASE,
)
# "Ein Anschreiben ist nicht nötig" speaks of a thing, not of a firm.
ANY_THING = re.compile(
    r"(?:An?|Our|Unsere?[nmr]?|Notre|Nos|Nuestr[oa]s?|Ons|Onze|Eine?[nmr]?|Une?|Una|Een|Kein\w*|Aucune?|Geen|Ningun\w*)\s"
)
BY_FORM = re.compile(
    r"(?P<said>[A-ZÀ-Ý][^\n,;:|•]{2,50} (?:g?GmbH(?: & Co\. KG)?|AG|KG|OHG|UG|GbR|eG|e\. ?[VKG]\.|(?:Pty )?Ltd\.?|Limited|LLC|LLP|Inc\.|B\.?V\.?|N\.V\.|A/S|ApS|AB|S\.L\.U?\.?|S\.A\.S?\.?|S\.p\.A\.|S\.r\.l\.|SARL|SAS|plc|S\. ?Coop\.))(?=$|,\s)",
    re.MULTILINE,
)
# The words that stand for a picture.
LOGO = re.compile(
    rf"(?P<said>{LINE_NAME}) [Ll]ogo|[Ll]ogo (?:of|for|van|von|der|de|du) (?:the |de |der )?(?P<of>{LINE_NAME})"
)
NUMBERED = re.compile(
    r"(?:class|grade|level|band|tier|phase|unit|zone|group|stelle|position|post|job|vacancy|poste|puesto|vacature|role|lot|los|option) (?:\d{1,2}|[a-z])",
    re.IGNORECASE,
)
AROUND_TITLE = 8
LONGEST_NAME = 60


# "Job Title", "Position Number": names of fields; "Standplaats Veghel" is one with its value.
OF_A_LABEL = re.compile(
    r"\b(?:title|titel|number|nummer|id|ref|type|date|vacancy)$|^(?:standplaats|standort|arbeitsort|einsatzort|dienstort|locatie|ubicación) ",
    re.IGNORECASE,
)
# Public bodies show by their form what they are, as firms do.
BY_BODY = re.compile(
    r"(?P<said>(?:County|City|Town|Borough|Village|Diocese|Port|State) of (?:the )?[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+){0,2}"
    r"|(?:[A-ZÀ-Ý][\w&'-]+ ){1,6}(?:NHS (?:Foundation )?Trust|(?:City|County|Borough|District|Town|Parish) Council|(?:Fire|Police) (?:Department|Authority|Service)|School District))$"
)


def is_chip(text: str) -> bool:
    """Whether a short text is what chips say of a post: its form, its age, a rating, a call to apply.

    >>> is_chip("Full-time"), is_chip("Fleetwood")
    (True, False)
    """
    return CHIP_WORDS.search(text) is not None
