"""What becomes of a comment when it comes in: the checks (``order``), and the judgement made of them (``judge``).

Pure: values in, values out. The one exception, an outside checker, is a function that the caller brings along.
"""

from dateline.discuss.checks.case import Memory, OutsideAnswer
from dateline.discuss.checks.judge import judge
from dateline.discuss.checks.matching import WordList

__all__ = ["Memory", "OutsideAnswer", "WordList", "judge"]
