"""What is said while the program asks: how to answer, and what an answer lacks."""

from __future__ import annotations

from fardplan.locales.text import Text

HOW_TO = Text(
    "Svara på frågorna. Retur tar svaret inom hakparentes, ? förklarar frågan, Ctrl+C avbryter.",
    "Answer the questions. Return takes the answer in brackets, ? explains the question, "
    "Ctrl+C stops.",
)
SKIP = Text("hoppa över", "skip")
CHOOSE = Text("Välj med nummer eller namn", "Choose by number or name")
SEVERAL = Text("Skriv flera med komma emellan.", "Write several with commas between them.")
NEEDS_ANSWER = Text("Frågan behöver ett svar.", "The question needs an answer.")
NO_MORE_NUMBERS = Text(
    "Det finns inget val med nummer {number}: välj {numbers}.",
    "There is no choice with number {number}: choose {numbers}.",
)
OPTION = Text("Frågan besvaras också med {option}.", "{option} answers the question too.")
YES_OR_NO = Text("Svara j eller n.", "Answer y or n.")
DEFAULT_YES = Text("[J/n]", "[Y/n]")
DEFAULT_NO = Text("[j/N]", "[y/N]")
MISSING_ANSWERS = Text(
    "Ange också {options}. Vid en terminal går det i stället att svara på frågor.",
    "Give {options} as well. At a terminal, questions can be answered instead.",
)
WRONG_OPTION = Text("{option}: {reason}", "{option}: {reason}")
BOTH_SENTENCES = Text("{text} {hint}", "{text} {hint}")
