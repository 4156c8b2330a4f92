"""Which words of a question are left once its topic and the posting's own name are taken away?"""

from bot.answers.names import name_words
from bot.answers.question import Question, Term
from bot.model.stored import StoredPosting


def strong_rest(stored: StoredPosting, question: Question) -> list[Term]:
    """The telling words that neither name the topic nor the posting."""
    names = name_words(stored)
    return [term for term in question.rest if term.weight >= 0.5 and term.word not in names]
