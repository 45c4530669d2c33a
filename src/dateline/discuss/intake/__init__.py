"""Old comments in: from other systems' files, or handed over by whoever reads archives. Sends no letter, ever."""

from dateline.discuss.intake.remark import Remark, State
from dateline.discuss.intake.taking import Counted, Intake

__all__ = ["Counted", "Intake", "Remark", "State"]
