"""The door for copy that comes in by the batch: an archive, a wire, the demo. Sends nothing to anybody."""

from dateline.desk.blocks import PlacedPicture
from dateline.desk.intake.admission import admit
from dateline.desk.intake.copy import Admitted, NewStory
from dateline.desk.intake.gone import retire
from dateline.desk.intake.known import codes_of_addresses, codes_of_external_ids, is_empty, origins
from dateline.desk.intake.links import addresses_in, paths_of, turn
from dateline.desk.intake.pinning import pin
from dateline.desk.intake.restoring import Numbers, restore_named
from dateline.desk.intake.storing import feature

__all__ = [
    "Admitted",
    "NewStory",
    "Numbers",
    "PlacedPicture",
    "addresses_in",
    "admit",
    "codes_of_addresses",
    "codes_of_external_ids",
    "feature",
    "is_empty",
    "origins",
    "paths_of",
    "pin",
    "restore_named",
    "retire",
    "turn",
]
