"""The tables of skills give every spelling one name, but for those that name two skills at once."""

from bot.parsing.terms.skill_names import Trust, names

# "Accounts payable and receivable" is two skills, and so on.
_TWO_AT_ONCE = {
    frozenset({"JavaScript", "TypeScript"}),
    frozenset({"Accounts payable", "Accounts receivable"}),
    frozenset({"SAP MM", "SAP SD"}),
}
# A plural that is made here may be a name of its own: measuring machines and software for maintenance.
_PLURALS = {"cmms", "ilss"}


def test_a_spelling_has_one_name() -> None:
    several = {
        words: {name.canonical for name in known if name.trust is not Trust.SIGNS}
        for words, known in names().by_words.items()
        if words not in _PLURALS
    }
    assert {
        words: found for words, found in several.items() if len(found) > 1 and frozenset(found) not in _TWO_AT_ONCE
    } == {}
