"""Blocks of code for generated books, no two alike: `snippets.txt` holds pieces by language, and a block is four of five pieces in any order.

In a piece `%0` to `%5` are the names of a block and `%n` is a number. Each language is known to the highlighters of rollbook, Hugo and Zola.
"""

import pathlib
import re


def load():
    """By language: pieces, each cut at its placeholders."""
    languages = {}
    text = pathlib.Path(__file__).with_name("snippets.txt").read_text(encoding="utf-8")
    for section in text.removeprefix("== ").split("\n== "):
        language, pieces = section.split("\n", 1)
        languages[language] = [re.split(r"%([0-5n])", piece.strip("\n")) for piece in re.split(r"^--$", pieces, flags=re.M)]
    return languages


PIECES = load()
LANGUAGES = list(PIECES)


def block(chance, names, number):
    """A fenced block; `number` makes its names ones that no other block has."""
    language = LANGUAGES[int(chance.random() * len(LANGUAGES))]
    words = {str(n): name for n, name in enumerate(chance.choices(names, k=6))}
    words["0"] += str(number)
    filled = []
    for piece in chance.sample(PIECES[language], 4):
        words["n"] = str(10 + int(chance.random() * 990))
        filled.append("".join(words[part] if n % 2 else part for n, part in enumerate(piece)))
    code = "{\n" + ",\n".join(filled) + "\n}" if language == "json" else "\n\n".join(filled)
    return f"```{language}\n{code}\n```\n"
