"""An excerpt shows the words that were looked for, beside what is shown already."""

from bot.search.snippets import make_snippet
from bot.text.occurrences import find_words


def test_a_mark_in_a_title_that_is_shown_already_counts_only_when_there_is_no_other() -> None:
    text = "Night Baker\nCrumb & Co\n\n" + "We open early and we close early. " * 8 + "\nA baker bakes rolls here."
    marks = find_words(text, [("baker",)])
    assert make_snippet(text, marks).text.startswith("Night Baker")
    assert make_snippet(text, marks, shown="Night Baker").text == "…A baker bakes rolls here."
    assert make_snippet(text, marks[:1], shown="Night Baker").text.startswith("Night Baker")
